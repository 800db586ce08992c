"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useIsFull } from "#components/review/use-is-full.ts";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** What can be done with a review that was kept unsent. */
export function SendOrDiscard({ reviewId, title }: { reviewId: string; title: string }) {
  const client = useQueryClient();
  const router = useRouter();
  const isFull = useIsFull();
  const after = {
    onError: (error: Error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  };
  const send = useMutation({ ...reviewMutations.send(), ...after, onSuccess: () => void showToast({ message: "Sent. Mentors see it in their queue now." }) });
  const discard = useMutation({ ...reviewMutations.discard(), ...after, onSuccess: () => {
    showToast({ message: "Thrown away. Nobody has seen it." });
    router.push("/reviews");
  } });
  return (
    <>
      {isFull ? <p className="text-note text-muted">It can be sent when one of your {MOST_WITH_MENTORS} that are with mentors has come back.</p> : null}
      <Button size="small" variant={isFull ? "default" : "primary"} busy={send.isPending} onClick={() => send.mutate({ reviewId })} aria-label={`Send the review of ${title}`}>Send</Button>
      <Button size="small" variant="quiet" busy={discard.isPending} onClick={() => discard.mutate({ reviewId })} aria-label={`Throw away the review of ${title}`}>Throw away</Button>
    </>
  );
}
