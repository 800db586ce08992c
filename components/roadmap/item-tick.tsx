"use client";

import { useOwnProgress } from "#components/roadmap/own-progress.ts";
import { stateWords } from "#components/roadmap/state-words.ts";
import { StateIcon } from "#components/roadmap/state-icon.tsx";

/** The reader's own tick for an item. It comes once it works, so there is never a box that does nothing, and outside the flow, so nothing moves. */
export function ItemTick({ itemId, title }: { itemId: string; title: string }) {
  const { whose, states, confirmed, setTick } = useOwnProgress();
  if (whose === "nobody") return null;
  const state = states.get(itemId) ?? "todo";
  return (
    // In the column of the step's number, which has no other use down there.
    <label title="I can do this" className="absolute top-0 -left-14 grid size-11 place-items-center font-normal print:hidden">
      <input
        type="checkbox"
        checked={state === "done"}
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
