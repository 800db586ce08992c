import { isMentor, type Actor } from "#lib/access/actor.ts";
import { allow, conflict, forbidden, hidden, type Decision } from "#lib/access/decision.ts";
import { nobody } from "#lib/base/id.ts";
import type { Review, ReviewStatus } from "#lib/review/history.ts";
import { isLive } from "#lib/review/lease.ts";
import { MOST_FOR_ITEM, MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { isPossible, statusAt, type Act } from "#lib/review/transitions.ts";

interface Context { now: Date }

/** Counted under the lock on the learner's row. */
export interface AskFacts {
  ownerId: string;
  /** An unsent or open review of the same evidence and item. */
  pairTaken: boolean;
  /** Open reviews of the learner for the item. */
  openForItem: number;
}

export function canAsk(actor: Actor, facts: AskFacts): Decision {
  if (actor.kind !== "member" || actor.userId !== facts.ownerId) return hidden;
  if (facts.pairTaken) return conflict("ALREADY_ASKED", "You have asked for a review of this evidence for this item already; it is among your reviews.");
  return roomForItem(facts);
}

export interface OwnFacts {
  review: Review;
  openForItem: number;
  /** How many of the learner's reviews are the mentors' turn. */
  withMentors: number;
}

export function canSend(actor: Actor, { review, openForItem, withMentors }: OwnFacts, { now }: Context): Decision {
  const possible = ownerCan("send", actor, review, now);
  if (!possible.ok) return possible;
  if (withMentors >= MOST_WITH_MENTORS) {
    return conflict("FIVE_WITH_MENTORS", `${MOST_WITH_MENTORS} of your reviews are with mentors. This one stays here, unsent, until one of them comes back.`);
  }
  return roomForItem({ openForItem });
}

function roomForItem({ openForItem }: { openForItem: number }): Decision {
  if (openForItem < MOST_FOR_ITEM) return allow;
  return conflict("TWO_FOR_ITEM", `${MOST_FOR_ITEM} reviews for this item are open. Withdraw one, or wait until one is finished.`);
}

export function canDiscard(actor: Actor, { review }: { review: Review }, { now }: Context): Decision {
  return ownerCan("discard", actor, review, now);
}

export function canResubmit(actor: Actor, { review }: { review: Review }, { now }: Context): Decision {
  return ownerCan("resubmit", actor, review, now);
}

export function canWithdraw(actor: Actor, { review }: { review: Review }, { now }: Context): Decision {
  return ownerCan("withdraw", actor, review, now);
}

function ownerCan(act: Act, actor: Actor, review: Review, now: Date): Decision {
  if (actor.kind !== "member" || actor.userId !== review.learnerId) return hidden;
  return isPossible(act, review, now) ? allow : conflict("NOT_NOW", notNow[statusAt(review, now)]);
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

/** Read under the locks on the mentor's row and the review's. */
export interface ClaimFacts {
  review: Review;
  blocked: boolean;
  learnerDisabled: boolean;
  /** The one it is reserved for is still a mentor, not disabled and not blocked. */
  reservationHolds: boolean;
  liveLeases: number;
  capacity: number;
}

export function canClaim(actor: Actor, facts: ClaimFacts, { now }: Context): Decision {
  const { review } = facts;
  if (!isMentor(actor)) return isOwn(actor, review) ? forbidden("MENTORS_ONLY", "Only a mentor can claim a review.") : hidden;
  if (isOwn(actor, review)) return forbidden("OWN_EVIDENCE", "Nobody reviews their own evidence.");
  if (facts.blocked || facts.learnerDisabled || statusAt(review, now) === "unsent") return hidden;
  if (isReservedForOther(actor, facts, now)) return hidden;
  if (!isPossible("claim", review, now)) return claimedOrOver(actor, review, now);
  if (facts.liveLeases >= facts.capacity) {
    return conflict("AT_CAPACITY", `You hold ${facts.liveLeases} reviews, as many as you can at a time. Finish or release one first.`);
  }
  return allow;
}

function claimedOrOver(actor: Actor, review: Review, now: Date): Decision {
  if (statusAt(review, now) !== "claimed") return conflict("NOT_WAITING", `${notNow[statusAt(review, now)]} There is nothing to claim.`);
  const yours = actor.kind === "member" && review.holderId === actor.userId;
  return yours
    ? conflict("ALREADY_YOURS", "You hold this review already.")
    : conflict("LEASE_HELD", "Another mentor has claimed this review. Nothing is lost; please take another.");
}

function isReservedForOther(actor: Actor, { review, reservationHolds }: ClaimFacts, now: Date): boolean {
  return statusAt(review, now) === "waiting" && reservationHolds && review.reservedUntil !== null && review.reservedUntil > now
    && actor.kind === "member" && review.reservedFor !== actor.userId;
}

/** What a verdict or a release is judged on. */
export interface HoldFacts {
  review: Review;
  /** The lease that the request names was this mentor's, live or not. */
  leaseWasYours: boolean;
  blocked: boolean;
  learnerDisabled: boolean;
}

export function canRelease(actor: Actor, { review, leaseWasYours, blocked, learnerDisabled }: HoldFacts, { input, now }: Context & { input: { leaseId: string } }): Decision {
  if (!isMentor(actor) || !leaseWasYours || blocked || learnerDisabled) return hidden;
  return review.leaseId === input.leaseId && isLive(review, now) ? allow : leaseEnded(review, now);
}

interface VerdictInput { leaseId: string; versionId: string; edition: number }

/** A verdict counts only for exactly what its screen showed. */
export function canJudge(actor: Actor, facts: HoldFacts, { input, now }: Context & { input: VerdictInput }): Decision {
  const held = canRelease(actor, facts, { input, now });
  if (!held.ok) return held;
  if (facts.review.versionId !== input.versionId) return conflict("VERSION_MOVED", "Your screen showed another version of the evidence. Please look at the one that is shown now.");
  if (facts.review.edition !== input.edition) return conflict("EDITION_MOVED", "Your screen showed another edition of the criteria. Please look at those that are shown now.");
  return allow;
}

function leaseEnded(review: Review, now: Date): Decision {
  const status = statusAt(review, now);
  const what = status === "waiting" || status === "claimed"
    ? "Your hold on this review has ended, so others may have claimed it."
    : notNow[status];
  return conflict("LEASE_ENDED", `${what} What you wrote is still here; nothing of it was sent.`);
}

export const mentorsOnly = (actor: Actor): Decision => (isMentor(actor) ? allow : forbidden("MENTORS_ONLY", "The queue is for mentors."));

function isOwn(actor: Actor, review: Review): boolean {
  return actor.kind === "member" && actor.userId === review.learnerId;
}

/** Reviews that wait at `now`, with those whose lease has run out: canClaim's states as a where-object. */
function waitsAt(now: Date) {
  return { OR: [{ status: "waiting" as const }, { status: "claimed" as const, leaseUntil: { lte: now } }] };
}

/** Learners whose reviews a mentor may see: not the mentor, not disabled, and not blocking the mentor. */
function ofOthers(mentorId: string) {
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
          { reserved: { OR: [{ disabledAt: { not: null } }, { NOT: { roles: { has: "mentor" as const } } }] } },
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
