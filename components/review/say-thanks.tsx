"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** Thanks for a confirmation, without a word: it stands on the review, and nobody has to answer it. */
export function SayThanks({ review }: { review: Pick<ReviewDto, "reviewId" | "acknowledgedAt" | "can"> }) {
  const client = useQueryClient();
  const thank = useMutation({
    ...reviewMutations.acknowledge(),
    onError: (error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  if (review.acknowledgedAt !== null) return <p role="status" className="mt-2 text-note text-muted">You said thanks, <RelativeTime at={review.acknowledgedAt} />.</p>;
  if (!review.can.includes("acknowledge")) return null;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="small" busy={thank.isPending} onClick={() => thank.mutate({ reviewId: review.reviewId })}>Say thanks</Button>
      <span className="text-note text-muted">It stands on the review; nobody gets a message.</span>
    </div>
  );
}
