import { ButtonLink } from "#components/ui/button-link.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

/** What happens next with a review that is not the mentor's to act on, and the way to the next one. */
export function ScreenClosed({ review, gone }: { review: ReviewDto; gone: boolean }) {
  return (
    <>
      <p className="max-w-[52ch] text-muted">{gone ? whyGone : next(review)}</p>
      <div className="mt-5">
        <ButtonLink href="/mentor/queue" variant="primary">
          Back to the queue
        </ButtonLink>
      </div>
    </>
  );
}

const whyGone =
  "Another mentor holds this review, or it is kept for one, or its learner has withdrawn it. What you see is how it stood when you could still read it.";

function next({ status, learnerName, verdicts, lease }: ReviewDto): string {
  switch (status) {
    case "confirmed":
      return `${learnerName} sees the confirmation on the roadmap, with your words. It stays true of version ${verdicts[0]?.versionNumber ?? ""} of the evidence.`;
    case "returned":
      return `It is ${learnerName}'s turn. When everything is answered, the review comes back at its place and is kept for you for three working days.`;
    case "withdrawn":
      return "Nothing was lost on your side: verdicts given before stay in the history.";
    case "claimed":
      return `${lease?.mentorName ?? "A mentor"} is reviewing this.`;
    default:
      return "There is nothing to judge at the moment.";
  }
}
