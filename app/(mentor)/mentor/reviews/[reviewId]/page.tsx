import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ScreenReview } from "#components/review/screen-review.tsx";
import { Hydrate, type Filled } from "#components/shell/hydrate.tsx";
import { ReviewThread } from "#components/thread/review-thread.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { review, verdictDraft } from "#lib/review/views.ts";
import { threadQueries } from "#lib/thread/queries.ts";
import { notes, thread } from "#lib/thread/views.ts";

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
  const data: Filled[] = [[reviewQueries.one(found.reviewId).queryKey, found]];
  if (found.party !== null) {
    const subject = { kind: "reviews", subjectId: reviewId } as const;
    const [messages, noted] = await Promise.all([loadView(thread, subject, { path }), loadView(notes, subject, { path })]);
    data.push([threadQueries.messages(subject).queryKey, { pages: [messages], pageParams: [""] }]);
    data.push([threadQueries.notes(subject).queryKey, { pages: [noted], pageParams: [""] }]);
  }
  return (
    <Hydrate data={data}>
      <ScreenReview key={found.reviewId} reviewId={found.reviewId} saved={draft}><ReviewThread reviewId={found.reviewId} /></ScreenReview>
    </Hydrate>
  );
}
