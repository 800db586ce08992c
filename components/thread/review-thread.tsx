"use client";

import { useQuery } from "@tanstack/react-query";
import { Notes } from "#components/thread/notes.tsx";
import { Thread } from "#components/thread/thread.tsx";
import { reviewQueries } from "#lib/review/queries.ts";

/** The thread of a review, and for its mentors and admins the notes: shown for as long as whoever looks has a part in it. */
export function ReviewThread({ reviewId }: { reviewId: string }) {
  const { data: review } = useQuery({ ...reviewQueries.one(reviewId), enabled: false });
  if (!review?.party || review.status === "unsent") return null;
  return (
    <>
      <Thread kind="reviews" subjectId={reviewId} />
      {review.party === "learner" ? null : <Notes kind="reviews" subjectId={reviewId} writable={review.party === "mentor"} />}
    </>
  );
}
