import "server-only";
import { randomUUID } from "node:crypto";
import { coversNow } from "#lib/account/present-mentor.ts";
import { isPresentMentorSql } from "#lib/account/store.ts";
import { nobody } from "#lib/base/id.ts";
import { iso } from "#lib/base/time.ts";
import { getItem, type Dimension, type Item } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import { revokeConfirmation } from "#lib/roadmap/store.ts";
import { aliasOf } from "#lib/review/alias.ts";
import { begin, follow, type EventData, type HandOverReason, type Review, type ReviewEvent, type SelfMark } from "#lib/review/history.ts";
import { isLive } from "#lib/review/lease.ts";
import { MOST_FOR_ITEM, MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { draftBody, eventData, keptCriteria, type BlocksDto, type DraftBody, type DraftDto } from "#lib/review/schema.ts";

/** The row as the pure files know it. */
export const reviewRow = {
  id: true, learnerId: true, evidenceId: true, itemId: true, edition: true, status: true, versionId: true, question: true,
  round: true, queuedAt: true, turnSince: true, holderId: true, leaseId: true, leaseUntil: true, mentorId: true,
  reservedFor: true, reservedUntil: true, createdAt: true, closedAt: true, alias: true, acknowledgedAt: true,
} satisfies Prisma.ReviewSelect;

/** A person, by name alone. */
export const byName = { select: { name: true } } satisfies Prisma.UserDefaultArgs;
/** An evidence, by its newest version. */
export const newestVersion = { select: { title: true, kind: true, url: true }, orderBy: { number: "desc" }, take: 1 } satisfies Prisma.Evidence$versionsArgs;

/** Locks a review for the rest of the transaction; null when there is none. Lock user rows before. */
export async function lockReview(tx: Tx, reviewId: string): Promise<Review | null> {
  await tx.$queryRaw`SELECT id FROM reviews WHERE id = ${reviewId}::uuid FOR UPDATE`;
  return await tx.review.findUnique({ where: { id: reviewId }, select: reviewRow });
}

/** A review's learner, who is locked before the review; null when there is no such review. */
export async function getLearnerId(tx: Tx, reviewId: string): Promise<string | null> {
  const found = await tx.review.findUnique({ where: { id: reviewId }, select: { learnerId: true } });
  return found?.learnerId ?? null;
}

/** Locks, in the order of their ids, the reviews that a mentor holds or that are kept for them: of one learner, or of all for null. */
export async function lockInHandsOf(tx: Tx, { mentorId, learnerId }: { mentorId: string; learnerId: string | null }): Promise<Review[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE ((status = 'claimed' AND holder_id = ${mentorId}::uuid) OR (status = 'waiting' AND reserved_for = ${mentorId}::uuid))
      AND (${learnerId}::uuid IS NULL OR learner_id = ${learnerId}::uuid)
    ORDER BY id FOR UPDATE`;
  return await tx.review.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: reviewRow, orderBy: { id: "asc" } });
}

/** Whether there is an active mentor who could see a learner's reviews: another than they, whom they do not block. */
export async function hasMentor(tx: Tx, learnerId: string): Promise<boolean> {
  return (await tx.user.count({
    where: { roles: { has: "mentor" }, disabledAt: null, id: { not: learnerId }, blockedBy: { none: { learnerId } } }, take: 1,
  })) > 0;
}

/**
 * The open reviews that no active mentor could see any more, now that one cannot: a mentor who was just blocked by a learner, or one who was
 * disabled, for null. Those whom they could not see before either are left out: that was told then.
 */
export async function listStranded(tx: Tx, { mentorId, learnerId }: { mentorId: string; learnerId: string | null }): Promise<string[]> {
  const couldSee = learnerId === null
    ? Prisma.sql`NOT EXISTS (SELECT FROM blocks WHERE learner_id = reviews.learner_id AND mentor_id = ${mentorId}::uuid)`
    : Prisma.sql`reviews.learner_id = ${learnerId}::uuid AND EXISTS (SELECT FROM users WHERE id = ${mentorId}::uuid AND disabled_at IS NULL)`;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE status IN ('waiting', 'claimed', 'returned') AND learner_id <> ${mentorId}::uuid AND ${couldSee} AND NOT EXISTS (
      SELECT FROM users WHERE 'mentor' = ANY (roles) AND disabled_at IS NULL AND users.id NOT IN (reviews.learner_id, ${mentorId}::uuid)
        AND NOT EXISTS (SELECT FROM blocks WHERE learner_id = reviews.learner_id AND mentor_id = users.id))
    ORDER BY id`;
  return rows.map(({ id }) => id);
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
  ask: {
    learnerId: string; evidenceId: string; item: Item; versionId: string; question: string; selfCheck: SelfMark[]; underAlias: boolean; sent: boolean;
    now: Date;
  },
): Promise<Review> {
  const { item, underAlias, now, ...rest } = ask;
  const { learnerId } = rest;
  await keepRequirement(tx, item);
  const id = randomUUID();
  const data = { kind: "asked" as const, ...rest, itemId: item.id, edition: item.edition, alias: underAlias ? aliasOf(id) : null };
  const review = begin({ id, at: now, data });
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

export async function isVersionOf(tx: Tx, { versionId, evidenceId }: { versionId: string; evidenceId: string }): Promise<boolean> {
  return (await tx.evidenceVersion.count({ where: { id: versionId, evidenceId } })) > 0;
}

/** Counts that the limits need; the learner's row must be locked. */
export async function countForLearner(tx: Tx, { learnerId, itemId }: { learnerId: string; itemId: string }) {
  const openForItem = await tx.review.count({
    where: { learnerId, itemId, status: { in: ["waiting", "claimed", "returned"] } },
  });
  const withMentors = await tx.review.count({ where: { learnerId, status: { in: ["waiting", "claimed"] } } });
  return { openForItem, withMentors };
}

/** The unsent reviews of a learner that could all be sent now, those that were kept first; the learner's row must be locked. */
export async function listSendable(tx: Tx, learnerId: string): Promise<string[]> {
  const reviews = await tx.review.findMany({
    where: { learnerId, status: { in: ["unsent", "waiting", "claimed", "returned"] } },
    select: { id: true, itemId: true, status: true }, orderBy: [{ turnSince: "asc" }, { id: "asc" }],
  });
  const open = reviews.filter(({ status }) => status !== "unsent");
  let room = MOST_WITH_MENTORS - open.filter(({ status }) => status !== "returned").length;
  const forItem = new Map<string, number>();
  const count = (itemId: string) => forItem.set(itemId, (forItem.get(itemId) ?? 0) + 1);
  open.forEach(({ itemId }) => count(itemId));
  return reviews.filter(({ itemId, status }) => {
    if (status !== "unsent" || room <= 0 || (forItem.get(itemId) ?? 0) >= MOST_FOR_ITEM) return false;
    room -= 1;
    count(itemId);
    return true;
  }).map(({ id }) => id);
}

export async function isPairTaken(tx: Tx, { evidenceId, itemId }: { evidenceId: string; itemId: string }): Promise<boolean> {
  const taken = await tx.review.count({
    where: { evidenceId, itemId, status: { in: ["unsent", "waiting", "claimed", "returned"] } },
  });
  return taken > 0;
}

/** What a claim or a verdict is judged on, besides the review; for a claim the mentor's row must be locked. */
export async function readClaimFacts(tx: Tx, { review, mentorId }: { review: Review; mentorId: string }) {
  const now = await readClock(tx);
  const rows = await tx.$queryRaw<{
    blocked: boolean; learnerDisabled: boolean; mentorDisabled: boolean; reservationHolds: boolean; liveLeases: number; capacity: number;
  }[]>`
    SELECT
      EXISTS (SELECT FROM blocks WHERE learner_id = ${review.learnerId}::uuid AND mentor_id = ${mentorId}::uuid) AS blocked,
      (SELECT disabled_at IS NOT NULL FROM users WHERE id = ${review.learnerId}::uuid) AS "learnerDisabled",
      (SELECT disabled_at IS NOT NULL FROM users WHERE id = ${mentorId}::uuid) AS "mentorDisabled",
      EXISTS (SELECT FROM users WHERE id = ${review.reservedFor}::uuid AND ${isPresentMentorSql(Prisma.sql`users`, now)}) AS "reservationHolds",
      (SELECT count(*)::int FROM reviews JOIN users l ON l.id = learner_id
        WHERE holder_id = ${mentorId}::uuid AND lease_until > ${now} AND l.disabled_at IS NULL) AS "liveLeases",
      (SELECT capacity FROM users WHERE id = ${mentorId}::uuid) AS capacity`;
  return rows[0]!;
}

/** The verdict that counts: the last one, unless it was taken back. */
export async function getStandingVerdict(tx: Tx, reviewId: string): Promise<{ id: string; givenAt: Date } | null> {
  const last = await tx.verdict.findFirst({
    where: { reviewId }, select: { id: true, givenAt: true, correctedAt: true }, orderBy: [{ givenAt: "desc" }, { id: "desc" }],
  });
  return last && last.correctedAt === null ? { id: last.id, givenAt: last.givenAt } : null;
}

/** Takes a verdict back: it stays in the history, what it confirmed does not, and what it asked need not be answered. */
export async function takeBack(tx: Tx, { verdictId, reason, now }: { verdictId: string; reason: string; now: Date }): Promise<void> {
  await tx.verdict.update({ where: { id: verdictId }, data: { correctedAt: now, correction: reason }, select: { id: true } });
  await revokeConfirmation(tx, { verdictId, now });
}

/** Another review of the same evidence and item, unsent or open; the learner's row must be locked. */
export async function isOtherOpen(tx: Tx, { id: reviewId, evidenceId, itemId }: Review): Promise<boolean> {
  return (await tx.review.count({
    where: { id: { not: reviewId }, evidenceId, itemId, status: { in: ["unsent", "waiting", "claimed", "returned"] } },
  })) > 0;
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
    where: { reviewId: lease.reviewId, leaseId: lease.leaseId, actorId: lease.mentorId, kind: { in: ["claimed", "corrected"] } },
  });
  return claims > 0;
}

/** Whether the mentor of this lease has given a verdict under it or after it: what is still written under it belongs to nothing any more. */
export async function isSpent(tx: Tx, { reviewId, leaseId }: { reviewId: string; leaseId: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ spent: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM review_events AS given JOIN review_events AS verdict
        ON verdict.review_id = given.review_id AND verdict.number > given.number AND verdict.actor_id = given.actor_id
      WHERE given.review_id = ${reviewId}::uuid AND given.lease_id = ${leaseId}::uuid AND given.kind IN ('claimed', 'corrected')
        AND verdict.kind IN ('returned', 'information_asked', 'confirmed')) AS spent`;
  return row!.spent;
}

export interface NewVerdict {
  kind: "confirm" | "return" | "ask";
  review: Review;
  mentorId: string;
  marks: { criterionId: string; met: boolean; note: string }[];
  levels: { dimensionId: string; level: number }[];
  summary: string;
  /** What the learner is asked to do or to answer, in order. */
  entries: string[];
  now: Date;
}

export async function insertVerdict(tx: Tx, { kind, review, mentorId, marks, levels, summary, entries, now }: NewVerdict): Promise<string> {
  const { id: verdictId } = await tx.verdict.create({
    data: {
      kind, mentorId, summary, givenAt: now, reviewId: review.id, evidenceId: review.evidenceId, versionId: review.versionId,
      itemId: review.itemId, edition: review.edition, leaseId: review.leaseId!, marks: { create: marks },
      levels: { create: inWords(review.itemId, levels) },
    },
    select: { id: true },
  });
  await tx.requestedChange.createMany({
    data: entries.map((text, index) => ({ reviewId: review.id, verdictId, position: index + 1, text })),
  });
  return verdictId;
}

/** The step's dimensions; none when the item is in no guide any more. */
export function dimensionsOf(itemId: string): readonly Dimension[] {
  return getItem(itemId)?.step.dimensions ?? [];
}

/** The words of today's rubric stay with the verdict. */
function inWords(itemId: string, levels: NewVerdict["levels"]) {
  return dimensionsOf(itemId).flatMap(({ id: dimensionId, title, levels: words }, index) => {
    const given = levels.find((level) => level.dimensionId === dimensionId);
    return given ? [{ dimensionId, position: index + 1, title, level: given.level, words: words[given.level]! }] : [];
  });
}

/** Changes that wait for an answer; those of a verdict that was taken back ask for nothing. */
export const openChange = { answeredAt: null, verdict: { correctedAt: null } } satisfies Prisma.RequestedChangeWhereInput;

/** What was asked and not answered yet, in order; what a verdict that was taken back had asked does not count. */
export async function listOpenChanges(tx: Tx, reviewId: string): Promise<{ id: string }[]> {
  return await tx.requestedChange.findMany({
    where: { reviewId, ...openChange },
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

/** Somebody whom a review may be kept for; null when they are no active mentor. */
export async function readTarget(tx: Tx, { mentorId, learnerId }: { mentorId: string | null; learnerId: string }) {
  if (mentorId === null) return null;
  const now = await readClock(tx);
  const found = await tx.user.findFirst({
    where: { id: mentorId, disabledAt: null, roles: { has: "mentor" } },
    select: { blockedBy: { where: { learnerId }, select: { learnerId: true } }, daysOff: { where: coversNow(now), select: { id: true } } },
  });
  return found && { userId: mentorId, blocked: found.blockedBy.length > 0, away: found.daysOff.length > 0 };
}

/** Whether the reason to take what is a mentor's from their hands still stands: they are away or disabled, or, for a learner, blocked. */
export async function isGone(
  tx: Tx, { mentorId, learnerId, reason, now }: { mentorId: string; learnerId: string | null; reason: HandOverReason; now: Date },
): Promise<boolean> {
  const gone = {
    away: { daysOff: { some: coversNow(now) } }, disabled: { disabledAt: { not: null } }, blocked: { blockedBy: { some: { learnerId: learnerId ?? nobody } } },
  } satisfies Record<HandOverReason, Prisma.UserWhereInput>;
  return (await tx.user.count({ where: { id: mentorId, ...gone[reason] } })) > 0;
}

/** Locks claimed reviews whose lease has run out, in the order of their ids; one that somebody is acting on is waited for. */
export async function lockLapsed(tx: Tx, limit: number): Promise<Review[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE status = 'claimed' AND lease_until <= clock_timestamp()
    ORDER BY id LIMIT ${limit} FOR UPDATE`;
  return await tx.review.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: reviewRow });
}

// Drafts ----------------------------------------------------------------------------------------------------

/** A mentor's draft, locked with the review; null when there is none. */
export async function getDraft(db: Db | Tx, { mentorId, reviewId }: { mentorId: string; reviewId: string }) {
  const found = await db.verdictDraft.findUnique({
    where: { mentorId_reviewId: { mentorId, reviewId } }, select: { revision: true, body: true, versionId: true, savedAt: true },
  });
  return found && { ...found, body: draftBody.parse(found.body) };
}

export async function readDraft(db: Db, whose: { mentorId: string; reviewId: string }): Promise<DraftDto> {
  const draft = await getDraft(db, whose);
  return { draft: draft && { ...draft, savedAt: iso(draft.savedAt) } };
}

export async function keepDraft(
  tx: Tx, { mentorId, reviewId, ...draft }: { mentorId: string; reviewId: string; revision: number; body: DraftBody; versionId: string; savedAt: Date },
): Promise<void> {
  await tx.verdictDraft.upsert({
    where: { mentorId_reviewId: { mentorId, reviewId } }, create: { mentorId, reviewId, ...draft }, update: draft, select: { revision: true },
  });
}

/** With the verdict that it became; harmless where there is none. */
export async function deleteDraft(tx: Tx, whose: { mentorId: string; reviewId: string }): Promise<void> {
  await tx.verdictDraft.deleteMany({ where: whose });
}

// Blocks ----------------------------------------------------------------------------------------------------

/** Whether a mentor has ever held a review: then its learner has met them. */
export async function hasHeld(tx: Tx, { reviewId, mentorId }: { reviewId: string; mentorId: string }): Promise<boolean> {
  return (await tx.reviewEvent.count({ where: { reviewId, actorId: mentorId, kind: { in: ["claimed", "corrected"] } } })) > 0;
}

/** Harmless when it stands already; then false. */
export async function insertBlock(tx: Tx, block: { learnerId: string; mentorId: string; createdAt: Date }): Promise<boolean> {
  return (await tx.block.createMany({ data: [block], skipDuplicates: true })).count > 0;
}

export async function isBlocked(tx: Tx, block: { learnerId: string; mentorId: string }): Promise<boolean> {
  return (await tx.block.count({ where: block })) > 0;
}

/** Harmless when there is none. */
export async function deleteBlock(db: Db, block: { learnerId: string; mentorId: string }): Promise<void> {
  await db.block.deleteMany({ where: block });
}

export async function listBlocks(db: Db, learnerId: string): Promise<BlocksDto> {
  const found = await db.block.findMany({
    where: { learnerId }, select: { mentorId: true, createdAt: true, mentor: byName }, orderBy: [{ createdAt: "desc" }, { mentorId: "asc" }],
  });
  return { blocks: found.map(({ mentorId, createdAt, mentor }) => ({ mentorId, mentorName: mentor.name, since: iso(createdAt) })) };
}

/** A review's history, oldest first; data that does not parse is a bug and throws. */
export async function listEvents(db: Db | Tx, reviewId: string): Promise<ReviewEvent[]> {
  const events = await db.reviewEvent.findMany({ where: { reviewId }, orderBy: { number: "asc" } });
  return events.map(({ kind, at, actorId, leaseId, data }) => ({
    reviewId, at, actorId, leaseId, data: eventData.parse({ kind, ...(data as object) }),
  }));
}
