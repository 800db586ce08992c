"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reasonOf, StepIn } from "#components/admin/step-in.tsx";
import { adminMutations } from "#lib/admin/queries.ts";
import type { AnsweredDto } from "#lib/review/schema.ts";

/** Takes a verdict back, so that another mentor judges anew. */
export function ReopenReview({ review: { reviewId, itemTitle, status }, about }: { review: AnsweredDto; about: ReactNode }) {
  const reopen = useMutation(adminMutations.reopen());
  return (
    <StepIn
      verb="Reopen"
      itemTitle={itemTitle}
      about={about}
      title={status === "confirmed" ? "Take this confirmation back?" : "Take this answer back?"}
      description={status === "confirmed"
        ? "The item is not confirmed any more. The verdict stays in the history, and the review goes to the end of the queue."
        : "What was asked need not be answered any more. The verdict stays in the history, and the review goes to the end of the queue."}
      danger
      done="Reopened. The learner and the mentor are told why."
      reasonHint="The learner and the mentors read it."
      onSend={async (fields, idempotencyKey) => {
        await reopen.mutateAsync({ idempotencyKey, input: { reviewId, reason: reasonOf(fields) } });
      }}
    />
  );
}
