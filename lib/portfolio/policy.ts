import type { Actor } from "#lib/access/actor.ts";
import { allow, conflict, hidden, type Decision } from "#lib/access/decision.ts";
import { nobody } from "#lib/base/id.ts";
import { MOST_EVIDENCE, MOST_VERSIONS } from "#lib/portfolio/limits.ts";

/** What the policies judge; loaded through its owner, so that somebody else's evidence is never even read. */
export interface EvidenceFacts {
  ownerId: string;
  latestNumber: number;
  hasOpenReview: boolean;
}

export function canAdd(actor: Actor, { ownerId, shown }: { ownerId: string; shown: number }): Decision {
  if (actor.kind !== "member" || actor.userId !== ownerId) return hidden;
  if (shown < MOST_EVIDENCE) return allow;
  return conflict("PORTFOLIO_FULL", `A portfolio shows ${MOST_EVIDENCE} pieces at most. Archive one that you no longer need, then add this one.`);
}

export function canRevise(actor: Actor, evidence: EvidenceFacts, { input }: { input: { basedOn: number } }): Decision {
  const owns = canEdit(actor, evidence);
  if (!owns.ok) return owns;
  if (evidence.latestNumber >= MOST_VERSIONS) {
    return conflict("TOO_MANY_VERSIONS", `This evidence has ${MOST_VERSIONS} versions, as many as one can have. Add the work as a new one.`);
  }
  if (input.basedOn === evidence.latestNumber) return allow;
  return conflict("VERSION_MOVED", `Version ${evidence.latestNumber} was made meanwhile, perhaps in another window. Your text is still here; please compare before saving.`);
}

export function canEdit(actor: Actor, evidence: EvidenceFacts): Decision {
  return actor.kind === "member" && actor.userId === evidence.ownerId ? allow : hidden;
}

export function canArchive(actor: Actor, evidence: EvidenceFacts): Decision {
  const owns = canEdit(actor, evidence);
  if (!owns.ok || !evidence.hasOpenReview) return owns;
  return conflict("REVIEW_OPEN", "A review of this evidence is still open or unsent. Withdraw it or throw it away first, then archive.");
}

/** The evidence an actor may read: their own, unless archived. */
export function visibleTo(actor: Actor) {
  return { ownerId: actor.kind === "member" ? actor.userId : nobody, archivedAt: null };
}
