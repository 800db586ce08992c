import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ScreenReview } from "#components/review/screen-review.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { review, verdictDraft } from "#lib/review/views.ts";

export const metadata: Metadata = {
  title: "Review",
  description: "Evidence, its criteria, and the verdict.",
  robots: { index: false },
};

/** A learner who follows a mentor's link is brought to their own side of the review. */
export default async function MentorReviewPage({ params }: { params: Promise<{ reviewId: string }> }) {
  const { reviewId } = await params;
  const path = `/mentor/reviews/${encodeURIComponent(reviewId)}`;
  const found = await loadView(review, { reviewId }, { path });
  if (found.as === "learner") redirect(`/reviews/${found.reviewId}`);
  const { draft } = found.as === "mentor" ? await loadView(verdictDraft, { reviewId }, { path }) : { draft: null };
  return (
    <Hydrate data={[[reviewQueries.one(found.reviewId).queryKey, found]]}>
      <ScreenReview key={found.reviewId} reviewId={found.reviewId} saved={draft} />
    </Hydrate>
  );
}
