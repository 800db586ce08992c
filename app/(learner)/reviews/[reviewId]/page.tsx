import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LearnerScreen } from "#components/review/learner-screen.tsx";
import { Hydrate } from "#components/shell/hydrate.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { review } from "#lib/review/views.ts";

export const metadata: Metadata = { title: "Review", description: "Where your review stands, and what was asked.", robots: { index: false } };

/** A mentor who follows a learner's link is brought to their own side of the review. */
export default async function ReviewPage({ params }: { params: Promise<{ reviewId: string }> }) {
  const { reviewId } = await params;
  const found = await loadView(review, { reviewId }, { path: `/reviews/${encodeURIComponent(reviewId)}` });
  if (found.as !== "learner") redirect(`/mentor/reviews/${found.reviewId}`);
  return <Hydrate data={[[reviewQueries.one(reviewId).queryKey, found]]}><LearnerScreen reviewId={reviewId} /></Hydrate>;
}
