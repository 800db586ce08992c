"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ScreenBar } from "#components/review/screen-bar.tsx";
import { ScreenEvidence } from "#components/review/screen-evidence.tsx";
import { ScreenPanel } from "#components/review/screen-panel.tsx";
import type { SavedDraft } from "#components/review/verdict-kept.ts";
import { ProblemError } from "#lib/base/problem.ts";
import { SECOND } from "#lib/base/time.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** Looks for news every 20 seconds, and at the end of a hold. */
function newsIn(review: ReviewDto | undefined): number {
  const end = review?.lease?.byYou ? review.lease.secondsLeft + 1 : Infinity;
  return Math.min(20, end) * SECOND;
}

/**
 * One review, on one screen: the evidence at the left, the criteria at the right, and `children`, its thread, under them. It is in the
 * cache when the screen begins, and `saved` is what the mentor has kept of an unfinished verdict.
 */
export function ScreenReview({ reviewId, saved, children }: { reviewId: string; saved: SavedDraft | null; children?: ReactNode }) {
  const query = useQuery({
    ...reviewQueries.one(reviewId),
    retry: false,
    refetchInterval: ({ state }) => (isGone(state.error) ? false : newsIn(state.data)),
  });
  const review = query.data;
  if (!review) return null;
  const gone = isGone(query.error);
  return (
    <>
      <ScreenBar review={review} gone={gone} receivedAt={query.dataUpdatedAt} />
      <div className="grid grow grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_27rem] xl:grid-cols-[minmax(0,1fr)_30rem]">
        <ScreenEvidence review={review} />
        <ScreenPanel review={review} gone={gone} saved={saved}>{gone ? null : children}</ScreenPanel>
      </div>
    </>
  );
}

/** The server no longer shows this review to whoever asks; what was shown before stays on the screen. */
function isGone(error: Error | null): boolean {
  return error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 403);
}
