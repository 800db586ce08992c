import "server-only";
import { randomUUID } from "node:crypto";
import type { Item } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { begin, follow, type EventData, type Review, type ReviewEvent } from "#lib/review/history.ts";
import { isLive } from "#lib/review/lease.ts";
import { eventData, keptCriteria } from "#lib/review/schema.ts";

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

/** What a claim is judged on, besides the review; the mentor's row must be locked. */
export async function readClaimFacts(tx: Tx, { review, mentorId }: { review: Review; mentorId: string }) {
  const rows = await tx.$queryRaw<{
    blocked: boolean; learnerDisabled: boolean; reservationHolds: boolean; liveLeases: number; capacity: number;
  }[]>`
    SELECT
      EXISTS (SELECT FROM blocks WHERE learner_id = ${review.learnerId}::uuid AND mentor_id = ${mentorId}::uuid) AS blocked,
      (SELECT disabled_at IS NOT NULL FROM users WHERE id = ${review.learnerId}::uuid) AS "learnerDisabled",
      EXISTS (SELECT FROM users WHERE id = ${review.reservedFor}::uuid AND disabled_at IS NULL AND 'mentor' = ANY (roles)) AS "reservationHolds",
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
  const { id } = await tx.verdict.create({
    data: {
      kind, mentorId, summary, givenAt: now, reviewId: review.id, evidenceId: review.evidenceId, versionId: review.versionId,
      itemId: review.itemId, edition: review.edition, leaseId: review.leaseId!, marks: { create: marks },
    },
    select: { id: true },
  });
  await tx.requestedChange.createMany({
    data: entries.map((text, index) => ({ reviewId: review.id, verdictId: id, position: index + 1, text })),
  });
  return id;
}

/** What was asked and not answered yet, in order. */
export async function listOpenChanges(tx: Tx, reviewId: string): Promise<{ id: string }[]> {
  return await tx.requestedChange.findMany({
    where: { reviewId, answeredAt: null },
    select: { id: true },
    orderBy: [{ verdict: { givenAt: "asc" } }, { position: "asc" }],
  });
}

export async function answerChanges(tx: Tx, { answers, now }: { answers: { changeId: string; answer: string }[]; now: Date }): Promise<void> {
  for (const { changeId, answer } of answers) {
    await tx.requestedChange.update({ where: { id: changeId, answeredAt: null }, data: { answer, answeredAt: now }, select: { id: true } });
  }
}

/** What a reservation for a mentor needs to know; null when there is no such active mentor. */
export async function getActiveMentor(tx: Tx, userId: string): Promise<{ timeZone: string } | null> {
  return await tx.user.findFirst({
    where: { id: userId, disabledAt: null, roles: { has: "mentor" } }, select: { timeZone: true },
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
