import { isMentor, isUser, type Actor } from "#lib/access/actor.ts";
import { allow, conflict, forbidden, hidden, type Decision } from "#lib/access/decision.ts";
import { nobody } from "#lib/base/id.ts";

/** What the policies judge, read under the locks. */
export interface AdviceFacts {
  learnerId: string;
  mentorId: string | null;
  /** Who let it go last; null while nobody has, and once another has picked it up. */
  letGoBy: string | null;
  /** How often it was picked up. */
  pickUps: number;
  closedAt: Date | null;
  /** The learner has blocked whoever acts. */
  blocked: boolean;
  learnerDisabled: boolean;
  archived: boolean;
  /** Whoever picked it up is a mentor still, not disabled, and not blocked. */
  mentorHolds: boolean;
}

/** One's own evidence; at most one open advice for an evidence and item. There is no other limit. */
export function canAskAdvice(actor: Actor, { ownerId, isOpen }: { ownerId: string; isOpen: boolean }): Decision {
  if (!isUser(actor, ownerId)) return hidden;
  return isOpen ? conflict("ALREADY_ASKED", "You have asked for advice on this evidence for this item already; it is open still.") : allow;
}

/** A mentor takes what waits: another's, of somebody who is not disabled and has not blocked them. Harmless to repeat. */
export function canPickUp(actor: Actor, advice: AdviceFacts): Decision {
  if (isUser(actor, advice.learnerId)) return forbidden("OWN_EVIDENCE", "Nobody advises on their own work.");
  if (!isMentor(actor) || advice.blocked || advice.learnerDisabled || advice.archived) return hidden;
  if (advice.closedAt !== null) return conflict("ADVICE_CLOSED", "The learner has closed this meanwhile. There is nothing to pick up.");
  return !advice.mentorHolds || isUser(actor, advice.mentorId) ? allow : conflict("ALREADY_PICKED_UP", "Another mentor has picked this up. Please take another.");
}

/** Whoever picked it up gives it back; others can pick it up then. */
export function canLetGo(actor: Actor, advice: AdviceFacts): Decision {
  if (!isAdviser(actor, advice)) return hidden;
  return advice.closedAt === null ? allow : conflict("ADVICE_CLOSED", "The learner has closed this already.");
}

/** Its learner, whenever they want. Harmless to repeat. */
export function canCloseAdvice(actor: Actor, { learnerId }: Pick<AdviceFacts, "learnerId">): Decision {
  return isUser(actor, learnerId) ? allow : hidden;
}

/**
 * Its learner, once a mentor has picked it up, also when they let it go again; and only the mentor whom the learner meant, whose picking up
 * was the `pickUps`-th. Harmless to repeat.
 */
export function canBlockAdviser(
  actor: Actor, advice: Pick<AdviceFacts, "learnerId" | "mentorId" | "letGoBy" | "pickUps">, { input: { pickUps } }: { input: { pickUps: number } },
): Decision {
  if (!isUser(actor, advice.learnerId) || adviserOf(advice) === null) return hidden;
  return pickUps === advice.pickUps ? allow : conflict("ANOTHER_MENTOR", "Another mentor has picked this up meanwhile. Nobody was blocked.");
}

/** Whom its learner knows from it: who has picked it up, or had it last; null while it has waited for its first. */
export function adviserOf({ mentorId, letGoBy }: Pick<AdviceFacts, "mentorId" | "letGoBy">): string | null {
  return mentorId ?? letGoBy;
}

/** Who reads and writes its messages: its learner, and the mentor who picked it up. Admins see what was reported alone. */
export function partyOf(actor: Actor, advice: AdviceFacts): "learner" | "mentor" | null {
  if (isUser(actor, advice.learnerId)) return "learner";
  return isAdviser(actor, advice) ? "mentor" : null;
}

/** partyOf as a where-object. */
export function visibleTo(actor: Actor) {
  if (actor.kind !== "member") return { id: nobody };
  const { userId } = actor;
  return { OR: [{ learnerId: userId }, ...(isMentor(actor) ? [adviserIs(userId)] : [])] };
}

/** What a mentor has picked up and still has: isAdviser as a where-object. */
export function adviserIs(mentorId: string) {
  return { mentorId, learner: { disabledAt: null, blocks: { none: { mentorId } } } };
}

function isAdviser(actor: Actor, { mentorId, blocked, learnerDisabled }: AdviceFacts): boolean {
  return isMentor(actor) && isUser(actor, mentorId) && !blocked && !learnerDisabled;
}
