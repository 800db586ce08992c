import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { hidden, membersOnly } from "#lib/access/decision.ts";
import { lockUser } from "#lib/account/store.ts";
import { getItem } from "#lib/guide/guide.ts";
import type { Tx } from "#lib/platform/db.ts";
import { canMerge, otherAccount } from "#lib/roadmap/policy.ts";
import {
  itemStateDto, mergedDto, mergeItemStatesInput, setItemStateInput, undoMergeInput, undoneDto,
} from "#lib/roadmap/schema.ts";
import { applyChange, mergeChanges, restoreStates } from "#lib/roadmap/store.ts";

export const setItemState = command({
  name: "roadmap.setItemState",
  summary: "Says where the learner stands with an item. The later change wins; a repeated one is harmless.",
  input: setItemStateInput,
  output: itemStateDto,
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input: { itemId, account, ...change } }) => {
    const found = getItem(itemId);
    if (!found || actor.kind !== "member") return hidden;
    if (account !== undefined && account !== actor.userId) return otherAccount;
    return await applyChange(db, { userId: actor.userId, item: found.item, ...change });
  },
});

export const mergeItemStates = command({
  name: "roadmap.mergeItemStates",
  summary: "Adds the ticks that a browser kept from before its reader signed in. The later change wins for each item; what lost stays in its history.",
  input: mergeItemStatesInput,
  output: mergedDto,
  idempotencyKey: "required",
  load: lockSelf,
  policy: canMerge,
  run: async (tx, { subject: userId, input: { device, changes } }) => {
    const known = changes.flatMap(({ itemId, ...change }) => {
      const found = getItem(itemId);
      return found ? [{ ...change, item: found.item }] : [];
    });
    const ignored = new Set(changes.map(({ itemId }) => itemId).filter((itemId) => !getItem(itemId)));
    return { ...await mergeChanges(tx, { userId, device, changes: known }), ignored: [...ignored] };
  },
});

export const undoMerge = command({
  name: "roadmap.undoMerge",
  summary: "Puts back what stood before such a merge, except where an item was changed again since. A repeated request is harmless.",
  input: undoMergeInput,
  output: undoneDto,
  load: lockSelf,
  policy: canMerge,
  run: async (tx, { subject: userId, input: { device, items } }) => ({ restored: await restoreStates(tx, { userId, device, items }) }),
});

/** Locks the actor's own row: one merge at a time. */
async function lockSelf(tx: Tx, { actor }: { actor: Actor }): Promise<string | null> {
  if (actor.kind !== "member") return null;
  await lockUser(tx, actor.userId);
  return actor.userId;
}
