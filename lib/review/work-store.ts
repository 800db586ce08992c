import "server-only";
import { coversNow, isPresentMentor } from "#lib/account/present-mentor.ts";
import { beyond, pageOf, parsePlace } from "#lib/base/place.ts";
import { literalLike } from "#lib/base/text.ts";
import { iso } from "#lib/base/time.ts";
import type { Db, Prisma } from "#lib/platform/db.ts";
import { isLive } from "#lib/review/lease.ts";
import type { AnsweredDto, MentorLoadDto, MyWorkDto, TurnOfMentorsDto } from "#lib/review/schema.ts";
import { itemRef } from "#lib/review/names.ts";
import { statusAt } from "#lib/review/status.ts";
import { byName, reviewRow } from "#lib/review/store.ts";
import { DAYS_LOOKED_BACK, FEWEST_TO_SAY } from "#lib/review/waiting-time.ts";

/**
 * What a mentor did in the last 90 days. The time is the median, over the turns of the mentors that this mentor ended with a verdict,
 * from when the turn began (asked, sent, resubmitted, reopened, or reassigned while it was returned) to that verdict: a learner's whole
 * wait, also while the review was not yet the mentor's. A verdict that corrects another of the same turn is no second answer.
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
      CROSS JOIN LATERAL (SELECT max(at) AS began FROM review_events AS event
        WHERE review_id = given.review_id AND at <= given.given_at AND (kind IN ('asked', 'sent', 'resubmitted', 'reopened') OR (kind = 'reassigned' AND EXISTS (
          SELECT FROM review_events AS before
          WHERE before.review_id = event.review_id AND before.number = event.number - 1 AND before.kind IN ('returned', 'information_asked'))))) AS turn
      WHERE given.mentor_id = ${mentorId}::uuid AND given.given_at > ${now}::timestamptz - ${DAYS_LOOKED_BACK}::int * interval '1 day') AS verdict`;
  const work = rows[0]!;
  return work.answers < FEWEST_TO_SAY ? { ...work, seconds: null } : work;
}

const MOST_SHOWN = 50;

/** What has been the mentors' turn for the longest, held or not. Reviews of disabled learners wait for nobody. */
export async function listMentorsTurn(db: Db, now: Date): Promise<{ rows: TurnOfMentorsDto[]; more: boolean }> {
  const found = await db.review.findMany({
    where: { status: { in: ["waiting", "claimed"] }, learner: { disabledAt: null } },
    select: { ...reviewRow, requirement: { select: { title: true } }, holder: byName, reserved: { select: { name: true, ...presence(now) } } },
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

/**
 * Reviews whose verdict stands and that are not an admin's own, the last answered first; with `search`, those whose item or mentor is
 * called so.
 */
export async function listAnswered(
  db: Db, { search, after, actorId }: { search: string; after: string | undefined; actorId: string },
): Promise<{ rows: AnsweredDto[]; next: string | null }> {
  const called = { contains: literalLike(search), mode: "insensitive" } as const;
  const found = await db.review.findMany({
    where: {
      AND: [
        { status: { in: ["returned", "confirmed"] }, learnerId: { not: actorId } },
        search === "" ? {} : { OR: [{ requirement: { title: called } }, { mentor: { name: called } }] },
        beyond(parsePlace(after), { by: "turnSince", order: "desc" }),
      ],
    },
    select: { id: true, itemId: true, status: true, turnSince: true, requirement: { select: { title: true } }, mentor: byName },
    orderBy: [{ turnSince: "desc" }, { id: "desc" }],
    take: MOST_SHOWN + 1,
  });
  const { page, next } = pageOf(found, { size: MOST_SHOWN, placeOf: ({ turnSince, id }) => ({ at: turnSince, id }) });
  return {
    rows: page.map(({ id, itemId, status, turnSince, requirement, mentor }) => ({
      reviewId: id,
      ...itemRef(itemId, requirement.title),
      status: status === "confirmed" ? "confirmed" : "returned",
      mentorName: mentor?.name ?? null,
      answeredAt: iso(turnSince),
    })),
    next,
  };
}

/** What isPresentMentor asks to know. */
function presence(now: Date) {
  return { roles: true, disabledAt: true, daysOff: { where: coversNow(now), select: { beginsAt: true, endsAt: true } } } satisfies Prisma.UserSelect;
}

/** What each of some mentors has now, in their order. */
export async function listLoads(db: Db, { mentorIds, now }: { mentorIds: readonly string[]; now: Date }): Promise<MentorLoadDto[]> {
  return await db.$queryRaw<MentorLoadDto[]>`
    SELECT (SELECT count(*)::int FROM reviews JOIN users l ON l.id = learner_id
        WHERE holder_id = mentor.id AND lease_until > ${now} AND l.disabled_at IS NULL) AS held,
      (SELECT count(*)::int FROM reviews WHERE reserved_for = mentor.id AND reserved_until > ${now}
        AND (status = 'waiting' OR status = 'claimed' AND lease_until <= ${now})) AS kept
    FROM unnest(${[...mentorIds]}::uuid[]) WITH ORDINALITY AS mentor (id, place) ORDER BY mentor.place`;
}
