"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CheckboxGroup } from "#components/ui/checkbox-group.tsx";
import { TimeZoneField } from "#components/account/time-zone-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { accountMutations, accountQueries } from "#lib/account/queries.ts";
import type { MentorProfileDto } from "#lib/account/schema.ts";

export interface StepChoice { id: string; label: string }

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].map((label, index) => ({ value: String(index + 1), label }));

/** The fields are uncontrolled: what was typed stays, also when it is refused. */
export function MentorProfileForm({ profile, steps }: { profile: MentorProfileDto; steps: StepChoice[] }) {
  const client = useQueryClient();
  const keep = useMutation(accountMutations.keepMentorProfile());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    await keep.mutateAsync({
      steps: fields.getAll("steps").map(String),
      capacity: wholeNumber(fields.get("capacity")),
      workingDays: fields.getAll("workingDays").map(Number),
      timeZone: String(fields.get("timeZone")),
    });
    showToast({ message: "Kept." });
    await client.invalidateQueries({ queryKey: accountQueries.all() });
  });
  return (
    <form onSubmit={onSubmit} noValidate className="grid gap-6.5">
      <CheckboxGroup
        legend="Steps you review"
        hint="None chosen means all of them. You can claim reviews of other steps too."
        name="steps"
        options={steps.map(({ id, label }) => ({ value: id, label }))}
        chosen={profile.steps}
        error={errorOf("steps")}
      />
      <TextField
        label="Reviews at a time"
        hint="How many you can hold at once, each for 45 minutes."
        name="capacity"
        inputMode="numeric"
        autoComplete="off"
        className="max-w-60"
        defaultValue={profile.capacity}
        error={errorOf("capacity")}
      />
      <CheckboxGroup
        legend="Working days"
        hint="A learner's answer is kept for you for three of them, then anyone can take it."
        name="workingDays"
        options={weekdays}
        chosen={profile.workingDays.map(String)}
        inRows
        error={errorOf("workingDays")}
      />
      <TimeZoneField timeZone={profile.timeZone} hint="Your days begin and end by it." error={errorOf("timeZone")} />
      <FormMessage message={message} />
      <div>
        <Button type="submit" variant="primary" busy={busy}>Keep the profile</Button>
      </div>
    </form>
  );
}

/** What is no number travels as NaN, which JSON has not: the server then says that it wants one. */
function wholeNumber(typed: FormDataEntryValue | null): number {
  return typeof typed === "string" && typed.trim() !== "" ? Number(typed) : Number.NaN;
}
