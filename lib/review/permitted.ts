import type { Actor } from "#lib/access/actor.ts";
import type { Decision } from "#lib/access/decision.ts";
import type { OfferedAct } from "#lib/review/schema.ts";

/** The acts whose decision is to allow, in the order given: what a screen offers is asked of the policies themselves. */
export function permitted(decisions: readonly (readonly [OfferedAct, Decision])[]): OfferedAct[] {
  return decisions.filter(([, decision]) => decision.ok).map(([act]) => act);
}

/** How somebody is related to a review. */
export function relation(actor: Actor, review: { learnerId: string }): "learner" | "mentor" | "admin" {
  if (actor.kind === "member" && actor.userId === review.learnerId) return "learner";
  return actor.kind === "member" && actor.roles.has("mentor") ? "mentor" : "admin";
}
