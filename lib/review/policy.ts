import { isAdmin, isMentor, isUser, type Actor } from "#lib/access/actor.ts";
import { allow, conflict, forbidden, hidden, invalid, mentorsOnly, type Decision, type Refusal } from "#lib/access/decision.ts";
import { presentMentor } from "#lib/account/present-mentor.ts";
import { nobody } from "#lib/base/id.ts";
import { after, DAY } from "#lib/base/time.ts";
import type { Review, ReviewStatus } from "#lib/review/history.ts";
import { isLive } from "#lib/review/lease.ts";
import { CORRECTABLE_DAYS, MOST_FOR_ITEM, MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { machine, type Act, type Guard } from "#lib/review/machine.ts";
import { isPossible, statusAt } from "#lib/review/status.ts";

/** Everything that a guard may ask, read under the locks; each act reads what its own guards need. */
interface Facts {
  review: Review;
  /** Whose evidence it is. */
  ownerId: string;
  /** An unsent or open review of the same evidence and item. */
  pairTaken: boolean;
  /** Open reviews of the learner for the item. */
  openForItem: number;
  /** How many of the learner's reviews are the mentors' turn. */
  withMentors: number;
  /** The learner has blocked whoever acts. */
  blocked: boolean;
  learnerDisabled: boolean;
  /** The account of whoever acts was disabled since their request came in. */
  mentorDisabled: boolean;
  /** The one it is reserved for is still a mentor, not disabled and not away. A block ends a reservation, in its own transaction or soon after. */
  reservationHolds: boolean;
  /** Without those of learners who are disabled: their mentor cannot see them. */
  liveLeases: number;
  capacity: number;
  /** Null when nothing waits that could be taken. */
  taken: unknown;
  /** The lease that the request names was this mentor's, live or not. */
  leaseWasYours: boolean;
  newestVersionId: string;
  /** Of the edition that the review is judged on; at the ask, of the item as it is today. */
  criteria: readonly { id: string; text: string }[];
  /** Of the item's step; none when the item is in no guide any more. */
  dimensions: readonly { id: string }[];
  /** What was asked of the learner and is not answered yet. */
  openChanges: readonly { id: string }[];
  /** When the verdict that counts was given; null when none does. */
  judgedAt: Date | null;
  /** Another review of the same evidence and item, unsent or open. */
  otherOpen: boolean;
  /** Null when the account that is named is no active mentor. */
  target: { userId: string; blocked: boolean; away: boolean } | null;
}

interface Input {
  leaseId: string;
  versionId: string;
  edition: number;
  marks: readonly { criterionId: string; met: boolean }[];
  selfCheck: readonly { criterionId: string }[];
  levels: readonly { dimensionId: string }[];
  answers: readonly { changeId: string }[];
}

interface Asked<Needs extends keyof Facts, Names extends keyof Input> {
  actor: Actor;
  facts: Pick<Facts, Needs>;
  input: Pick<Input, Names>;
  now: Date;
  act: Act;
}

/** Null where nothing stands in the way. */
type Check<Needs extends keyof Facts = never, Names extends keyof Input = never> = (asked: Asked<Needs, Names>) => Refusal | null;

const checks = {
  owner: (({ actor, facts }) => (isUser(actor, facts.ownerId) ? null : hidden)) as Check<"ownerId">,
  pairFree: (({ facts }) => (facts.pairTaken
    ? conflict("ALREADY_ASKED", "You have asked for a review of this evidence for this item already; it is among your reviews.")
    : null)) as Check<"pairTaken">,
  knownSelfCheck: (({ facts, input }) => {
    const wrong = strayIndex(input.selfCheck.map(({ criterionId }) => criterionId), facts.criteria);
    return wrong < 0 ? null : invalid("selfCheck", "The criteria of this item have changed since the page was loaded, or one was marked twice. Please load the page again.");
  }) as Check<"criteria", "selfCheck">,
  roomForItem: (({ facts }) => (facts.openForItem < MOST_FOR_ITEM ? null
    : conflict("TWO_FOR_ITEM", `${MOST_FOR_ITEM} reviews for this item are open. Withdraw one, or wait until one is finished.`))) as Check<"openForItem">,
  roomWithMentors: (({ facts }) => (facts.withMentors < MOST_WITH_MENTORS ? null
    : conflict("FIVE_WITH_MENTORS", `${MOST_WITH_MENTORS} of your reviews are with mentors. This one stays here, unsent, until one of them comes back.`))
  ) as Check<"withMentors">,
  mentor: (({ actor, facts }) => {
    if (isMentor(actor)) return null;
    return isUser(actor, facts.review.learnerId) ? forbidden("MENTORS_ONLY", "Only a mentor can claim a review.") : hidden;
  }) as Check<"review">,
  notOwn: (({ actor, facts, act }) => {
    if (!isUser(actor, facts.review.learnerId)) return null;
    const isAdmins = act === "reopen" || act === "reassign" || act === "close";
    return forbidden("OWN_EVIDENCE", isAdmins ? "Nobody decides about their own review. Please ask another admin." : "Nobody reviews their own evidence.");
  }) as Check<"review">,
  mayKnow: (({ facts, now }) => (mayKnow(facts) && statusAt(facts.review, now) !== "unsent" ? null : hidden)
  ) as Check<"review" | "blocked" | "learnerDisabled" | "mentorDisabled">,
  notKept: (({ actor, facts: { review, reservationHolds }, now }) => {
    const kept = statusAt(review, now) === "waiting" && reservationHolds && review.reservedUntil !== null && review.reservedUntil > now;
    return kept && !isUser(actor, review.reservedFor) ? hidden : null;
  }) as Check<"review" | "reservationHolds">,
  state: (({ actor, facts: { review }, now, act }) => (isPossible(act, review, now) ? null : elsewhere(act, actor, review, now))) as Check<"review">,
  capacity: (({ facts: { liveLeases, capacity } }) => (liveLeases < capacity ? null
    : conflict("AT_CAPACITY", `You hold ${liveLeases} reviews, as many as you can at a time. Finish or release one first.`))) as Check<"liveLeases" | "capacity">,
  somethingWaits: (({ facts }) => (facts.taken === null
    ? conflict("NOTHING_WAITING", "Nothing waits for you at the moment, or others are taking it just now.")
    : null)) as Check<"taken">,
  holder: (({ actor, facts }) => (isMentor(actor) && facts.leaseWasYours && mayKnow(facts) ? null : hidden)
  ) as Check<"leaseWasYours" | "blocked" | "learnerDisabled" | "mentorDisabled">,
  lease: (({ facts: { review }, input, now }) => (review.leaseId === input.leaseId && isLive(review, now) ? null : leaseEnded(review, now))
  ) as Check<"review", "leaseId">,
  newerVersion: (({ facts }) => (facts.newestVersionId === facts.review.versionId
    ? conflict("NO_NEWER_VERSION", "You see the newest version already.")
    : null)) as Check<"review" | "newestVersionId">,
  sameVersion: (({ facts, input }) => (facts.review.versionId === input.versionId ? null
    : conflict("VERSION_MOVED", "Your screen showed another version of the evidence. Please look at the one that is shown now."))) as Check<"review", "versionId">,
  sameEdition: (({ facts, input }) => (facts.review.edition === input.edition ? null
    : conflict("EDITION_MOVED", "Your screen showed another edition of the criteria. Please look at those that are shown now."))) as Check<"review", "edition">,
  knownMarks: (({ facts, input }) => {
    const wrong = strayIndex(input.marks.map(({ criterionId }) => criterionId), facts.criteria);
    return wrong < 0 ? null : invalid(`marks.${wrong}.criterionId`, "This criterion is not one of this edition's, or is marked twice.");
  }) as Check<"criteria", "marks">,
  knownLevels: (({ facts, input }) => {
    const wrong = strayIndex(input.levels.map(({ dimensionId }) => dimensionId), facts.dimensions);
    return wrong < 0 ? null : invalid(`levels.${wrong}.dimensionId`, "This is not a dimension of this step, or it has two levels.");
  }) as Check<"dimensions", "levels">,
  everyMet: (({ facts, input }) => {
    const unmet = facts.criteria.find(({ id }) => !input.marks.some((mark) => mark.criterionId === id && mark.met));
    return unmet ? invalid("marks", `Confirm needs every criterion met. This one is not: ${unmet.text}`, "CRITERION_NOT_MET") : null;
  }) as Check<"criteria", "marks">,
  everyAnswer: (({ facts: { openChanges }, input: { answers } }) => {
    if (openChanges.some(({ id }) => !answers.some(({ changeId }) => changeId === id))) {
      return invalid("answers", "Please answer this too: with what you changed, or why you did not.");
    }
    const unknown = strayIndex(answers.map(({ changeId }) => changeId), openChanges);
    return unknown < 0 ? null : invalid(`answers.${unknown}`, "This was not asked, or is answered already.");
  }) as Check<"openChanges", "answers">,
  judge: (({ actor, facts }) => (isMentor(actor) && isUser(actor, facts.review.mentorId) && mayKnow(facts) ? null : hidden)
  ) as Check<"review" | "blocked" | "learnerDisabled" | "mentorDisabled">,
  sevenDays: (({ facts: { judgedAt }, now }) => (judgedAt !== null && now <= after(judgedAt, CORRECTABLE_DAYS * DAY) ? null
    : conflict("TOO_LATE_TO_CORRECT", `A verdict can be corrected for ${CORRECTABLE_DAYS} days. After that, an admin can open the review again.`))) as Check<"judgedAt">,
  noOtherOpen: (({ facts }) => (facts.otherOpen
    ? conflict("PAIR_OPEN", "Another review of the same evidence for the same item is open. That one has to be finished first.")
    : null)) as Check<"otherOpen">,
  admin: (({ actor }) => (isAdmin(actor) ? null : hidden)) as Check,
  suitable: (({ facts: { target, review } }) => {
    if (target && target.userId !== review.learnerId && !target.blocked && !target.away) return null;
    return invalid("mentorId", "This review cannot go to them: they are no active mentor, away, or not meant to review this learner's work.", "UNSUITABLE");
  }) as Check<"target" | "review">,
  clock: (({ actor }) => (actor.kind === "system" ? null : hidden)) as Check,
  away: (({ actor }) => (actor.kind === "system" ? null : hidden)) as Check,
} satisfies Record<Guard, unknown>;

function mayKnow({ blocked, learnerDisabled, mentorDisabled }: Pick<Facts, "blocked" | "learnerDisabled" | "mentorDisabled">): boolean {
  return !blocked && !learnerDisabled && !mentorDisabled;
}

/** The place of the first name that is not known, or that was given before; -1 when there is none. */
function strayIndex(names: readonly string[], known: readonly { id: string }[]): number {
  return names.findIndex((name, index) => !known.some(({ id }) => id === name) || names.indexOf(name) !== index);
}

type GuardsOf<A extends Act> = (typeof machine)[A]["guards"][number];
type NeedsOf<G extends Guard> = G extends Guard ? (typeof checks)[G] extends Check<infer Needs, infer _Names> ? Needs : never : never;
type NamesOf<G extends Guard> = G extends Guard ? (typeof checks)[G] extends Check<infer _Needs, infer Names> ? Names : never : never;

/** What the guards of an act ask to know. */
export type FactsFor<A extends Act> = Pick<Facts, NeedsOf<GuardsOf<A>>>;

type Policy<A extends Act> = (actor: Actor, facts: FactsFor<A>, context: { input: Pick<Input, NamesOf<GuardsOf<A>>>; now: Date }) => Decision;

/** The guards of an act as the machine names them, in their order: the first refusal is the answer. */
function guarded<A extends Act>(act: A): Policy<A> {
  const names: readonly Guard[] = machine[act].guards;
  return (actor, facts, { input, now }) => {
    for (const name of names) {
      // What each check needs is part of FactsFor<A>; the compiler cannot follow that through a loop over names.
      const check = checks[name] as unknown as (asked: object) => Refusal | null;
      const refusal = check({ actor, facts, input, now, act });
      if (refusal) return refusal;
    }
    return allow;
  };
}

export const canAsk = guarded("ask");
export const canSend = guarded("send");
export const canDiscard = guarded("discard");
export const canClaim = guarded("claim");
export const canRenew = guarded("renew");
export const canTakeNewVersion = guarded("takeNewVersion");
export const canRelease = guarded("release");
export const canReturn = guarded("returnWithChanges");
export const canAskForInformation = guarded("askForInformation");
export const canConfirm = guarded("confirm");
export const canResubmit = guarded("resubmit");
export const canAcknowledge = guarded("acknowledge");
export const canWithdraw = guarded("withdraw");
export const canCorrect = guarded("correct");
export const canReopen = guarded("reopen");
export const canReassign = guarded("reassign");
export const canClose = guarded("close");

/** What is next is found before it is judged: there may be nothing to know anything about. */
export function canTakeNext(actor: Actor, { taken }: { taken: FactsFor<"claim"> | null }, { now }: { now: Date }): Decision {
  const mentor = mentorsOnly(actor);
  if (!mentor.ok) return mentor;
  return checks.somethingWaits({ actor, facts: { taken }, input: {}, now, act: "takeNext" }) ?? canClaim(actor, taken!, { input: {}, now });
}

const notNow: Record<ReviewStatus, string> = {
  unsent: "This review has not been sent yet.",
  waiting: "This review is waiting for a mentor.",
  claimed: "A mentor is reviewing this now.",
  returned: "This review was returned and waits for the learner.",
  confirmed: "This review is finished: it was confirmed.",
  withdrawn: "This review was withdrawn.",
  closed: "This review was closed.",
};

/** Why an act is not possible in the state in which the review is. */
function elsewhere(act: Act, actor: Actor, review: Review, now: Date): Refusal {
  const status = statusAt(review, now);
  if (act !== "claim") return conflict("NOT_NOW", notNow[status]);
  if (status !== "claimed") return conflict("NOT_WAITING", `${notNow[status]} There is nothing to claim.`);
  return isUser(actor, review.holderId)
    ? conflict("ALREADY_YOURS", "You hold this review already.")
    : conflict("LEASE_HELD", "Another mentor has claimed this review. Nothing is lost; please take another.");
}

function leaseEnded(review: Review, now: Date): Refusal {
  const status = statusAt(review, now);
  const what = status === "waiting" || status === "claimed"
    ? "Your hold on this review has ended, so others may have claimed it."
    : notNow[status];
  return conflict("LEASE_ENDED", `${what} What you wrote is still here; nothing of it was sent.`);
}

/** A mentor's own draft, for as long as they may see the review; the lease that it names was theirs, and has not become a verdict. */
export function canKeepDraft(
  actor: Actor, facts: Pick<Facts, "leaseWasYours" | "blocked" | "learnerDisabled" | "mentorDisabled"> & { revision: number; isSpent: boolean },
  { input, now }: { input: { basedOn: number }; now: Date },
): Decision {
  const refusal = checks.holder({ actor, facts, input: {}, now, act: "renew" });
  if (refusal) return refusal;
  if (facts.isSpent) return conflict("VERDICT_GIVEN", "You have given your verdict on this, in another window. These words are in nothing that was sent.");
  return input.basedOn === facts.revision ? allow
    : conflict("DRAFT_MOVED", "This draft was saved in another window meanwhile. Your words are still here; please compare before you go on.");
}

/** Whoever has held one of a learner's reviews can be blocked by that learner. */
export function canBlock(actor: Actor, { ownerId, hasHeld }: { ownerId: string; hasHeld: boolean }): Decision {
  return isUser(actor, ownerId) && hasHeld ? allow : hidden;
}

/** Reviews that wait at `now`, with those whose lease has run out: canClaim's states as a where-object. */
function waitsAt(now: Date) {
  return { OR: [{ status: "waiting" as const }, { status: "claimed" as const, leaseUntil: { lte: now } }] };
}

/** Learners whose reviews a mentor may see: not the mentor, not disabled, and not blocking the mentor. */
export function ofOthers(mentorId: string) {
  return { learnerId: { not: mentorId }, learner: { disabledAt: null, blocks: { none: { mentorId } } } };
}

/** What a mentor could claim, capacity aside: canClaim as a where-object. */
export function claimableBy(actor: Actor, now: Date) {
  const mentorId = isMentor(actor) ? actor.userId : nobody;
  return {
    AND: [
      ofOthers(mentorId),
      waitsAt(now),
      {
        OR: [
          { reservedFor: null },
          { reservedFor: mentorId },
          { reservedUntil: { lte: now } },
          { reserved: { NOT: presentMentor(now) } },
        ],
      },
      ...(isMentor(actor) ? [] : [{ id: nobody }]),
    ],
  };
}

/**
 * Reviews that an actor may read: their own; as a mentor what they could claim, what they hold, and what they judged last
 * while nobody else has it; as an admin what is claimed or returned.
 */
export function visibleTo(actor: Actor, now: Date) {
  if (actor.kind !== "member") return { id: nobody };
  const mine = { learnerId: actor.userId };
  const { roles } = actor;
  const inHand = { OR: [{ status: "returned" as const }, { status: "claimed" as const, leaseUntil: { gt: now } }] };
  const asAdmin = roles.has("admin") ? [inHand] : [];
  if (!roles.has("mentor")) return { OR: [mine, ...asAdmin] };
  const judged = { mentorId: actor.userId, status: { in: ["returned", "confirmed", "withdrawn", "closed"] as ReviewStatus[] } };
  const held = { holderId: actor.userId, status: "claimed" as const };
  return { OR: [mine, ...asAdmin, claimableBy(actor, now), { AND: [ofOthers(actor.userId), { OR: [held, judged] }] }] };
}

export type Party = "learner" | "mentor" | "admin";

/** Mentors know a learner by the name that they were asked under; so does an admin who is a mentor, too. */
export function meetsAsMentor(actor: Actor, party: Party | null): boolean {
  return party === "mentor" || (party === "admin" && isMentor(actor));
}

/**
 * Who speaks of a review, or reads along: narrower than visibleTo, since a mentor who merely could claim it has no part in what its learner
 * and their mentors say. As a mentor: whoever holds it now; and whoever judged it last, for as long as visibleTo shows it to them, so not
 * while another holds it, not while it is kept for another, and not after a block. As an admin: while it is held or returned.
 */
export function partiesOf(actor: Actor, now: Date): Partial<Record<Party, object>> {
  if (actor.kind !== "member") return {};
  const { userId, roles } = actor;
  const live = { status: "claimed" as const, leaseUntil: { gt: now } };
  const judged = {
    AND: [
      { mentorId: userId },
      { OR: [{ status: { in: ["returned", "confirmed", "withdrawn", "closed"] as ReviewStatus[] } }, claimableBy(actor, now)] },
    ],
  };
  const asMentor = { AND: [ofOthers(userId), { OR: [{ holderId: userId, ...live }, judged] }] };
  return {
    learner: { learnerId: userId },
    ...(roles.has("mentor") && { mentor: asMentor }),
    ...(roles.has("admin") && { admin: { AND: [{ learnerId: { not: userId } }, { OR: [{ status: "returned" as const }, live] }] } }),
  };
}
