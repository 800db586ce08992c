"use client";

import { useQuery } from "@tanstack/react-query";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { reviewQueries } from "#lib/review/queries.ts";

/** Whether as many of a learner's reviews are with mentors as can be: one more is kept unsent. */
export function useIsFull(): boolean {
  const { data } = useQuery(reviewQueries.mine());
  return (data?.reviews.filter(({ turn }) => turn.whose === "mentors").length ?? 0) >= MOST_WITH_MENTORS;
}
