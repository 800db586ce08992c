import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { homeGuide } from "#lib/guide/home.ts";

/** Nothing waits that this mentor could claim: of one step (`onShowAll` shows the others), or at all. */
export function QueueEmpty({ holding, onShowAll }: { holding: boolean; onShowAll: (() => void) | null }) {
  if (onShowAll) {
    return (
      <EmptyState title="Nothing waits in this step" action={<Button onClick={onShowAll}>Show all steps</Button>}>
        <p>Something may wait in another one.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Nothing waits for you"
      action={<ButtonLink href={`/guide/${homeGuide}`}>Read the guide</ButtonLink>}
    >
      <p>
        {holding ? "Finish what you hold above. " : "Every review that you could take is with a mentor or with its learner. "}
        This page looks for new ones every quarter of a minute, so it can stay open.
      </p>
    </EmptyState>
  );
}
