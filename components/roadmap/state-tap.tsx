import { StateIcon } from "#components/roadmap/state-icon.tsx";
import { stateWords } from "#components/roadmap/state-words.ts";
import type { State } from "#lib/roadmap/schema.ts";

type StateTapProps = { title: string; state: State; confirmed: boolean; onSet: (state: State) => void };

/** The icon before an item's title: it shows the state, and one tap marks the item as done, or as to do again. */
export function StateTap({ title, state, confirmed, onSet }: StateTapProps) {
  const next = state === "done" ? "todo" : "done";
  const act = `Mark as ${stateWords[next].toLowerCase()}`;
  const standing = confirmed ? `confirmed, ${stateWords[state].toLowerCase()}` : stateWords[state].toLowerCase();
  return (
    <button
      type="button"
      title={act}
      aria-label={`${title}: ${standing}. ${act}`}
      onClick={() => onSet(next)}
      className="-m-1.5 grid size-9 place-items-center rounded-full hover:bg-sunk pointer-coarse:-m-2.5 pointer-coarse:size-11"
    >
      <StateIcon state={confirmed ? "confirmed" : state} />
    </button>
  );
}
