import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { MINUTE } from "#lib/base/time.ts";
import type { Db } from "#lib/platform/db.ts";
import type { PlaceDto } from "#lib/review/schema.ts";
import { statusAt } from "#lib/review/status.ts";
import { DAYS_LOOKED_BACK, waitingTime, type Wait, type WaitingTime } from "#lib/review/waiting-time.ts";

/** The 90 days are looked at in parts of six hours, and at most so many reviews of each. */
const PARTS = DAYS_LOOKED_BACK * 4;
const MOST_OF_A_PART = 20;

/**
 * How long the reviews of the last 90 days waited for their first claim; those of a learner whose account is disabled, until it was. Where
 * more than 20 came within six hours, only the first 20 of them count: it costs the same with a million reviews as with seven thousand.
 */
export async function readWaitingTime(db: Db, now: Date): Promise<WaitingTime> {
  const waits = await db.$queryRaw<Wait[]>`
    SELECT (extract(epoch FROM greatest(coalesce(claim.at, least(asked.closed_at, learner.disabled_at), clock.now), asked.queued_at) - asked.queued_at) * 1000)::float8 AS length,
      claim.at IS NOT NULL AS claimed
    FROM (SELECT ${now}::timestamptz AS now) AS clock
    CROSS JOIN generate_series(0, ${PARTS - 1}::int) AS part
    CROSS JOIN LATERAL (
      SELECT id, learner_id, queued_at, closed_at FROM reviews
      WHERE queued_at >= clock.now - (part + 1) * interval '6 hours' AND queued_at < clock.now - part * interval '6 hours'
      ORDER BY queued_at LIMIT ${MOST_OF_A_PART}) AS asked
    JOIN users AS learner ON learner.id = asked.learner_id
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
