"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { detailOf } from "#components/ui/detail-of.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** Takes what has waited longest, of one step or of all for null, and opens it. `refusal` says why nothing was taken. */
export function useTakeNext(step: string | null) {
  const router = useRouter();
  const client = useQueryClient();
  const [refusal, setRefusal] = useState<string | null>(null);
  const taking = useMutation({
    ...reviewMutations.takeNext(),
    onMutate: () => setRefusal(null),
    onSuccess: ({ reviewId }) => router.push(`/mentor/reviews/${reviewId}`),
    onError: (error) => setRefusal(detailOf(error)),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  // Until the next page stands, a second press would take another one.
  return { refusal, busy: taking.isPending || taking.isSuccess, take: () => taking.mutate({ step }) };
}
