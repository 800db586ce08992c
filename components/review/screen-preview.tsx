import { ScreenSelfCheck } from "#components/review/screen-self-check.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

/** What the evidence will be judged by, before anybody holds it. */
export function ScreenPreview({ review, busy, onClaim }: { review: ReviewDto; busy: boolean; onClaim: () => void }) {
  return (
    <>
      <ul>
        {review.requirement.criteria.map(({ id, text }) => (
          <li key={id} className="border-t border-line py-3.5 text-item">
            {text}
            <ScreenSelfCheck selfCheck={review.selfCheck} criterionId={id} />
          </li>
        ))}
      </ul>
      <div className="mt-3 border-t border-line pt-5">
        {review.reservation?.forYou ? <p className="mb-3">Kept for you for a while: others cannot claim it meanwhile.</p> : null}
        <Button variant="primary" busy={busy} onClick={onClaim}>
          Claim
        </Button>
        <p className="mt-3 text-label text-muted">It is yours for 45 minutes, and longer while you write; its version is frozen meanwhile. You can release it at any time.</p>
      </div>
    </>
  );
}
