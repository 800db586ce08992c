import Link from "next/link";
import { SayThanks } from "#components/review/say-thanks.tsx";
import { SendOrDiscard } from "#components/review/send-or-discard.tsx";
import { validVerdict } from "#components/review/valid-verdict.ts";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** What a review's state means for its learner, and what they can do about it; nothing where the page says it elsewhere. */
export function LearnerOutcome({ review }: { review: ReviewDto }) {
  switch (review.status) {
    case "unsent":
      return <Unsent review={review} />;
    case "confirmed":
      return <Confirmed review={review} />;
    case "closed":
      return <Closed review={review} />;
    case "waiting":
    case "claimed":
      return <TakenBack review={review} />;
    default:
      return null;
  }
}

function Unsent({ review: { reviewId, version } }: { review: ReviewDto }) {
  return (
    <Notice tone="turn" title="Not sent yet" className="mb-6">
      <p>At most {MOST_WITH_MENTORS} of your reviews are with mentors at a time, so that everyone gets a turn. This one is kept here, and nobody else sees it. Send it when one of the others has come back.</p>
      <div className="mt-3 flex flex-wrap gap-2.5"><SendOrDiscard reviewId={reviewId} title={version.title} /></div>
    </Notice>
  );
}

function Confirmed({ review }: { review: ReviewDto }) {
  const verdict = validVerdict(review);
  return (
    <Notice title="Confirmed" className="mb-6">
      <p><bdi>{verdict?.mentorName ?? "A mentor"}</bdi> found every criterion met in version {verdict?.versionNumber}. It stands beside your own mark on the <Link href={review.guide ? `/roadmap/${review.guide}#${review.itemId}` : "/roadmap"} className="underline underline-offset-3">roadmap</Link>.</p>
      <SayThanks review={review} />
    </Notice>
  );
}

function Closed({ review: { timeline } }: { review: ReviewDto }) {
  const closing = timeline.findLast(({ kind }) => kind === "closed");
  return (
    <Notice title="Closed by an admin" className="mb-6">
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{closing?.reason}</p>
      <p className="mt-1 text-note text-muted">What was said so far stays here. You can ask again from your portfolio.</p>
    </Notice>
  );
}

/** Of a verdict that no longer counts, while it is judged anew. */
function TakenBack({ review: { verdicts, status } }: { review: ReviewDto }) {
  const [newest] = verdicts;
  if (!newest?.corrected) return null;
  return (
    <Notice title={newest.kind === "confirm" ? "The confirmation was taken back" : "What was asked was taken back"} className="mb-6">
      <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{newest.corrected.reason}</p>
      <p className="mt-1 text-note text-muted">
        <RelativeTime at={newest.corrected.at} />. {status === "claimed" ? "The mentor is judging it again" : "It waits for a mentor"}; you need do nothing.
      </p>
    </Notice>
  );
}
