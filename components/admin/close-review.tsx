"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reasonOf, StepIn } from "#components/admin/step-in.tsx";
import { adminMutations } from "#lib/admin/queries.ts";
import type { TurnOfMentorsDto } from "#lib/review/schema.ts";

/** Ends a review without a verdict. */
export function CloseReview({ review: { reviewId, itemTitle }, about }: { review: Pick<TurnOfMentorsDto, "reviewId" | "itemTitle">; about: ReactNode }) {
  const close = useMutation(adminMutations.close());
  return (
    <StepIn
      verb="Close"
      submit="Close the review"
      itemTitle={itemTitle}
      about={about}
      title="Close this review?"
      description="It ends without a verdict and leaves no mark. The learner can ask again; whoever holds it is told."
      danger
      done="Closed. The learner is told why."
      reasonHint="The learner and the mentor read it."
      onSend={async (fields, idempotencyKey) => {
        await close.mutateAsync({ idempotencyKey, input: { reviewId, reason: reasonOf(fields) } });
      }}
    />
  );
}
