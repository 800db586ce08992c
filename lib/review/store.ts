import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor, Member } from "#lib/access/actor.ts";
import { coversNow, isPresentMentor } from "#lib/account/present-mentor.ts";
import { isPresentMentorSql } from "#lib/account/store.ts";
import { nobody } from "#lib/base/id.ts";
import { pageOf, parsePlace, type Place } from "#lib/base/place.ts";
import { iso, MINUTE } from "#lib/base/time.ts";
import { getItem, listGuides, type Dimension, type Item } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import { revokeConfirmation } from "#lib/roadmap/store.ts";
import { shownVersion, toVersionDto } from "#lib/portfolio/store.ts";
import { begin, follow, type EventData, type Review, type ReviewEvent, type ReviewStatus, type SelfMark } from "#lib/review/history.ts";
import { aliasOf } from "#lib/review/alias.ts";
import { isLive, secondsLeft } from "#lib/review/lease.ts";
import { permitted, relation } from "#lib/review/permitted.ts";
import {
  canAcknowledge, canAskForInformation, canClaim, canClose, canConfirm, canCorrect, canDiscard, canReassign, canRelease, canReopen, canResubmit,
  canReturn, canSend, canTakeNewVersion, canWithdraw, meetsAsMentor, ofOthers, partiesOf, visibleTo, type Party,
} from "#lib/review/policy.ts";
import {
  draftBody, eventData, keptCriteria, type BlocksDto, type DraftBody, type DraftDto, type MentorLoadDto, type MyWorkDto, type PlaceDto,
  type QueueDto, type QueueRowDto, type ReviewDto, type ReviewSummaryDto, type TimelineEntryDto, type TurnOfMentorsDto, type VerdictDto,
} from "#lib/review/schema.ts";
import { statusAt } from "#lib/review/status.ts";
import { turnOf } from "#lib/review/turn.ts";
import { DAYS_LOOKED_BACK, FEWEST_TO_SAY, waitingTime, type Wait, type WaitingTime } from "#lib/review/waiting-time.ts";

/** The row as the pure files know it. */
const row = {
  id: true, learnerId: true, evidenceId: true, itemId: true, edition: true, status: true, versionId: true, question: true,
  round: true, queuedAt: true, turnSince: true, holderId: true, leaseId: true, leaseUntil: true, mentorId: true,
  reservedFor: true, reservedUntil: true, createdAt: true, closedAt: true, alias: true, acknowledgedAt: true,
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

/** Locks, in the order of their ids, the reviews that a mentor holds or that are kept for them: of one learner, or of all for null. */
export async function lockInHandsOf(tx: Tx, { mentorId, learnerId }: { mentorId: string; learnerId: string | null }): Promise<Review[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE ((status = 'claimed' AND holder_id = ${mentorId}::uuid) OR (status = 'waiting' AND reserved_for = ${mentorId}::uuid))
      AND (${learnerId}::uuid IS NULL OR learner_id = ${learnerId}::uuid)
    ORDER BY id FOR UPDATE`;
  return await tx.review.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: row, orderBy: { id: "asc" } });
}

/** Which of a learner's open reviews no active mentor could see any more. */
export async function listStranded(tx: Tx, learnerId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE learner_id = ${learnerId}::uuid AND status IN ('waiting', 'claimed', 'returned') AND NOT EXISTS (
      SELECT FROM users WHERE 'mentor' = ANY (roles) AND disabled_at IS NULL AND users.id <> ${learnerId}::uuid
        AND NOT EXISTS (SELECT FROM blocks WHERE learner_id = ${learnerId}::uuid AND mentor_id = users.id))
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
  const now = await readClock(tx);
  const rows = await tx.$queryRaw<{
    blocked: boolean; learnerDisabled: boolean; reservationHolds: boolean; liveLeases: number; capacity: number;
  }[]>`
    SELECT
      EXISTS (SELECT FROM blocks WHERE learner_id = ${review.learnerId}::uuid AND mentor_id = ${mentorId}::uuid) AS blocked,
      (SELECT disabled_at IS NOT NULL FROM users WHERE id = ${review.learnerId}::uuid) AS "learnerDisabled",
      EXISTS (SELECT FROM users WHERE id = ${review.reservedFor}::uuid AND ${isPresentMentorSql(Prisma.sql`users`, now)}) AS "reservationHolds",
      (SELECT count(*)::int FROM reviews WHERE holder_id = ${mentorId}::uuid AND lease_until > ${now}) AS "liveLeases",
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

const open = { answeredAt: null, verdict: { correctedAt: null } } satisfies Prisma.RequestedChangeWhereInput;

/** What was asked and not answered yet, in order; what a verdict that was taken back had asked does not count. */
export async function listOpenChanges(tx: Tx, reviewId: string): Promise<{ id: string }[]> {
  return await tx.requestedChange.findMany({
    where: { reviewId, ...open },
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

/** Locks claimed reviews whose lease has run out, oldest first, leaving those that somebody is acting on. */
export async function lockLapsed(tx: Tx, limit: number): Promise<Review[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM reviews WHERE status = 'claimed' AND lease_until <= clock_timestamp()
    ORDER BY lease_until LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return await tx.review.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, select: row });
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

/** Harmless when it stands already. */
export async function insertBlock(tx: Tx, block: { learnerId: string; mentorId: string; createdAt: Date }): Promise<void> {
  await tx.block.createMany({ data: [block], skipDuplicates: true });
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
  _count: { select: { changes: { where: open } } },
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
    reviewId: found.id, ...itemRef(found.itemId, found.requirement.title), learnerName: nameForMentors(found), evidenceTitle: version!.title,
  };
}

/** Mentors see the name that the learner chose to go by. */
function nameForMentors({ alias, learner }: { alias: string | null; learner: { name: string } }): string {
  return alias ?? learner.name;
}

const PAGE = 50;

/** A place in a mentor's queue: their own steps are walked before the others. */
interface QueuePlace extends Place { part: "own" | "rest" }

/** What a mentor could claim at `now`, capacity aside: canClaim for a row `r` of reviews with its learner `l`. */
function claimableSql(mentorId: string, now: Date): Prisma.Sql {
  return Prisma.sql`r.status IN ('waiting', 'claimed') AND (r.status = 'waiting' OR r.lease_until <= ${now})
    AND r.learner_id <> ${mentorId}::uuid AND l.disabled_at IS NULL
    AND NOT EXISTS (SELECT FROM blocks b WHERE b.learner_id = r.learner_id AND b.mentor_id = ${mentorId}::uuid)
    AND (r.reserved_for IS NULL OR r.reserved_for = ${mentorId}::uuid OR r.reserved_until <= ${now}
      OR NOT EXISTS (SELECT FROM users kept WHERE kept.id = r.reserved_for AND ${isPresentMentorSql(Prisma.sql`kept`, now)}))`;
}

interface Candidates { mentorId: string; now: Date; items: Prisma.Sql; after: Place | null; limit: number }

/** What a mentor could claim of some items, by place. `items` is a condition on `o.item_id`. */
async function listCandidates(db: Db | Tx, { limit, after, ...who }: Candidates): Promise<Place[]> {
  const found: Place[] = [];
  for (let place = after; ;) {
    const looked = await lookAtQueue(db, { ...who, after: place });
    found.push(...looked.filter(({ claimable }) => claimable).map(({ id, at }) => ({ id, at })));
    if (found.length >= limit || looked.length < LOOKED_AT) return found.slice(0, limit);
    place = looked.at(-1)!;
  }
}

/** A page, and some that may not be for this mentor. */
const LOOKED_AT = 64;

/**
 * The next reviews of some items that wait or waited, by place, and whether a mentor could claim each. The items that have anything are found
 * by leaping from one to the next, and of each no more than these are read, so the number of reviews does not matter.
 */
async function lookAtQueue(db: Db | Tx, { mentorId, now, items, after }: Omit<Candidates, "limit">): Promise<(Place & { claimable: boolean })[]> {
  const behind = after ? Prisma.sql`AND (queued_at, id) > (${after.at}, ${after.id}::uuid)` : Prisma.empty;
  return await db.$queryRaw<(Place & { claimable: boolean })[]>`
    WITH RECURSIVE open_items AS (
      (SELECT item_id FROM reviews WHERE status IN ('waiting', 'claimed') ORDER BY item_id LIMIT 1)
      UNION ALL
      SELECT (SELECT item_id FROM reviews WHERE status IN ('waiting', 'claimed') AND item_id > o.item_id ORDER BY item_id LIMIT 1)
      FROM open_items o WHERE o.item_id IS NOT NULL
    ), looked AS (
      SELECT c.id, c.queued_at FROM open_items o CROSS JOIN LATERAL (
        SELECT id, queued_at FROM reviews WHERE item_id = o.item_id AND status IN ('waiting', 'claimed') ${behind} ORDER BY queued_at, id LIMIT ${LOOKED_AT}
      ) c
      WHERE o.item_id IS NOT NULL AND ${items}
      ORDER BY c.queued_at, c.id LIMIT ${LOOKED_AT}
    )
    SELECT r.id, r.queued_at AS at, ${claimableSql(mentorId, now)} AS claimable
    FROM looked JOIN reviews r ON r.id = looked.id JOIN users l ON l.id = r.learner_id
    ORDER BY looked.queued_at, looked.id`;
}

/** The items of some steps, as a condition; a step that no guide has has none. */
function ofSteps(steps: readonly string[]): Prisma.Sql {
  const itemIds = listGuides().flatMap((guide) => guide.steps).filter((step) => steps.includes(step.id)).flatMap((step) => step.items.map(({ id }) => id));
  return Prisma.sql`o.item_id = ANY (${itemIds}::text[])`;
}

/** The parts of a mentor's queue in their order. Of one step, or for a mentor of all steps, there is one. */
function partsOf({ own, step }: { own: readonly string[]; step: string | undefined }): { part: QueuePlace["part"]; items: Prisma.Sql }[] {
  if (step !== undefined) return [{ part: own.includes(step) ? "own" : "rest", items: ofSteps([step]) }];
  if (own.length === 0) return [{ part: "rest", items: Prisma.sql`true` }];
  return [{ part: "own", items: ofSteps(own) }, { part: "rest", items: Prisma.sql`NOT (${ofSteps(own)})` }];
}

interface Walk { mentorId: string; now: Date; own: readonly string[]; step: string | undefined; place: QueuePlace | null; limit: number }

/** The queue of a mentor behind a place, their own steps first. */
async function walkQueue(db: Db | Tx, { own, step, place, limit, ...who }: Walk): Promise<QueuePlace[]> {
  const parts = partsOf({ own, step });
  const begun = place ? parts.findIndex(({ part }) => part === place.part) : -1;
  const found: QueuePlace[] = [];
  for (const { part, items } of parts.slice(Math.max(0, begun))) {
    if (found.length >= limit) break;
    const after = place?.part === part ? place : null;
    const rows = await listCandidates(db, { ...who, items, after, limit: limit - found.length });
    found.push(...rows.map((row) => ({ ...row, part })));
  }
  return found;
}

/**
 * Locks the next review that a mentor could claim, passing over those that others are just taking; null when nothing is left. The mentor's
 * row must be locked.
 */
export async function lockNext(tx: Tx, { mentorId, step }: { mentorId: string; step: string | undefined }): Promise<Review | null> {
  const now = await readClock(tx);
  const { reviewSteps: own } = await tx.user.findUniqueOrThrow({ where: { id: mentorId }, select: { reviewSteps: true } });
  for (let place: QueuePlace | null = null; ;) {
    const page: QueuePlace[] = await walkQueue(tx, { mentorId, now, own, step, place, limit: PAGE });
    const taken = await lockFirst(tx, { ids: page.map(({ id }) => id), mentorId, now });
    if (taken !== null) return await tx.review.findUniqueOrThrow({ where: { id: taken }, select: row });
    if (page.length < PAGE) return null;
    place = page.at(-1)!;
  }
}

/** The first of some reviews, in the order given, that is still to be claimed and that nobody else has locked. */
async function lockFirst(tx: Tx, { ids, mentorId, now }: { ids: string[]; mentorId: string; now: Date }): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT r.id FROM reviews r JOIN users l ON l.id = r.learner_id
    WHERE r.id = ANY (${ids}::uuid[]) AND ${claimableSql(mentorId, now)}
    ORDER BY array_position(${ids}::uuid[], r.id) LIMIT 1 FOR UPDATE OF r SKIP LOCKED`;
  return rows[0]?.id ?? null;
}

/** One page of what the actor could claim, by place and their own steps first, and what they hold. */
export async function listQueue(
  db: Db, { actor, after, step, now }: { actor: Actor; after: string | undefined; step: string | undefined; now: Date },
): Promise<QueueDto | null> {
  if (actor.kind !== "member") return null;
  const { userId: mentorId } = actor;
  const mentor = await db.user.findUniqueOrThrow({ where: { id: mentorId }, select: { capacity: true, reviewSteps: true } });
  const own = mentor.reviewSteps;
  const places = await walkQueue(db, { mentorId, now, own, step, place: placeOf(after), limit: PAGE + 1 });
  const { page, next } = pageOf(places, { size: PAGE, placeOf: (place) => place });
  const last = page.at(-1);
  const [rows, held] = await Promise.all([
    db.review.findMany({ where: { id: { in: page.map(({ id }) => id) } }, select: queued }),
    db.review.findMany({
      where: { AND: [{ holderId: mentorId, leaseUntil: { gt: now } }, ofOthers(mentorId)] }, select: queued,
      orderBy: [{ leaseUntil: "asc" }, { id: "asc" }],
    }),
  ]);
  const byId = new Map(rows.map((found) => [found.id, found]));
  return {
    rows: page.flatMap(({ id: reviewId, part }) => {
      const found = byId.get(reviewId);
      return found ? [toQueueRow(found, { mentorId, now, ofYourSteps: part === "own" })] : [];
    }),
    next: next && last ? `${last.part}_${next}` : null,
    // A held review is judged on its pinned version: a newer one was never shared.
    held: held.map((found) => ({ ...toQueued(found), evidenceTitle: found.version.title, secondsLeft: secondsLeft(found, now) })),
    capacity: mentor.capacity,
    steps: listGuides().flatMap((guide) => guide.steps.map(({ id: stepId, title, number }) => ({
      stepId, title, number, guide: guide.slug, guideTitle: guide.title, yours: own.includes(stepId),
    }))),
  };
}

function toQueueRow(found: QueuedRow, { mentorId, now, ofYourSteps }: { mentorId: string; now: Date; ofYourSteps: boolean }): QueueRowDto {
  const [version] = found.evidence.versions;
  return {
    ...toQueued(found),
    evidenceUrl: version!.url,
    kind: version!.kind,
    queuedAt: iso(found.queuedAt!),
    round: found.round,
    reservedForYou: found.reservedFor === mentorId && found.reservedUntil !== null && found.reservedUntil > now,
    ofYourSteps,
    question: found.question,
  };
}

/** A place as `next` names it; null, which is the beginning, for what is none. */
function placeOf(text: string | undefined): QueuePlace | null {
  const [part] = text?.split("_", 1) ?? [];
  const place = parsePlace(text?.slice((part?.length ?? 0) + 1));
  return place && (part === "own" || part === "rest") ? { part, ...place } : null;
}

const detail = {
  ...row,
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
      marks: { select: { criterionId: true, met: true, note: true }, orderBy: { criterionId: "asc" } },
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
    marks: verdict.marks,
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
    review: found, ownerId: found.learnerId, openForItem: 0, withMentors: 0, blocked: false, learnerDisabled: false,
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
      ...row, learner: { select: { name: true, blocks: { select: { mentorId: true } } } },
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

/** The 90 days are looked at in parts of six hours, and at most so many reviews of each. */
const PARTS = DAYS_LOOKED_BACK * 4;
const MOST_OF_A_PART = 20;

/**
 * How long the reviews of the last 90 days waited for their first claim. Where more than 20 came within six hours, only the first
 * 20 of them count: it costs the same with a million reviews as with seven thousand.
 */
export async function readWaitingTime(db: Db, now: Date): Promise<WaitingTime> {
  const waits = await db.$queryRaw<Wait[]>`
    SELECT (extract(epoch FROM coalesce(claim.at, asked.closed_at, clock.now) - asked.queued_at) * 1000)::float8 AS length,
      claim.at IS NOT NULL AS claimed
    FROM (SELECT ${now}::timestamptz AS now) AS clock
    CROSS JOIN generate_series(0, ${PARTS - 1}::int) AS part
    CROSS JOIN LATERAL (
      SELECT id, queued_at, closed_at FROM reviews
      WHERE queued_at >= clock.now - (part + 1) * interval '6 hours' AND queued_at < clock.now - part * interval '6 hours'
      ORDER BY queued_at LIMIT ${MOST_OF_A_PART}) AS asked
    CROSS JOIN LATERAL (
      SELECT min(at) AS at FROM review_events WHERE review_id = asked.id AND kind = 'claimed' AND at >= asked.queued_at) AS claim`;
  return waitingTime(waits);
}

let kept: { at: Date; time: Promise<WaitingTime> } | undefined;

/** The waiting time, read anew once a minute by each process: it changes slowly, and everybody who waits asks for it. */
export async function knownWaitingTime(db: Db, now: Date): Promise<WaitingTime> {
  if (kept && now.getTime() - kept.at.getTime() < MINUTE) return await kept.time;
  const reading = { at: now, time: readWaitingTime(db, now) };
  kept = reading;
  // What failed is not kept; whoever waits for it is told.
  reading.time.catch(() => { if (kept === reading) kept = undefined; });
  return await reading.time;
}

const MOST_AHEAD = 1_000;

/** Where the actor's own review stands in the queue; null when it is not theirs. */
export async function readPlace(db: Db, { actor, reviewId, now }: { actor: Actor; reviewId: string; now: Date }): Promise<PlaceDto | null> {
  if (actor.kind !== "member") return null;
  const found = await db.review.findFirst({ where: { id: reviewId, learnerId: actor.userId }, select: { status: true, leaseUntil: true, queuedAt: true } });
  if (!found) return null;
  if (statusAt(found, now) !== "waiting") return { ahead: null };
  const rows = await db.$queryRaw<{ ahead: number }[]>`
    SELECT count(*)::int AS ahead FROM (
      SELECT FROM reviews JOIN users AS learner ON learner.id = reviews.learner_id
      WHERE reviews.status IN ('waiting', 'claimed') AND (reviews.status = 'waiting' OR reviews.lease_until <= ${now})
        AND (reviews.queued_at, reviews.id) < (${found.queuedAt}, ${reviewId}::uuid) AND learner.disabled_at IS NULL
      LIMIT ${MOST_AHEAD}) AS before`;
  return { ahead: rows[0]!.ahead };
}

/**
 * What a mentor did in the last 90 days. The time is the median, over the turns of the mentors that this mentor ended with a verdict,
 * from when the turn began (asked, sent, resubmitted or reopened) to that verdict: a learner's whole wait, also while the review was
 * not yet the mentor's. A verdict that corrects another of the same turn is no second answer.
 */
export async function readMyWork(db: Db, { mentorId, now }: { mentorId: string; now: Date }): Promise<MyWorkDto> {
  const rows = await db.$queryRaw<MyWorkDto[]>`
    SELECT count(*) FILTER (WHERE first)::int AS answers, count(*) FILTER (WHERE kind = 'confirm')::int AS confirmed,
      count(*) FILTER (WHERE kind = 'return')::int AS returned, count(*) FILTER (WHERE kind = 'ask')::int AS "informationAsked",
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY CASE WHEN first THEN extract(epoch FROM given_at - began) END))::int AS seconds
    FROM (
      SELECT given.kind, given.given_at, turn.began,
        NOT EXISTS (SELECT FROM verdicts AS other
          WHERE other.review_id = given.review_id AND other.given_at >= turn.began AND other.given_at < given.given_at) AS first
      FROM verdicts AS given
      CROSS JOIN LATERAL (SELECT max(at) AS began FROM review_events
        WHERE review_id = given.review_id AND kind IN ('asked', 'sent', 'resubmitted', 'reopened') AND at <= given.given_at) AS turn
      WHERE given.mentor_id = ${mentorId}::uuid AND given.given_at > ${now}::timestamptz - ${DAYS_LOOKED_BACK}::int * interval '1 day') AS verdict`;
  const work = rows[0]!;
  return work.answers < FEWEST_TO_SAY ? { ...work, seconds: null } : work;
}

const MOST_SHOWN = 50;

/** What has been the mentors' turn for the longest, held or not. Reviews of disabled learners wait for nobody. */
export async function listMentorsTurn(db: Db, now: Date): Promise<{ rows: TurnOfMentorsDto[]; more: boolean }> {
  const found = await db.review.findMany({
    where: { status: { in: ["waiting", "claimed"] }, learner: { disabledAt: null } },
    select: { ...row, requirement: { select: { title: true } }, holder: byName, reserved: { select: { name: true, ...presence(now) } } },
    orderBy: [{ turnSince: "asc" }, { id: "asc" }],
    take: MOST_SHOWN + 1,
  });
  return {
    more: found.length > MOST_SHOWN,
    rows: found.slice(0, MOST_SHOWN).map((review) => {
      const { reserved, reservedUntil } = review;
      const isKept = statusAt(review, now) === "waiting" && reserved && reservedUntil && reservedUntil > now && isPresentMentor(reserved, now);
      return {
        reviewId: review.id,
        ...itemRef(review.itemId, review.requirement.title),
        round: review.round,
        since: iso(review.turnSince),
        queuedAt: iso(review.queuedAt!),
        holderName: isLive(review, now) ? review.holder!.name : null,
        kept: isKept ? { mentorName: reserved.name, until: iso(reservedUntil) } : null,
      };
    }),
  };
}

/** What isPresentMentor asks to know. */
function presence(now: Date) {
  return { roles: true, disabledAt: true, daysOff: { where: coversNow(now), select: { beginsAt: true, endsAt: true } } } satisfies Prisma.UserSelect;
}

/** What each of some mentors has now, in their order. */
export async function listLoads(db: Db, { mentorIds, now }: { mentorIds: readonly string[]; now: Date }): Promise<MentorLoadDto[]> {
  return await db.$queryRaw<MentorLoadDto[]>`
    SELECT (SELECT count(*)::int FROM reviews WHERE holder_id = mentor.id AND lease_until > ${now}) AS held,
      (SELECT count(*)::int FROM reviews WHERE reserved_for = mentor.id AND reserved_until > ${now}
        AND (status = 'waiting' OR status = 'claimed' AND lease_until <= ${now})) AS kept
    FROM unnest(${[...mentorIds]}::uuid[]) WITH ORDINALITY AS mentor (id, place) ORDER BY mentor.place`;
}
