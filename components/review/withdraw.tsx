"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ButtonSize } from "#components/ui/button-classes.ts";
import { Button } from "#components/ui/button.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";

/** Takes a review back, after saying what that means. */
export function Withdraw({ reviewId, title, size = "normal" }: { reviewId: string; title: string; size?: ButtonSize }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const withdraw = useMutation({
    ...reviewMutations.withdraw(),
    onSuccess: () => {
      setOpen(false);
      showToast({ message: "Withdrawn. You can ask again whenever you like." });
    },
    onError: (error) => void showToast({ tone: "problem", message: detailOf(error) }),
    onSettled: async () => await client.invalidateQueries({ queryKey: reviewQueries.all() }),
  });
  return (
    <>
      <Button size={size} variant="quiet" onClick={() => setOpen(true)} aria-label={`Withdraw the review of ${title}`}>Withdraw</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Withdraw this review?" description="Its place in the queue is given up, and no verdict on it can be given any more. What was said so far stays on its timeline.">
        <DialogActions>
          <Button variant="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate({ reviewId })}>Withdraw</Button>
          <Button onClick={() => setOpen(false)}>Keep it</Button>
        </DialogActions>
      </Dialog>
    </>
  );
}
