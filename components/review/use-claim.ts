"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { detailOf } from "#components/ui/detail-of.ts";
import { showToast } from "#components/ui/toast-store.ts";
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
