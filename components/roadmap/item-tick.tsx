"use client";

import { useOwnProgress } from "#components/roadmap/own-progress.ts";
import { stateWords } from "#components/roadmap/state-words.ts";
import { StateIcon } from "#components/roadmap/state-icon.tsx";
import { classes } from "#components/ui/classes.ts";

/**
 * The reader's own tick for an item. Its place is kept from the start, and it is seen once it works: without JavaScript there
 * is no box that does nothing, and nothing moves when it comes.
 */
export function ItemTick({ itemId, title }: { itemId: string; title: string }) {
  const { whose, states, confirmed, setTick } = useOwnProgress();
  const state = states.get(itemId) ?? "todo";
  return (
    <label title="I can do this" className={classes("relative grid size-11 place-items-center print:hidden", whose === "nobody" && "invisible")}>
      <input
        type="checkbox"
        checked={state === "done"}
        disabled={whose === "nobody"}
        onChange={(event) => setTick(itemId, event.target.checked)}
        className="absolute inset-1 appearance-none rounded-full hover:bg-sunk"
      />
      <StateIcon state={confirmed.has(itemId) ? "confirmed" : state} className="pointer-events-none relative rounded-full bg-paper" />
      {confirmed.has(itemId) ? (
        // The reader's own state stays in sight beside what a mentor has confirmed.
        <StateIcon state={state} className="pointer-events-none absolute right-0 bottom-0.5 h-3.75 w-4.5 rounded-full bg-paper" />
      ) : null}
      <span className="sr-only">I can do this: {title}{state === "learning" || state === "skipped" ? ` (${stateWords[state]})` : ""}</span>
    </label>
  );
}
