import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";

/** In the place of the verdicts, when what was typed cannot be sent now. */
export function VerdictEnded({ canClaim, busy, onClaim, saving }: { canClaim: boolean; busy: boolean; onClaim: () => void; saving: ReactNode }) {
  return (
    <Notice tone="turn" className="mt-6">
      <p className="font-strong">{canClaim ? "You do not hold this review" : "This review has moved on"}</p>
      <p className="mt-1">
        {canClaim
          ? "What you wrote is kept, and nothing of it was sent. Claim the review again to go on."
          : "It was withdrawn or closed, or it is with another mentor. What you wrote is kept, so you can copy it; nothing of it was sent."}
      </p>
      <p className="mt-1 text-label">{saving}</p>
      <div className="mt-3.5 flex flex-wrap gap-2.5">
        {canClaim ? (
          <Button variant="primary" busy={busy} onClick={onClaim}>
            Claim again
          </Button>
        ) : null}
        <ButtonLink href="/mentor/queue">Back to the queue</ButtonLink>
      </div>
    </Notice>
  );
}
