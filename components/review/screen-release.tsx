"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** Gives the review back to the queue. What was typed stays in the tab, for another claim. */
export function ScreenRelease({ reviewId, leaseId }: { reviewId: string; leaseId: string }) {
  const router = useRouter();
  const client = useQueryClient();
  const release = useMutation({
    ...reviewMutations.release(),
    onSuccess: () => {
      router.push("/mentor/queue");
      showToast({ message: "Released. The review is back at its place in the queue." });
    },
    onError: (error) => void showToast({ message: detailOf(error), tone: "problem" }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  return (
    <Button busy={release.isPending} onClick={() => release.mutate({ reviewId, leaseId })}>
      Release
    </Button>
  );
}
