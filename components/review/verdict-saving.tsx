import { isEmpty } from "#components/review/verdict-draft.ts";
import type { VerdictState } from "#components/review/verdict-store.ts";

/** Whether what is written is safe. Only trouble is read out: a word after each pause would drown what is being typed. */
export function VerdictSaving({ state }: { state: VerdictState }) {
  return (
    <>
      {state.other || state.trouble ? null : standing(state)}
      <span role="status" className="text-signal-ink">
        {state.other ? "Not saved: choose above which of the two drafts goes on." : state.trouble ? `Not saved yet, but kept in this tab. ${state.trouble}` : null}
      </span>
    </>
  );
}

function standing({ draft, unsaved }: VerdictState): string {
  if (unsaved) return "Saving your draft …";
  return isEmpty(draft) ? "Your draft is saved as you write." : "Your draft is saved.";
}
