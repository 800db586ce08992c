import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor, Member } from "#lib/access/actor.ts";
import { id, instant } from "#lib/base/fields.ts";
import { iso } from "#lib/base/time.ts";
import { getItem, type Item } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import type { Prisma} from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import { shownVersion, toVersionDto, type VersionRow } from "#lib/portfolio/store.ts";
import { begin, follow, type EventData, type Review, type ReviewEvent } from "#lib/review/history.ts";
import { isLive, secondsLeft } from "#lib/review/lease.ts";
import { permitted, relation } from "#lib/review/permitted.ts";
import {
  canClaim, canDiscard, canJudge, canRelease, canResubmit, canSend, canWithdraw, claimableBy, visibleTo,
} from "#lib/review/policy.ts";
import {
  eventData, keptCriteria, type QueueDto, type ReviewDto, type ReviewSummaryDto, type TimelineEntryDto, type VerdictDto,
} from "#lib/review/schema.ts";
import { statusAt } from "#lib/review/transitions.ts";
import { turnOf } from "#lib/review/turn.ts";

/** The row as the pure files know it. */
const row = {
  id: true, learnerId: true, evidenceId: true, itemId: true, edition: true, status: true, versionId: true, question: true,
  round: true, queuedAt: true, turnSince: true, holderId: true, leaseId: true, leaseUntil: true, mentorId: true,
  reservedFor: true, reservedUntil: true, createdAt: true, closedAt: true,
} satisfies Prisma.ReviewSelect;

/** Locks a review for the rest of the transaction; null when there is none. Lock user rows before. */
export async function lockReview(tx: Tx, reviewId: string): Promise<Review | null> {
  await tx.$queryRaw`SELECT id FROM reviews WHERE id = ${reviewId}::uuid FOR UPDATE`;
  return await tx.review.findUnique({ where: { id: reviewId }, select: row });
}

/** A review's learner, who is locked before the review; null when there is no such review. */
export async function getLearnerId(tx: Tx, reviewId: string): Promise<string | null> {
  const found = await tx.review.findUnique({ where: { id: reviewId }, select: { learnerId: true } });
  return found?.learnerId ?? null;
}

type Happening = Pick<ReviewEvent, "at" | "actorId"> & { leaseId?: string | null; data: EventData };

/** Writes an event and the row that follows from it; the review must be locked. Answers the new row. */
export async function record(tx: Tx, review: Review, { at, actorId, leaseId = null, data }: Happening): Promise<Review> {
  const next = follow(review, { reviewId: review.id, at, actorId, leaseId, data });
  await tx.review.update({ where: { id: review.id }, data: next, select: { id: true } });
  await insertEvent(tx, { reviewId: review.id, at, actorId, leaseId, data });
  return next;
}

async function insertEvent(tx: Tx, { reviewId, at, actorId, leaseId, data }: ReviewEvent): Promise<void> {
  const { kind, ...rest } = data;
  await tx.$executeRaw`
    INSERT INTO review_events (review_id, number, kind, at, actor_id, lease_id, data)
    SELECT ${reviewId}::uuid, coalesce(max(number), 0) + 1, ${kind}::review_event_kind, ${at}, ${actorId}::uuid,
      ${leaseId}::uuid, ${JSON.stringify(rest)}::jsonb
    FROM review_events WHERE review_id = ${reviewId}::uuid`;
}

/** If the lease has run out, writes down that it did, dated at its end; whoever acts next on a review calls this first. */
export async function settleLapse(tx: Tx, review: Review, now: Date): Promise<Review> {
  if (review.status !== "claimed" || isLive(review, now)) return review;
  return await record(tx, review, { at: review.leaseUntil!, actorId: null, leaseId: review.leaseId, data: { kind: "lapsed" } });
}

/** Begins a review with its ask, waiting or unsent. */
export async function insertReview(
  tx: Tx,
  ask: { learnerId: string; evidenceId: string; item: Item; versionId: string; question: string; sent: boolean; now: Date },
): Promise<Review> {
  const { learnerId, evidenceId, item, versionId, question, sent, now } = ask;
  await keepRequirement(tx, item);
  const data = { kind: "asked" as const, learnerId, evidenceId, itemId: item.id, edition: item.edition, versionId, question, sent };
  const review = begin({ id: randomUUID(), at: now, data });
  await tx.review.create({ data: review, select: { id: true } });
  await insertEvent(tx, { reviewId: review.id, at: now, actorId: learnerId, leaseId: null, data });
  return review;
}

/** Unsent reviews were never seen by anybody: they go without a trace. */
export async function deleteReview(tx: Tx, reviewId: string): Promise<void> {
  await tx.review.delete({ where: { id: reviewId }, select: { id: true } });
}

/** The newest version of an evidence. */
export async function newestVersionId(tx: Tx, evidenceId: string): Promise<string> {
  const version = await tx.evidenceVersion.findFirstOrThrow({
    where: { evidenceId }, select: { id: true }, orderBy: { number: "desc" },
  });
  return version.id;
}

/** Counts that the limits need; the learner's row must be locked. */
export async function countForLearner(tx: Tx, { learnerId, itemId }: { learnerId: string; itemId: string }) {
  const openForItem = await tx.review.count({
    where: { learnerId, itemId, status: { in: ["waiting", "claimed", "returned"] } },
  });
  const withMentors = await tx.review.count({ where: { learnerId, status: { in: ["waiting", "claimed"] } } });
  return { openForItem, withMentors };
}

export async function isPairTaken(tx: Tx, { evidenceId, itemId }: { evidenceId: string; itemId: string }): Promise<boolean> {
  const taken = await tx.review.count({
    where: { evidenceId, itemId, status: { in: ["unsent", "waiting", "claimed", "returned"] } },
  });
  return taken > 0;
}

/** What a claim or a verdict is judged on, besides the review; for a claim the mentor's row must be locked. */
export async function readClaimFacts(tx: Tx, { review, mentorId }: { review: Review; mentorId: string }) {
  const rows = await tx.$queryRaw<{
    blocked: boolean; learnerDisabled: boolean; reservationHolds: boolean; liveLeases: number; capacity: number;
  }[]>`
    SELECT
      EXISTS (SELECT FROM blocks WHERE learner_id = ${review.learnerId}::uuid AND mentor_id = ${mentorId}::uuid) AS blocked,
      (SELECT disabled_at IS NOT NULL FROM users WHERE id = ${review.learnerId}::uuid) AS "learnerDisabled",
      EXISTS (SELECT FROM users WHERE id = ${review.reservedFor}::uuid AND disabled_at IS NULL AND 'mentor' = ANY (roles)
        AND NOT EXISTS (SELECT FROM blocks WHERE learner_id = ${review.learnerId}::uuid AND mentor_id = users.id)) AS "reservationHolds",
      (SELECT count(*)::int FROM reviews WHERE holder_id = ${mentorId}::uuid AND lease_until > clock_timestamp()) AS "liveLeases",
      (SELECT capacity FROM users WHERE id = ${mentorId}::uuid) AS capacity`;
  return rows[0]!;
}

/** The criteria of a review's item in its edition. */
export async function listCriteria(tx: Db | Tx, { itemId, edition }: Pick<Review, "itemId" | "edition">) {
  const { criteria } = await tx.requirement.findUniqueOrThrow({
    where: { itemId_edition: { itemId, edition } }, select: { criteria: true },
  });
  return keptCriteria.parse(criteria);
}

/** Whether a lease of this review was ever this mentor's: it may be told what became of it. */
export async function wasLeaseOf(tx: Tx, lease: { reviewId: string; leaseId: string; mentorId: string }): Promise<boolean> {
  const claims = await tx.reviewEvent.count({
    where: { reviewId: lease.reviewId, leaseId: lease.leaseId, actorId: lease.mentorId, kind: "claimed" },
  });
  return claims > 0;
}

export interface NewVerdict {
  kind: "confirm" | "return" | "ask";
  review: Review;
  mentorId: string;
  marks: { criterionId: string; met: boolean; note: string }[];
  summary: string;
  /** What the learner is asked to do or to answer, in order. */
  entries: string[];
  now: Date;
}

export async function insertVerdict(tx: Tx, { kind, review, mentorId, marks, summary, entries, now }: NewVerdict): Promise<string> {
  const { id: verdictId } = await tx.verdict.create({
    data: {
      kind, mentorId, summary, givenAt: now, reviewId: review.id, evidenceId: review.evidenceId, versionId: review.versionId,
      itemId: review.itemId, edition: review.edition, leaseId: review.leaseId!, marks: { create: marks },
    },
    select: { id: true },
  });
  await tx.requestedChange.createMany({
    data: entries.map((text, index) => ({ reviewId: review.id, verdictId, position: index + 1, text })),
  });
  return verdictId;
}

/** What was asked and not answered yet, in order. */
export async function listOpenChanges(tx: Tx, reviewId: string): Promise<{ id: string }[]> {
  return await tx.requestedChange.findMany({
    where: { reviewId, answeredAt: null },
    select: { id: true },
    orderBy: [{ verdict: { givenAt: "asc" } }, { position: "asc" }],
  });
}

export async function answerChanges(
  tx: Tx, { reviewId, answers, now }: { reviewId: string; answers: { changeId: string; answer: string }[]; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE requested_changes AS asked SET answer = given.answer, answered_at = ${now}
    FROM unnest(${answers.map(({ changeId }) => changeId)}::uuid[], ${answers.map(({ answer }) => answer)}::text[]) AS given (id, answer)
    WHERE asked.id = given.id AND asked.review_id = ${reviewId}::uuid AND asked.answered_at IS NULL`;
}

/** What a reservation for a mentor needs to know; null when there is no such active mentor. */
export async function getActiveMentor(tx: Tx, { mentorId, learnerId }: Pick<Review, "mentorId" | "learnerId">): Promise<{ timeZone: string } | null> {
  if (mentorId === null) return null;
  return await tx.user.findFirst({
    where: { id: mentorId, disabledAt: null, roles: { has: "mentor" }, blockedBy: { none: { learnerId } } }, select: { timeZone: true },
  });
}

/** Locks claimed reviews whose lease has run out, oldest first, leaving those that somebody is acting on. */
export async function lockLapsed(tx: Tx, limit: number): Promise<Review[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE status = 'claimed' AND lease_until <= clock_timestamp()
    ORDER BY lease_until LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return await tx.review.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: row });
}

/** A review's history, oldest first; data that does not parse is a bug and throws. */
export async function listEvents(db: Db | Tx, reviewId: string): Promise<ReviewEvent[]> {
  const events = await db.reviewEvent.findMany({ where: { reviewId }, orderBy: { number: "asc" } });
  return events.map(({ kind, at, actorId, leaseId, data }) => ({
    reviewId, at, actorId, leaseId, data: eventData.parse({ kind, ...(data as object) }),
  }));
}

// Reading for the views -------------------------------------------------------------------------------------

/** An item's names: as the guide has them now, or as they were kept when it was still in a guide. */
function itemRef(itemId: string, keptTitle: string) {
  const found = getItem(itemId);
  return {
    itemId, itemTitle: found?.item.title ?? keptTitle, stepTitle: found?.step.title ?? null, guide: found?.guide.slug ?? null,
  };
}

const byName = { select: { name: true } } satisfies Prisma.UserDefaultArgs;
const newestVersion = { select: { title: true, kind: true, url: true }, orderBy: { number: "desc" }, take: 1 } satisfies Prisma.Evidence$versionsArgs;

const summary = {
  ...row,
  requirement: { select: { title: true } },
  evidence: { select: { versions: newestVersion } },
  holder: byName,
  mentor: byName,
  verdicts: { select: { kind: true }, orderBy: { givenAt: "desc" }, take: 1 },
  _count: { select: { changes: { where: { answeredAt: null } } } },
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

const queued = {
  ...row,
  requirement: { select: { title: true } },
  evidence: { select: { versions: newestVersion } },
  version: { select: { title: true } },
  learner: byName,
} satisfies Prisma.ReviewSelect;

type QueuedRow = Prisma.ReviewGetPayload<{ select: typeof queued }>;

function toQueued(found: QueuedRow) {
  const [version] = found.evidence.versions;
  return {
    reviewId: found.id, ...itemRef(found.itemId, found.requirement.title), learnerName: found.learner.name, evidenceTitle: version!.title,
  };
}

const PAGE = 50;

/** One page of what the actor could claim, by place, and what they hold. */
export async function listQueue(
  db: Db, { actor, after, now }: { actor: Actor; after: string | undefined; now: Date },
): Promise<QueueDto | null> {
  if (actor.kind !== "member") return null;
  const [rows, held, mentor] = await Promise.all([
    db.review.findMany({
      where: { AND: [claimableBy(actor, now), placeAfter(after)] },
      select: queued, orderBy: [{ queuedAt: "asc" }, { id: "asc" }], take: PAGE + 1,
    }),
    db.review.findMany({
      where: { holderId: actor.userId, leaseUntil: { gt: now } }, select: queued, orderBy: [{ leaseUntil: "asc" }, { id: "asc" }],
    }),
    db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { capacity: true } }),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((found) => ({
      ...toQueued(found),
      evidenceUrl: found.evidence.versions[0]!.url,
      kind: found.evidence.versions[0]!.kind,
      queuedAt: iso(found.queuedAt!),
      round: found.round,
      reservedForYou: found.reservedFor === actor.userId && found.reservedUntil !== null && found.reservedUntil > now,
      question: found.question,
    })),
    next: rows.length > PAGE && last ? `${iso(last.queuedAt!)}_${last.id}` : null,
    // A held review is judged on its pinned version: a newer one was never shared.
    held: held.map((found) => ({ ...toQueued(found), evidenceTitle: found.version.title, secondsLeft: secondsLeft(found, now) })),
    capacity: mentor.capacity,
  };
}

/** Everything behind a place, as `next` names it; what is no place is the beginning. */
function placeAfter(place: string | undefined): Prisma.ReviewWhereInput {
  const [at, reviewId] = place?.split("_") ?? [];
  const queuedAt = new Date(at ?? "");
  // Before 1970 nothing was queued, and not every year that JavaScript knows is one to PostgreSQL.
  if (!(queuedAt.getTime() >= 0) || !instant.safeParse(at).success || !id.safeParse(reviewId).success) return {};
  return { OR: [{ queuedAt: { gt: queuedAt } }, { queuedAt, id: { gt: reviewId } }] };
}

const detail = {
  ...row,
  learner: { select: { name: true } },
  holder: byName,
  reserved: { select: { name: true, disabledAt: true, roles: true, blockedBy: { select: { learnerId: true } } } },
  requirement: { select: { title: true, shows: true, criteria: true } },
  version: { select: shownVersion },
  evidence: { select: { versions: { select: shownVersion, orderBy: { number: "desc" } } } },
  verdicts: {
    select: {
      id: true, kind: true, mentorId: true, givenAt: true, edition: true, summary: true, versionId: true,
      mentor: byName,
      version: { select: shownVersion },
      marks: { select: { criterionId: true, met: true, note: true }, orderBy: { criterionId: "asc" } },
      changes: { select: { id: true, text: true, answer: true, answeredAt: true }, orderBy: { position: "asc" } },
    },
    orderBy: { givenAt: "desc" },
  },
  events: {
    select: { number: true, kind: true, at: true, actorId: true, data: true, actor: byName }, orderBy: { number: "asc" },
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
  return {
    reviewId: found.id,
    ...itemRef(found.itemId, found.requirement.title),
    as,
    status,
    turn: { ...turnOf(found, lastVerdict?.kind ?? null, now), since: iso(found.turnSince) },
    round: found.round,
    queuedAt: iso(found.queuedAt),
    question: found.question,
    learnerName: found.learner.name,
    requirement: {
      edition: found.edition,
      shows: found.requirement.shows,
      criteria: keptCriteria.parse(found.requirement.criteria),
      changedSince: (getItem(found.itemId)?.item.edition ?? found.edition) > found.edition,
    },
    evidenceId: found.evidenceId,
    version: toVersionDto(version),
    previousVersion: lastVerdict && lastVerdict.versionId !== version.id ? toVersionDto(lastVerdict.version) : null,
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
    timeline: found.events.map((event) => toTimelineEntry(event, found.evidence.versions, actor)),
    can: actsFor(actor, found, now),
  };
}

/** The one it is reserved for can still take it: canClaim's fact, read with the review. */
function reservationHolds({ reserved, learnerId }: Pick<DetailRow, "reserved" | "learnerId">): boolean {
  return reserved !== null && reserved.disabledAt === null && reserved.roles.includes("mentor")
    && !reserved.blockedBy.some((block) => block.learnerId === learnerId);
}

function reservationOf(found: DetailRow, actor: Member, now: Date): ReviewDto["reservation"] {
  if (statusAt(found, now) !== "waiting" || !found.reserved || !found.reservedUntil || found.reservedUntil <= now || !reservationHolds(found)) return null;
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
    marks: verdict.marks,
    changes: verdict.changes.map(({ id: changeId, answeredAt, ...change }) => ({ changeId, ...change, answeredAt: iso(answeredAt) })),
  };
}

function toTimelineEntry(event: DetailRow["events"][number], versions: VersionRow[], actor: Member): TimelineEntryDto {
  const data = eventData.parse({ kind: event.kind, ...(event.data as object) });
  const versionId = "versionId" in data ? data.versionId : null;
  return {
    number: event.number,
    kind: event.kind,
    at: iso(event.at),
    who: event.actor?.name ?? null,
    byYou: event.actorId === actor.userId,
    versionNumber: versions.find((version) => version.id === versionId)?.number ?? null,
  };
}

/** What the screen may offer. Limits that other rows decide (capacity, how many are open) are left to the act itself. */
function actsFor(actor: Member, review: DetailRow, now: Date) {
  const own = { review, openForItem: 0, withMentors: 0 };
  const claim = { review, blocked: false, learnerDisabled: false, reservationHolds: reservationHolds(review), liveLeases: 0, capacity: 1 };
  const held = { review, leaseWasYours: review.holderId === actor.userId, blocked: false, learnerDisabled: false };
  const shown = { leaseId: review.leaseId ?? "", versionId: review.versionId, edition: review.edition };
  return permitted([
    ["send", canSend(actor, own, { now })],
    ["discard", canDiscard(actor, own, { now })],
    ["claim", canClaim(actor, claim, { now })],
    ["release", canRelease(actor, held, { input: shown, now })],
    ["returnWithChanges", canJudge(actor, held, { input: shown, now })],
    ["askForInformation", canJudge(actor, held, { input: shown, now })],
    ["confirm", canJudge(actor, held, { input: shown, now })],
    ["resubmit", canResubmit(actor, own, { now })],
    ["withdraw", canWithdraw(actor, own, { now })],
  ]);
}

/** Which of some reviews the actor may read now. */
export async function listVisibleIds(
  db: Db, { actor, reviewIds, now }: { actor: Actor; reviewIds: readonly string[]; now: Date },
): Promise<ReadonlySet<string>> {
  const found = await db.review.findMany({ where: { AND: [{ id: { in: [...reviewIds] } }, visibleTo(actor, now)] }, select: { id: true } });
  return new Set(found.map((review) => review.id));
}
