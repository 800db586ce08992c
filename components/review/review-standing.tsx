import Link from "next/link";
import { turnTone, turnWords } from "#components/review/turn-words.ts";
import { Chip } from "#components/ui/chip.tsx";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";

/** Where a review stands, leading to it. */
export function ReviewStanding({ review }: { review: ReviewSummaryDto }) {
  return (
    <Link href={`/reviews/${review.reviewId}`} aria-label={`Review of ${review.evidenceTitle}: ${turnWords(review)}`} className="rounded-full">
      <Chip tone={turnTone(review)} className="underline decoration-current/40 underline-offset-3">{turnWords(review)}</Chip>
    </Link>
  );
}
