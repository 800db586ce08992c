"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** What can be done with a review that was kept unsent. */
export function SendOrDiscard({ reviewId, title }: { reviewId: string; title: string }) {
  const client = useQueryClient();
  const router = useRouter();
  const after = {
    onError: (error: Error) => void showToast({ tone: "problem", message: error instanceof ProblemError ? error.problem.detail : unreachable.detail }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  };
  const send = useMutation({ ...reviewMutations.send(), ...after, onSuccess: () => void showToast({ message: "Sent. Mentors see it in their queue now." }) });
  const discard = useMutation({ ...reviewMutations.discard(), ...after, onSuccess: () => {
    showToast({ message: "Thrown away. Nobody has seen it." });
    router.push("/reviews");
  } });
  return (
    <>
      <Button size="small" variant="primary" busy={send.isPending} onClick={() => send.mutate({ reviewId })} aria-label={`Send the review of ${title}`}>Send</Button>
      <Button size="small" variant="quiet" busy={discard.isPending} onClick={() => discard.mutate({ reviewId })} aria-label={`Throw away the review of ${title}`}>Throw away</Button>
    </>
  );
}
