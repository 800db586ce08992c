import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LearnerScreen } from "#components/review/learner-screen.tsx";
import { Hydrate, type Filled } from "#components/shell/hydrate.tsx";
import { ReviewThread } from "#components/thread/review-thread.tsx";
import { loadView } from "#lib/access/load-view.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import { review, reviewPlace, reviewWaitingTime } from "#lib/review/views.ts";
import { threadQueries } from "#lib/thread/queries.ts";
import { thread } from "#lib/thread/views.ts";

export const metadata: Metadata = { title: "Review", description: "Where your review stands, and what was asked.", robots: { index: false } };

/** A mentor who follows a learner's link is brought to their own side of the review. */
export default async function ReviewPage({ params }: { params: Promise<{ reviewId: string }> }) {
  const { reviewId } = await params;
  const path = `/reviews/${encodeURIComponent(reviewId)}`;
  const found = await loadView(review, { reviewId }, { path });
  if (found.as !== "learner") redirect(`/mentor/reviews/${found.reviewId}`);
  const subject = { kind: "reviews", subjectId: reviewId } as const;
  const [place, time, messages] = await Promise.all([
    loadView(reviewPlace, { reviewId }, { path }), loadView(reviewWaitingTime, {}, { path }), loadView(thread, subject, { path }),
  ]);
  const data: Filled[] = [
    [reviewQueries.one(reviewId).queryKey, found], [reviewQueries.place(reviewId).queryKey, place], [reviewQueries.waitingTime().queryKey, time],
    [threadQueries.messages(subject).queryKey, { pages: [messages], pageParams: [""] }],
  ];
  return <Hydrate data={data}><LearnerScreen reviewId={reviewId}><ReviewThread reviewId={reviewId} /></LearnerScreen></Hydrate>;
}
