"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

interface CorrectProps {
  /** It was taken back; the screen does not show it yet. */
  onActed: () => void;
  /** The screen shows that the mentor holds it again. */
  onHeld: () => void;
}

/** Takes one's own verdict back, with a reason. What happens then is said before. */
export function ScreenCorrect({ review, ...told }: CorrectProps & { review: ReviewDto }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Correct</Button>
      <Dialog open={open} onOpenChange={setOpen} title="Correct your verdict" description={whatHappens(review)}>
        <CorrectForm reviewId={review.reviewId} {...told} onCancel={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function CorrectForm({ reviewId, onActed, onHeld, onCancel }: CorrectProps & { reviewId: string; onCancel: () => void }) {
  const client = useQueryClient();
  const [idempotencyKey] = useState(freshUuid);
  const correct = useMutation(reviewMutations.correct());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    await correct.mutateAsync({ input: { reviewId, reason: String(fields.get("reason") ?? "") }, idempotencyKey });
    onActed();
    await client.invalidateQueries({ queryKey: reviewQueries.all() });
    onHeld();
  });
  return (
    <form noValidate onSubmit={onSubmit} className="grid gap-4">
      <TextArea label="Reason" hint="The learner reads it." name="reason" rows={3} dir="auto" error={errorOf("reason")} />
      <FormMessage message={message} />
      <DialogActions>
        <Button type="submit" variant="primary" busy={busy}>Correct</Button>
        <Button onClick={onCancel}>Cancel</Button>
      </DialogActions>
    </form>
  );
}

function whatHappens({ status, learnerName }: ReviewDto): string {
  const back = status === "confirmed" ? "The confirmation is revoked" : "What you asked need not be answered any more";
  return `${back}, and you hold the review again for 45 minutes, with what you had marked and written. ${learnerName} is told, and the first verdict stays in the history. This can be done for seven days after a verdict.`;
}
