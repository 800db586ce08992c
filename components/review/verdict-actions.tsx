import { useId, type ReactNode } from "react";
import type { VerdictKind } from "#components/review/verdict-draft.ts";
import { Button } from "#components/ui/button.tsx";

interface VerdictActionsProps {
  /** Every criterion is marked as met. */
  canConfirm: boolean;
  pending: VerdictKind | null;
  onGive: (kind: VerdictKind) => void;
  /** Whether what was written is saved. */
  saving: ReactNode;
}

/** The three verdicts. Confirm can always be pressed: before its time it says, at the criteria, what is missing. */
export function VerdictActions({ canConfirm, pending, onGive, saving }: VerdictActionsProps) {
  const why = useId();
  const give = (kind: VerdictKind) => ({ busy: pending === kind, onClick: () => (pending === null ? onGive(kind) : undefined) });
  return (
    <div className="mt-6 border-t border-line pt-5">
      <div className="flex flex-wrap gap-2.5">
        <Button
          variant="primary"
          aria-disabled={canConfirm ? undefined : true}
          aria-describedby={canConfirm ? undefined : why}
          className="aria-disabled:opacity-55"
          {...give("confirm")}
        >
          Confirm
        </Button>
        <Button {...give("return")}>Return with changes</Button>
        <Button variant="quiet" {...give("ask")}>
          Ask for information
        </Button>
      </div>
      <p className="mt-3 text-label text-muted">
        <span id={why}>Confirm needs every criterion met.</span> {saving}
      </p>
    </div>
  );
}
