import type { Actor } from "#lib/access/actor.ts";
import { allow, conflict, hidden, type Decision, type PolicyContext } from "#lib/access/decision.ts";

/** What a browser kept goes to the account that the person was shown, whoever has signed in there in the meantime. */
export function canMerge(actor: Actor, _subject: unknown, { input }: PolicyContext<{ account: string }>): Decision {
  if (actor.kind !== "member") return hidden;
  if (input.account === actor.userId) return allow;
  return otherAccount;
}

export const otherAccount = conflict(
  "OTHER_ACCOUNT", "Somebody else has signed in with this browser in the meantime. Please load the page again, and look whose account it is.");
