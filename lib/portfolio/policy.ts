import type { Actor } from "#lib/access/actor.ts";
import { allow, conflict, hidden, type Decision } from "#lib/access/decision.ts";
import { nobody } from "#lib/base/id.ts";

/** What the policies judge; loaded through its owner, so that somebody else's evidence is never even read. */
export interface EvidenceFacts {
  ownerId: string;
  latestNumber: number;
  hasOpenReview: boolean;
}

export function canRevise(actor: Actor, evidence: EvidenceFacts, { input }: { input: { basedOn: number } }): Decision {
  const owns = canEdit(actor, evidence);
  if (!owns.ok) return owns;
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
