import "server-only";
import { command } from "#lib/access/command.ts";
import { hidden, membersOnly } from "#lib/access/decision.ts";
import { getItem } from "#lib/guide/guide.ts";
import { itemStateDto, setItemStateInput } from "#lib/roadmap/schema.ts";
import { applyChange } from "#lib/roadmap/store.ts";

export const setItemState = command({
  name: "roadmap.setItemState",
  summary: "Says where the learner stands with an item. The later change wins; a repeated one is harmless.",
  input: setItemStateInput,
  output: itemStateDto,
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input: { itemId, ...change } }) => {
    const found = getItem(itemId);
    if (!found || actor.kind !== "member") return hidden;
    return await applyChange(db, { userId: actor.userId, item: found.item, ...change });
  },
});
