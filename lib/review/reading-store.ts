import "server-only";
import type { Actor, Member } from "#lib/access/actor.ts";
import { isPresentMentor } from "#lib/account/present-mentor.ts";
import { nobody } from "#lib/base/id.ts";
import { iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import type { Db, Prisma, Tx } from "#lib/platform/db.ts";
import { shownVersion, toVersionDto } from "#lib/portfolio/store.ts";
import type { ReviewStatus, SelfMark } from "#lib/review/history.ts";
import { isLive, secondsLeft } from "#lib/review/lease.ts";
import { itemRef, nameForMentors } from "#lib/review/names.ts";
import { permitted, relation } from "#lib/review/permitted.ts";
import {
  canAcknowledge, canAskForInformation, canClaim, canClose, canConfirm, canCorrect, canDiscard, canReassign, canRelease, canReopen, canResubmit,
  canReturn, canSend, canTakeNewVersion, canWithdraw, meetsAsMentor, partiesOf, visibleTo, type Party,
} from "#lib/review/policy.ts";
import { eventData, keptCriteria, type ReviewDto, type ReviewSummaryDto, type TimelineEntryDto, type VerdictDto } from "#lib/review/schema.ts";
import { statusAt } from "#lib/review/status.ts";
import { byName, dimensionsOf, newestVersion, openChange, reviewRow } from "#lib/review/store.ts";
import { turnOf } from "#lib/review/turn.ts";

const summary = {
  ...reviewRow,
  requirement: { select: { title: true } },
  evidence: { select: { versions: newestVersion } },
  holder: byName,
  mentor: byName,
  verdicts: { select: { kind: true }, orderBy: { givenAt: "desc" }, take: 1 },
  _count: { select: { changes: { where: openChange } } },
} satisfies Prisma.ReviewSelect;

function toSummary(found: Prisma.ReviewGetPayload<{ select: typeof summary }>, now: Date): ReviewSummaryDto {
  const status = statusAt(found, now);
  return {
    reviewId: found.id,
    ...itemRef(found.itemId, found.requirement.title),
    evidenceId: found.evidenceId,
    evidenceTitle: found.evidence.versions[0]!.title,
    status,
    turn: { ...turnOf(found, found.verdicts[0]?.kind ?? null, now), since: iso(found.turnSince) },
    round: found.round,
    openChanges: found._count.changes,
    mentorName: (status === "claimed" ? found.holder?.name : found.mentor?.name) ?? null,
  };
}

const turnOrder = { learner: 0, mentors: 1, nobody: 2 };

/** Their turn first, then the newest turn. */
export async function listMine(db: Db, { actor, now }: { actor: Actor; now: Date }): Promise<ReviewSummaryDto[]> {
  if (actor.kind !== "member") return [];
  const found = await db.review.findMany({
    where: { learnerId: actor.userId }, select: summary, orderBy: [{ turnSince: "desc" }, { id: "asc" }],
  });
  return found.map((review) => toSummary(review, now)).sort((a, b) => turnOrder[a.turn.whose] - turnOrder[b.turn.whose]);
}

const detail = {
  ...reviewRow,
  learner: { select: { name: true, blocks: { select: { mentorId: true } } } },
  holder: byName,
  reserved: { select: { name: true, disabledAt: true, roles: true, daysOff: { select: { beginsAt: true, endsAt: true } } } },
  requirement: { select: { title: true, shows: true, criteria: true } },
  version: { select: shownVersion },
  evidence: { select: { versions: { select: shownVersion, orderBy: { number: "desc" } } } },
  verdicts: {
    select: {
      id: true, kind: true, mentorId: true, givenAt: true, edition: true, summary: true, versionId: true, correctedAt: true, correction: true,
      mentor: byName,
      version: { select: shownVersion },
      requirement: { select: { criteria: true } },
      marks: { select: { criterionId: true, met: true, note: true } },
      levels: { select: { dimensionId: true, title: true, level: true, words: true }, orderBy: { position: "asc" } },
      changes: { select: { id: true, text: true, answer: true, answeredAt: true }, orderBy: { position: "asc" } },
    },
    orderBy: { givenAt: "desc" },
  },
  events: {
    select: { number: true, kind: true, at: true, actorId: true, leaseId: true, data: true, actor: byName }, orderBy: { number: "asc" },
  },
} satisfies Prisma.ReviewSelect;

type DetailRow = Prisma.ReviewGetPayload<{ select: typeof detail }>;

/** One review as the actor may see it; null when they may not. */
export async function readReview(
  db: Db, { actor, reviewId, now }: { actor: Actor; reviewId: string; now: Date },
): Promise<ReviewDto | null> {
  const found = await db.review.findFirst({ where: { AND: [{ id: reviewId }, visibleTo(actor, now)] }, select: detail });
  if (!found || actor.kind !== "member") return null;
  const as = relation(actor, found);
  const status = statusAt(found, now);
  const newest = found.evidence.versions[0]!;
  const [lastVerdict] = found.verdicts;
  // Over without a confirmation, the judging mentor keeps what they judged and nothing that came after it.
  const judgedAlone = as === "mentor" && (status === "withdrawn" || status === "closed") && lastVerdict !== undefined;
  const version = judgedAlone ? lastVerdict.version : status === "waiting" || status === "unsent" ? newest : found.version;
  const isHolder = found.holderId === actor.userId && status === "claimed";
  const before = lastVerdict?.version ?? (isHolder ? versionAtClaim(found) : null);
  return {
    reviewId: found.id,
    ...itemRef(found.itemId, found.requirement.title),
    as,
    party: await partyTo(db, { actor, reviewId, now }),
    status,
    turn: { ...turnOf(found, lastVerdict?.kind ?? null, now), since: iso(found.turnSince) },
    round: found.round,
    queuedAt: iso(found.queuedAt),
    question: found.question,
    selfCheck: selfCheckOf(found.events),
    learnerName: as === "mentor" ? nameForMentors(found) : found.learner.name,
    alias: as === "learner" ? found.alias : null,
    acknowledgedAt: iso(found.acknowledgedAt),
    requirement: {
      edition: found.edition,
      shows: found.requirement.shows,
      criteria: keptCriteria.parse(found.requirement.criteria),
      changedSince: (getItem(found.itemId)?.item.edition ?? found.edition) > found.edition,
      dimensions: dimensionsOf(found.itemId).map(({ levels, ...dimension }) => ({ ...dimension, levels: [...levels] })),
    },
    evidenceId: as === "learner" ? found.evidenceId : null,
    version: toVersionDto(version),
    previousVersion: before && before.id !== version.id ? toVersionDto(before) : null,
    newerVersion: (as === "learner" || isHolder) && newest.number > version.number,
    lease: status === "claimed"
      ? { mentorName: found.holder!.name, byYou: isHolder, leaseId: isHolder ? found.leaseId : null, secondsLeft: secondsLeft(found, now) }
      : null,
    reservation: reservationOf(found, actor, now),
    verdicts: found.verdicts.map((verdict) => {
      const shown = toVerdict(verdict, actor);
      if (!judgedAlone || verdict !== lastVerdict) return shown;
      return { ...shown, changes: shown.changes.map((change) => ({ ...change, answer: null, answeredAt: null })) };
    }),
    timeline: judgedAlone ? untilJudged(toTimeline(found, { actor, as }), found) : toTimeline(found, { actor, as }),
    mentors: mentorsOf(found, as),
    can: actsFor(actor, found, now),
  };
}

/** What the holder was given when they claimed, whatever they have taken since; null where it is not known. */
function versionAtClaim({ events, leaseId, evidence }: DetailRow) {
  const claim = events.find((event) => event.kind === "claimed" && event.leaseId === leaseId);
  const data = claim && eventData.parse({ kind: claim.kind, ...(claim.data as object) });
  return data?.kind === "claimed" ? (evidence.versions.find(({ id }) => id === data.versionId) ?? null) : null;
}

function reservationOf(found: DetailRow, actor: Member, now: Date): ReviewDto["reservation"] {
  if (statusAt(found, now) !== "waiting" || !found.reserved || !found.reservedUntil || found.reservedUntil <= now
    || !isPresentMentor(found.reserved, now)) return null;
  return { mentorName: found.reserved.name, forYou: found.reservedFor === actor.userId, until: iso(found.reservedUntil) };
}

function toVerdict(verdict: DetailRow["verdicts"][number], actor: Member): VerdictDto {
  return {
    verdictId: verdict.id,
    kind: verdict.kind,
    mentorName: verdict.mentor?.name ?? null,
    byYou: verdict.mentorId === actor.userId,
    givenAt: iso(verdict.givenAt),
    versionNumber: verdict.version.number,
    edition: verdict.edition,
    summary: verdict.summary,
    marks: keptCriteria.parse(verdict.requirement.criteria).flatMap(({ id, text }) =>
      verdict.marks.filter(({ criterionId }) => criterionId === id).map((mark) => ({ ...mark, text }))),
    levels: verdict.levels,
    corrected: verdict.correctedAt === null ? null : { at: iso(verdict.correctedAt), reason: verdict.correction! },
    changes: verdict.changes.map(({ id: changeId, answeredAt, ...change }) => ({ changeId, ...change, answeredAt: iso(answeredAt) })),
  };
}

/** What the learner said of the criteria when they asked. */
function selfCheckOf([asked]: DetailRow["events"]): SelfMark[] {
  const data = asked && eventData.parse({ kind: asked.kind, ...(asked.data as object) });
  return data?.kind === "asked" ? data.selfCheck : [];
}

/** Renewals say nothing to anybody: the lease says how long it runs. */
function toTimeline(found: DetailRow, { actor, as }: { actor: Member; as: ReviewDto["as"] }): TimelineEntryDto[] {
  return found.events.flatMap((event) => {
    const data = eventData.parse({ kind: event.kind, ...(event.data as object) });
    if (data.kind === "renewed") return [];
    const versionId = "versionId" in data ? data.versionId : null;
    const ofLearner = event.actorId === found.learnerId;
    return [{
      number: event.number,
      kind: data.kind,
      at: iso(event.at),
      // That the learner ended a mentor's hold would say that they have blocked them.
      who: as !== "mentor" || !ofLearner ? (event.actor?.name ?? null) : data.kind === "handed_over" ? null : nameForMentors(found),
      byYou: event.actorId === actor.userId,
      versionNumber: found.evidence.versions.find((version) => version.id === versionId)?.number ?? null,
      // Why a hold was handed over is the learner's affair where they blocked somebody.
      reason: "reason" in data && (data.kind !== "handed_over" || as !== "mentor") ? data.reason : null,
    }];
  });
}

/** Up to the last verdict, and that it is over since: what was said and done in between is for others. */
function untilJudged(entries: readonly TimelineEntryDto[], { events, verdicts: [last] }: DetailRow): TimelineEntryDto[] {
  const judged = events.findLast(({ data }) => (data as { verdictId?: unknown }).verdictId === last?.id)?.number ?? 0;
  return entries.filter(({ number, kind }) => number <= judged || kind === "withdrawn" || kind === "closed")
    .map((entry) => (entry.number <= judged ? entry : { ...entry, reason: null }));
}

/** What the screen may offer. Limits that other rows decide (capacity, how many are open) are left to the act itself. */
function actsFor(actor: Member, found: DetailRow, now: Date) {
  const [lastVerdict] = found.verdicts;
  const facts = {
    review: found, ownerId: found.learnerId, openForItem: 0, withMentors: 0, blocked: false, learnerDisabled: false, mentorDisabled: false,
    reservationHolds: found.reserved !== null && isPresentMentor(found.reserved, now), liveLeases: 0, capacity: 1, otherOpen: false,
    leaseWasYours: found.holderId === actor.userId, newestVersionId: found.evidence.versions[0]!.id, criteria: [], dimensions: [], openChanges: [],
    judgedAt: lastVerdict && lastVerdict.correctedAt === null ? lastVerdict.givenAt : null,
    target: { userId: nobody, blocked: false, away: false },
  };
  const input = { leaseId: found.leaseId ?? "", versionId: found.versionId, edition: found.edition, marks: [], levels: [], answers: [] };
  const context = { input, now };
  return permitted([
    ["send", canSend(actor, facts, context)],
    ["discard", canDiscard(actor, facts, context)],
    ["claim", canClaim(actor, facts, context)],
    ["release", canRelease(actor, facts, context)],
    ["takeNewVersion", canTakeNewVersion(actor, facts, context)],
    ["returnWithChanges", canReturn(actor, facts, context)],
    ["askForInformation", canAskForInformation(actor, facts, context)],
    ["confirm", canConfirm(actor, facts, context)],
    ["resubmit", canResubmit(actor, facts, context)],
    ["acknowledge", canAcknowledge(actor, facts, context)],
    ["withdraw", canWithdraw(actor, facts, context)],
    ["correct", canCorrect(actor, facts, context)],
    ["reopen", canReopen(actor, facts, context)],
    ["reassign", canReassign(actor, facts, context)],
    ["close", canClose(actor, facts, context)],
  ]);
}

/** Those who have held a review: its learner knows them, and may block them. */
function mentorsOf(found: DetailRow, as: ReviewDto["as"]): ReviewDto["mentors"] {
  if (as !== "learner") return [];
  const blocked = new Set(found.learner.blocks.map(({ mentorId }) => mentorId));
  const known = new Map(found.events.flatMap(({ kind, actorId, actor }) => (kind === "claimed" && actorId && actor ? [[actorId, actor.name] as const] : [])));
  return [...known].map(([mentorId, mentorName]) => ({ mentorId, mentorName, blocked: blocked.has(mentorId) }));
}

/** Which of some reviews the actor may read now. */
export async function listVisibleIds(
  db: Db, { actor, reviewIds, now }: { actor: Actor; reviewIds: readonly string[]; now: Date },
): Promise<ReadonlySet<string>> {
  const found = await db.review.findMany({ where: { AND: [{ id: { in: [...reviewIds] } }, visibleTo(actor, now)] }, select: { id: true } });
  return new Set(found.map((review) => review.id));
}

/** How somebody stands to what is said about a review. */
export interface Standing {
  /** Null for whoever has no part in it. */
  party: Party | null;
  status: ReviewStatus;
  learnerId: string;
  /** The learner as the party knows them. */
  learnerName: string;
  /** Over without a confirmation, the judging mentor reads what was said until their verdict and nothing that came after it; null for all. */
  until: Date | null;
  /** The mentor who reads what the learner says now: whoever holds it, or judged it last unless it is kept for another; null for nobody yet. */
  mentorId: string | null;
}

/** Null when there is no such review. Whether there is one is for the policy to tell or to hide. */
export async function readStanding(db: Db | Tx, { actor, reviewId, now }: { actor: Actor; reviewId: string; now: Date }): Promise<Standing | null> {
  const found = await db.review.findUnique({
    where: { id: reviewId },
    select: {
      ...reviewRow, learner: { select: { name: true, blocks: { select: { mentorId: true } } } },
      verdicts: { select: { givenAt: true }, orderBy: { givenAt: "desc" }, take: 1 },
    },
  });
  if (!found) return null;
  const isKeptForAnother = found.reservedFor !== null && found.reservedFor !== found.mentorId && found.reservedUntil! > now;
  const mentorId = isLive(found, now) ? found.holderId : isKeptForAnother ? null : found.mentorId;
  const party = await partyTo(db, { actor, reviewId, now });
  const status = statusAt(found, now);
  const isOver = status === "withdrawn" || status === "closed";
  return {
    party, status,
    mentorId: found.learner.blocks.some((block) => block.mentorId === mentorId) ? null : mentorId,
    learnerId: found.learnerId,
    learnerName: meetsAsMentor(actor, party) ? nameForMentors(found) : found.learner.name,
    until: party === "mentor" && isOver ? (found.verdicts[0]?.givenAt ?? found.createdAt) : null,
  };
}

async function partyTo(db: Db | Tx, { actor, reviewId, now }: { actor: Actor; reviewId: string; now: Date }): Promise<Party | null> {
  for (const [party, where] of Object.entries(partiesOf(actor, now)) as [Party, Prisma.ReviewWhereInput][]) {
    if ((await db.review.count({ where: { AND: [{ id: reviewId }, where] } })) > 0) return party;
  }
  return null;
}
