"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** Claims a review. A refusal is said in its own words, and everything shown of reviews is read again either way. */
export function useClaim({ onClaimed, onRefused }: { onClaimed?: (reviewId: string) => void; onRefused?: () => void }) {
  const client = useQueryClient();
  return useMutation({
    ...reviewMutations.claim(),
    onSuccess: async (_acted, { reviewId }) => {
      const settled = client.invalidateQueries({ queryKey: reviewQueries.all() });
      onClaimed?.(reviewId);
      await settled;
    },
    onError: async (error) => {
      showToast({ message: detailOf(error), tone: "problem" });
      await client.invalidateQueries({ queryKey: reviewQueries.all() });
      onRefused?.();
    },
  });
}

/** What a person is told of a refused act; a bug is reported, and told as no answer. */
export function detailOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.detail;
  reportError(error);
  return unreachable.detail;
}
