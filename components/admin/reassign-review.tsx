"use client";

import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reasonOf, StepIn } from "#components/admin/step-in.tsx";
import { Select } from "#components/ui/select.tsx";
import { adminMutations } from "#lib/admin/queries.ts";
import type { AdminMentorDto } from "#lib/admin/schema.ts";
import type { TurnOfMentorsDto } from "#lib/review/schema.ts";

/** Keeps a review for a mentor of the admin's choice; those who are away cannot be chosen. */
export function ReassignReview(
  { review: { reviewId, itemTitle }, about, mentors }: { review: Pick<TurnOfMentorsDto, "reviewId" | "itemTitle">; about: ReactNode; mentors: AdminMentorDto[] },
) {
  const reassign = useMutation(adminMutations.reassign());
  const options = mentors.filter(({ awayUntil }) => awayUntil === null).map(({ userId, name, held, capacity }) => ({
    value: userId, label: `${name} (holds ${held} of ${capacity})`,
  }));
  return (
    <StepIn
      verb="Reassign"
      itemTitle={itemTitle}
      about={about}
      title="Keep this review for a mentor?"
      description="It keeps its place and waits for them until the end of their third working day. A hold of somebody else ends now."
      done="Reassigned. The mentor who has it now and the learner are told."
      reasonHint="The learner and the mentors read it."
      onSend={async (fields, idempotencyKey) => {
        await reassign.mutateAsync({ idempotencyKey, input: { reviewId, mentorId: String(fields.get("mentorId")), reason: reasonOf(fields) } });
      }}
    >
      {(errorOf) => <Select label="Mentor" name="mentorId" options={options} placeholder="Choose a mentor" error={errorOf("mentorId")} />}
    </StepIn>
  );
}
