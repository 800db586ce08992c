import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Nothing waits that this mentor could claim. */
export function QueueEmpty({ holding }: { holding: boolean }) {
  return (
    <EmptyState
      title="Nothing waits for you"
      action={<ButtonLink href="/guide/machine-learning-engineer">Read the guide</ButtonLink>}
    >
      <p>
        {holding ? "Finish what you hold above. " : "Every review that you could take is with a mentor or with its learner. "}
        This page looks for new ones every quarter of a minute, so it can stay open.
      </p>
    </EmptyState>
  );
}
