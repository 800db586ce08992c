import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { isPresentMentorSql } from "#lib/account/store.ts";
import { pageOf, parsePlace, type Place } from "#lib/base/place.ts";
import { iso } from "#lib/base/time.ts";
import { listGuides } from "#lib/guide/guide.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import type { Review } from "#lib/review/history.ts";
import { secondsLeft } from "#lib/review/lease.ts";
import { itemRef, nameForMentors } from "#lib/review/names.ts";
import { claimableBy, ofOthers } from "#lib/review/policy.ts";
import type { QueueDto, QueueRowDto } from "#lib/review/schema.ts";
import { byName, newestVersion, reviewRow } from "#lib/review/store.ts";

const queued = {
  ...reviewRow,
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
    if (taken !== null) return await tx.review.findUniqueOrThrow({ where: { id: taken }, select: reviewRow });
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
    db.review.findMany({ where: { AND: [{ id: { in: page.map(({ id }) => id) } }, claimableBy(actor, now)] }, select: queued }),
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
