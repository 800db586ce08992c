import { ScreenCorrect } from "#components/review/screen-correct.tsx";
import { TakeNext } from "#components/review/take-next.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

interface ScreenClosedProps {
  review: ReviewDto;
  gone: boolean;
  /** The verdict was taken back, and then: the mentor holds the review again. */
  onActed: () => void;
  onHeld: () => void;
}

/** What happens next with a review that is not the mentor's to act on, and the way to the next one. */
export function ScreenClosed({ review, gone, onActed, onHeld }: ScreenClosedProps) {
  const canCorrect = !gone && review.can.includes("correct");
  return (
    <>
      <p className="max-w-[52ch] text-muted">{gone ? whyGone : next(review)}</p>
      <div className="mt-5 flex flex-wrap items-center gap-2.5">
        <TakeNext step={null} />
        <ButtonLink href="/mentor/queue">Back to the queue</ButtonLink>
      </div>
      {canCorrect ? (
        <div className="mt-7 border-t border-line pt-5">
          <p className="mb-3 max-w-[52ch] text-muted">Was something wrong with this verdict? You can take it back for seven days.</p>
          <ScreenCorrect review={review} onActed={onActed} onHeld={onHeld} />
        </div>
      ) : null}
    </>
  );
}

const whyGone =
  "Another mentor holds this review, or it is kept for one, or its learner has withdrawn it, or an admin has closed it. What you see is how it stood when you could still read it.";

function next({ as, status, learnerName, verdicts, lease }: ReviewDto): string {
  switch (status) {
    case "confirmed":
      return `${learnerName} sees the confirmation on the roadmap, and your words with the review. It stays true of version ${verdicts[0]?.versionNumber ?? ""} of the evidence.`;
    case "returned":
      return `It is ${learnerName}'s turn. When everything is answered, the review comes back at its place and is kept for ${as === "mentor" ? "you" : "its mentor"} for three working days.`;
    case "withdrawn":
      return "Nothing was lost on your side: verdicts given before stay in the history.";
    case "claimed":
      return `${lease?.mentorName ?? "A mentor"} is reviewing this.`;
    default:
      return "There is nothing to judge at the moment.";
  }
}
