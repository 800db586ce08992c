import { z } from "zod";
import { id, instant, text } from "#lib/base/fields.ts";
import { versionDto } from "#lib/portfolio/schema.ts";

const question = text({ max: 2_000, lines: true });
const entry = text({ max: 2_000, required: true, lines: true });

export const reviewInput = z.strictObject({ reviewId: id });

/** An id of a criterion or a dimension, as guides have them; whether there is such a one is the policy's to say. */
const guideKey = z.string().max(160).regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "This is no criterion or dimension of a guide.");

/** What the learner says of a criterion when asking; it decides nothing. */
const selfMark = z.strictObject({ criterionId: guideKey, met: z.boolean() });

export const askInput = z.strictObject({
  evidenceId: id,
  itemId: z.string().max(120),
  question: question.default(""),
  selfCheck: z.array(selfMark).max(20).default([]),
  /** Mentors are shown a generated name for this review, and nothing that leads to the learner. */
  underAlias: z.boolean().default(false),
});
export type AskInput = z.input<typeof askInput>;

export const leaseInput = z.strictObject({ reviewId: id, leaseId: id });

const mark = z.strictObject({ criterionId: guideKey, met: z.boolean(), note: question.default("") });

/** A verdict names what its screen showed: the lease, the version and the edition. */
const verdict = {
  reviewId: id,
  leaseId: id,
  versionId: id,
  edition: z.int().positive(),
  marks: z.array(mark).max(20).default([]),
  /** Feedback on the step's dimensions; never part of the verdict. */
  levels: z.array(z.strictObject({ dimensionId: guideKey, level: z.int().min(0).max(3) })).max(20).default([]),
  summary: question.default(""),
};

const entries = z.array(entry).max(20);

export const confirmInput = z.strictObject(verdict);
export const returnInput = z.strictObject({ ...verdict, changes: entries.min(1, "Please ask for at least one change.") });
export const askInformationInput = z.strictObject({ ...verdict, questions: entries.min(1, "Please ask at least one question.") });
export type VerdictInput = z.output<typeof confirmInput>;
export type ConfirmInput = z.input<typeof confirmInput>;
export type ReturnInput = z.input<typeof returnInput>;
export type AskInformationInput = z.input<typeof askInformationInput>;

export const resubmitInput = z.strictObject({
  reviewId: id,
  answers: z.array(z.strictObject({ changeId: id, answer: entry })).max(40),
});
export type ResubmitInput = z.input<typeof resubmitInput>;

const reason = text({ max: 1_000, required: true, lines: true });

/** Taking back a verdict, and closing: with a reason that the learner reads. */
export const reasonInput = z.strictObject({ reviewId: id, reason });
export const reassignInput = z.strictObject({ reviewId: id, mentorId: id, reason });
/** Learners know mentors by the reviews that those have held. */
export const blockInput = z.strictObject({ reviewId: id, mentorId: id });
export const blockedMentorInput = z.strictObject({ mentorId: id });

/** Of one learner, or of all for null. */
export const handOverInput = z.strictObject({ mentorId: id, learnerId: id.nullable(), reason: z.enum(["blocked", "disabled", "away"]) });

const unfinished = text({ max: 20_000, lines: true });

/** An unfinished verdict: everything that a mentor has marked or typed, however far they have come. */
export const draftBody = z.strictObject({
  /** By criterion; `met` is null while it is not marked. */
  marks: z.record(guideKey, z.strictObject({
    met: z.boolean().nullable(),
    note: unfinished,
    /** The version and the edition that were on the screen when it was marked: a mark of another one is flagged. Absent while it is not marked. */
    versionId: id.optional(),
    edition: z.int().positive().optional(),
  })),
  /** By dimension, 0 to 3. */
  levels: z.record(guideKey, z.int().min(0).max(3)),
  /** What the learner is asked, changes or questions. */
  entries: z.array(unfinished).max(20),
  summary: unfinished,
});
export type DraftBody = z.infer<typeof draftBody>;

/** As many as several editions of an item can have. */
const few = (record: object) => Object.keys(record).length <= 60;
const tooMany = "A draft holds 60 of these at most.";
const givenDraft = draftBody.extend({ marks: draftBody.shape.marks.refine(few, tooMany), levels: draftBody.shape.levels.refine(few, tooMany) });

/** `basedOn` is the revision that the screen knew, 0 for none: a newer one is not overwritten unseen. */
export const saveDraftInput = z.strictObject({ reviewId: id, leaseId: id, versionId: id, basedOn: z.int().nonnegative(), draft: givenDraft });
export type SaveDraftInput = z.input<typeof saveDraftInput>;

export const savedDraftDto = z.strictObject({
  revision: z.int().positive(),
  /** Of the lease, renewed by changed words; null when it has run out: the draft is kept, and Claim is offered again. */
  secondsLeft: z.int().nonnegative().nullable(),
});
export type SavedDraftDto = z.infer<typeof savedDraftDto>;

export const draftDto = z.strictObject({
  /** Null when nothing was saved. */
  draft: z.strictObject({
    revision: z.int().positive(),
    body: draftBody,
    /** The version that was on the screen when it was saved. */
    versionId: id,
    savedAt: instant,
  }).nullable(),
});
export type DraftDto = z.infer<typeof draftDto>;

/** `step` is a step's id; absent for all, with the mentor's own steps first. */
export const takeNextInput = z.strictObject({ step: z.string().max(120).optional() });

export const blocksDto = z.strictObject({
  /** Newest first. */
  blocks: z.array(z.strictObject({ mentorId: id, mentorName: z.string(), since: instant })),
});
export type BlocksDto = z.infer<typeof blocksDto>;

const status = z.enum(["unsent", "waiting", "claimed", "returned", "confirmed", "withdrawn", "closed"]);
const turn = z.strictObject({
  whose: z.enum(["learner", "mentors", "nobody"]),
  reason: z.enum(["unsent", "changes", "information", "in-queue", "being-reviewed", "over"]),
  since: instant,
});
export type TurnDto = z.infer<typeof turn>;

export const act = z.enum([
  "send", "discard", "claim", "release", "takeNewVersion", "returnWithChanges", "askForInformation", "confirm", "resubmit", "acknowledge",
  "withdraw", "correct", "reopen", "reassign", "close",
]);
export type OfferedAct = z.infer<typeof act>;

/** Where an item stands in its guide; the guide's and step's names are null for an item that was removed. */
const itemRef = { itemId: z.string(), itemTitle: z.string(), stepTitle: z.string().nullable(), guide: z.string().nullable() };

export const reviewSummaryDto = z.strictObject({
  reviewId: id,
  ...itemRef,
  evidenceId: id,
  evidenceTitle: z.string(),
  status,
  turn,
  round: z.int(),
  /** What was asked and is not answered yet. */
  openChanges: z.int().nonnegative(),
  /** Who holds it, or gave the last verdict; null when nobody has yet, or the account was erased. */
  mentorName: z.string().nullable(),
});
export type ReviewSummaryDto = z.infer<typeof reviewSummaryDto>;

/** Whose turn it is first, then the newest. */
export const myReviewsDto = z.strictObject({ reviews: z.array(reviewSummaryDto) });
export type MyReviewsDto = z.infer<typeof myReviewsDto>;

export const queueInput = z.strictObject({
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
  /** Of this step alone; absent for all, with the mentor's own steps first. */
  step: z.string().max(120).optional(),
});

export const queueRowDto = z.strictObject({
  reviewId: id,
  ...itemRef,
  learnerName: z.string(),
  evidenceTitle: z.string(),
  evidenceUrl: z.string(),
  kind: versionDto.shape.kind,
  queuedAt: instant,
  round: z.int(),
  /** Kept for whoever asks; others do not see it. */
  reservedForYou: z.boolean(),
  /** Of a step that whoever asks has named as theirs. */
  ofYourSteps: z.boolean(),
  question: z.string(),
});
export type QueueRowDto = z.infer<typeof queueRowDto>;

export const heldRowDto = z.strictObject({
  reviewId: id, ...itemRef, learnerName: z.string(), evidenceTitle: z.string(), secondsLeft: z.int().nonnegative(),
});
export type HeldRowDto = z.infer<typeof heldRowDto>;

export const queueDto = z.strictObject({
  /** Oldest first. */
  rows: z.array(queueRowDto),
  /** Null on the last page. */
  next: z.string().nullable(),
  /** What whoever asks holds now. */
  held: z.array(heldRowDto),
  capacity: z.int(),
  /** What the queue can be narrowed to, in the order of the guides. */
  steps: z.array(z.strictObject({
    stepId: z.string(), title: z.string(), number: z.int(), guide: z.string(), guideTitle: z.string(), yours: z.boolean(),
  })),
});
export type QueueDto = z.infer<typeof queueDto>;

const changeDto = z.strictObject({
  changeId: id, text: z.string(), answer: z.string().nullable(), answeredAt: instant.nullable(),
});
export type ChangeDto = z.infer<typeof changeDto>;

export const verdictDto = z.strictObject({
  verdictId: id,
  kind: z.enum(["confirm", "return", "ask"]),
  mentorName: z.string().nullable(),
  byYou: z.boolean(),
  givenAt: instant,
  versionNumber: z.int(),
  edition: z.int(),
  summary: z.string(),
  /** In the order and in the words of the criteria of its edition. */
  marks: z.array(z.strictObject({ criterionId: z.string(), text: z.string(), met: z.boolean(), note: z.string() })),
  /** Feedback, in the words that the step's rubric had then. */
  levels: z.array(z.strictObject({ dimensionId: z.string(), title: z.string(), level: z.int(), words: z.string() })),
  /** Null unless it was taken back. */
  corrected: z.strictObject({ at: instant, reason: z.string() }).nullable(),
  changes: z.array(changeDto),
});
export type VerdictDto = z.infer<typeof verdictDto>;

export const timelineEntryDto = z.strictObject({
  number: z.int(),
  kind: z.enum([
    "asked", "sent", "claimed", "version_taken", "released", "lapsed", "handed_over", "returned", "information_asked", "resubmitted",
    "confirmed", "corrected", "reopened", "reassigned", "closed", "acknowledged", "withdrawn",
  ]),
  at: instant,
  /** Null when it was the clock, or when the account was erased. */
  who: z.string().nullable(),
  byYou: z.boolean(),
  /** The version that was asked for, claimed or resubmitted; null for other events. */
  versionNumber: z.int().nullable(),
  /** Why, where somebody had to say so. */
  reason: z.string().nullable(),
});
export type TimelineEntryDto = z.infer<typeof timelineEntryDto>;

export const reviewDto = z.strictObject({
  reviewId: id,
  ...itemRef,
  /** How whoever asks is related to it. */
  as: z.enum(["learner", "mentor", "admin"]),
  /** As what whoever asks has a part in its thread; null for a mentor who merely could claim it. */
  party: z.enum(["learner", "mentor", "admin"]).nullable(),
  status,
  turn,
  round: z.int(),
  /** Null while unsent. */
  queuedAt: instant.nullable(),
  question: z.string(),
  /** The learner's own check of the criteria when they asked. */
  selfCheck: z.array(selfMark),
  /** A generated name where the learner goes by one with whoever asks. */
  learnerName: z.string(),
  /** For the learner: the name that mentors see; null when it is their own. Always null for others. */
  alias: z.string().nullable(),
  /** When the learner acknowledged the outcome. */
  acknowledgedAt: instant.nullable(),
  /** What is judged, as the edition has it. */
  requirement: z.strictObject({
    edition: z.int(),
    shows: z.string(),
    criteria: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    /** The guide has a newer edition by now. */
    changedSince: z.boolean(),
    /** The step's rubric, for feedback; empty when the item is in no guide any more. */
    dimensions: z.array(z.strictObject({ id: z.string(), title: z.string(), levels: z.array(z.string()) })),
  }),
  /** For the learner; null for others, since it would lead from one review to another of the same learner. */
  evidenceId: id.nullable(),
  /** The pinned version; while the review waits, the newest. */
  version: versionDto,
  /**
   * What the pinned version is compared with: the version of the last verdict, or before one, what the holder had claimed before they took
   * a newer one. Null where that is the same version.
   */
  previousVersion: versionDto.nullable(),
  /** The learner has made a newer version than the pinned one. Always false for mentors while they do not hold it. */
  newerVersion: z.boolean(),
  /** Null unless somebody holds it now. Only the holder is told the lease's id. */
  lease: z.strictObject({
    mentorName: z.string(), byYou: z.boolean(), leaseId: id.nullable(), secondsLeft: z.int().nonnegative(),
  }).nullable(),
  /** Null unless it is kept for one mentor now. */
  reservation: z.strictObject({ mentorName: z.string(), forYou: z.boolean(), until: instant }).nullable(),
  /** Newest first. */
  verdicts: z.array(verdictDto),
  /** Oldest first. */
  timeline: z.array(timelineEntryDto),
  /** For the learner: those who have held it, and whom they have blocked. Empty for others. */
  mentors: z.array(z.strictObject({ mentorId: id, mentorName: z.string(), blocked: z.boolean() })),
  /** What whoever asks may do now. */
  can: z.array(act),
});
export type ReviewDto = z.infer<typeof reviewDto>;

/** Where a review stands after an act. */
export const actedDto = z.strictObject({ reviewId: id, status });
export type ActedDto = z.infer<typeof actedDto>;

/** The shape of an event's data in the database; what does not fit is a bug that throws, not something to guess about. */
export const eventData = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("asked"), learnerId: id, evidenceId: id, itemId: z.string(), edition: z.int(), versionId: id,
    question: z.string(), sent: z.boolean(),
    // Asked before there were any: nothing was said.
    alias: z.string().nullable().default(null), selfCheck: z.array(selfMark).default([]),
  }),
  z.strictObject({ kind: z.literal("sent"), versionId: id }),
  z.strictObject({ kind: z.literal("claimed"), versionId: id, edition: z.int(), leaseUntil: instant }),
  z.strictObject({ kind: z.literal("renewed"), leaseUntil: instant }),
  z.strictObject({ kind: z.literal("version_taken"), versionId: id }),
  z.strictObject({ kind: z.literal("released") }),
  z.strictObject({ kind: z.literal("lapsed") }),
  z.strictObject({ kind: z.literal("handed_over"), mentorId: id, reason: z.enum(["blocked", "disabled", "away"]) }),
  z.strictObject({ kind: z.literal("returned"), verdictId: id }),
  z.strictObject({ kind: z.literal("information_asked"), verdictId: id }),
  z.strictObject({ kind: z.literal("resubmitted"), versionId: id, reservedFor: id.nullable(), reservedUntil: instant.nullable() }),
  z.strictObject({ kind: z.literal("confirmed"), verdictId: id }),
  z.strictObject({ kind: z.literal("corrected"), verdictId: id, reason: z.string(), leaseUntil: instant }),
  z.strictObject({ kind: z.literal("reopened"), verdictId: id, reason: z.string() }),
  z.strictObject({ kind: z.literal("reassigned"), reservedFor: id, reservedUntil: instant, reason: z.string() }),
  z.strictObject({ kind: z.literal("closed"), reason: z.string() }),
  z.strictObject({ kind: z.literal("acknowledged") }),
  z.strictObject({ kind: z.literal("withdrawn") }),
]);

/** The criteria of a requirement, as kept in the database. */
export const keptCriteria = z.array(z.object({ id: z.string(), text: z.string() }));

const seconds = z.int().nonnegative();

/** How long reviews wait for their first claim, told from those of the last 90 days. */
export const waitingTimeDto = z.discriminatedUnion("known", [
  z.strictObject({ known: z.literal("too-few"), reviews: z.int() }),
  z.strictObject({
    /** Half of them were claimed within the time; or most waited longer than it. */
    known: z.enum(["median", "more-than"]),
    seconds,
    /** How many reviews it is told from. */
    reviews: z.int(),
  }),
]);
export type WaitingTimeDto = z.infer<typeof waitingTimeDto>;

export const placeDto = z.strictObject({
  /** How many wait at a place before it, counted to 1,000; null when it does not wait now. */
  ahead: z.int().nonnegative().nullable(),
});
export type PlaceDto = z.infer<typeof placeDto>;

/** What a mentor did in the last 90 days; for themselves alone. */
export const myWorkDto = z.strictObject({
  /** Turns of the mentors that they answered. */
  answers: z.int().nonnegative(),
  /** The median time from the begin of such a turn to the answer; null when the answers are too few to say. */
  seconds: seconds.nullable(),
  confirmed: z.int().nonnegative(),
  returned: z.int().nonnegative(),
  informationAsked: z.int().nonnegative(),
});
export type MyWorkDto = z.infer<typeof myWorkDto>;

/**
 * A review that is the mentors' turn, as admins see it. It was shared with those who could claim it, so neither the evidence nor who
 * asks stands here.
 */
export const turnOfMentorsDto = z.strictObject({
  reviewId: id,
  ...itemRef,
  round: z.int(),
  /** Since when it has been the mentors' turn. */
  since: instant,
  queuedAt: instant,
  /** Who has it now; null in the queue. */
  holderName: z.string().nullable(),
  /** For whom it is kept now, and until when; null for anybody's. */
  kept: z.strictObject({ mentorName: z.string(), until: instant }).nullable(),
});
export type TurnOfMentorsDto = z.infer<typeof turnOfMentorsDto>;

/** A review whose verdict stands, as admins see it: what they need to know it by, and neither the evidence nor whose it is. */
export const answeredDto = z.strictObject({
  reviewId: id,
  ...itemRef,
  status: z.enum(["returned", "confirmed"]),
  /** Who gave the verdict; null when the account was erased. */
  mentorName: z.string().nullable(),
  answeredAt: instant,
});
export type AnsweredDto = z.infer<typeof answeredDto>;

/** How many reviews a mentor holds, and how many are kept for them. */
export const mentorLoadDto = z.strictObject({ held: z.int().nonnegative(), kept: z.int().nonnegative() });
export type MentorLoadDto = z.infer<typeof mentorLoadDto>;
