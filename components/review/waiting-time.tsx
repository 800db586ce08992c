"use client";

import { useQuery } from "@tanstack/react-query";
import { placeWords, waitingTimeWords } from "#components/review/waiting-words.ts";
import { reviewQueries } from "#lib/review/queries.ts";

/** How long reviews wait; nothing until it is known. */
export function WaitingTime() {
  const { data } = useQuery(reviewQueries.waitingTime());
  return data ? <>{waitingTimeWords(data)}</> : null;
}

/** What a learner can expect of a review that waits: its place, and how long reviews wait. */
export function WaitingHere({ reviewId }: { reviewId: string }) {
  const { data: place } = useQuery(reviewQueries.place(reviewId));
  if (!place || place.ahead === null) return null;
  return (
    <p className="mb-6 max-w-[62ch] rounded-card border border-line bg-sunk px-4 py-3">
      <span className="font-strong">{placeWords(place.ahead)}</span> <WaitingTime />
    </p>
  );
}
