"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { dayWords } from "#components/account/day-words.ts";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { isAway } from "#lib/account/working-days.ts";
import { accountMutations, accountQueries } from "#lib/account/queries.ts";
import type { DaysOffDto, MentorProfileDto } from "#lib/account/schema.ts";

/** When a mentor is away: what is marked, and the form that marks more. */
export function DaysOff({ profile }: { profile: MentorProfileDto }) {
  return (
    <section aria-labelledby="days-off" className="mt-10 border-t border-line pt-8">
      <h2 id="days-off" className="font-serif text-heading font-medium">Days off</h2>
      <p className="mt-1 max-w-[62ch] text-muted">
        While you are away nothing is kept for you: others can take what you have returned, and are told what you asked.
        Days are those of {profile.timeZone}, where it is {dayWords(profile.today)}.
      </p>
      {isAway(profile, profile.today) ? <Notice tone="turn" title="You are away today" className="mt-4" /> : null}
      {profile.daysOff.length === 0 ? null : (
        <ul aria-labelledby="days-off" className="mt-4 border-t border-line">
          {profile.daysOff.map((days) => <Stretch key={days.daysOffId} days={days} />)}
        </ul>
      )}
      <TakeDaysOff today={profile.today} />
    </section>
  );
}

function Stretch({ days: { daysOffId, firstDay, lastDay } }: { days: DaysOffDto }) {
  const client = useQueryClient();
  const cancel = useMutation({
    ...accountMutations.cancelDaysOff(),
    onSuccess: () => showToast({ message: "Cancelled. You are there on these days." }),
    onError: (error) => showToast({ tone: "problem", message: (error instanceof ProblemError ? error.problem : unreachable).detail }),
    onSettled: async () => await client.invalidateQueries({ queryKey: accountQueries.all() }),
  });
  const words = firstDay === lastDay ? dayWords(firstDay) : `${dayWords(firstDay)} to ${dayWords(lastDay)}`;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-b border-line py-2.5">
      <span>{words}</span>
      <Button size="small" variant="quiet" busy={cancel.isPending} aria-label={`Cancel ${words}`} onClick={() => cancel.mutate({ daysOffId })}>Cancel</Button>
    </li>
  );
}

function TakeDaysOff({ today }: { today: string }) {
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const take = useMutation(accountMutations.takeDaysOff());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    const taken = await take.mutateAsync({ firstDay: String(fields.get("firstDay")), lastDay: String(fields.get("lastDay")) });
    form.current?.reset();
    showToast({ message: taken.firstDay <= today ? "Marked. You are away from now on." : "Marked." });
    await client.invalidateQueries({ queryKey: accountQueries.all() });
  });
  return (
    <form ref={form} onSubmit={onSubmit} noValidate aria-label="Mark days off" className="mt-5 grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 sm:max-w-100">
        <TextField label="First day" name="firstDay" type="date" error={errorOf("firstDay")} />
        <TextField label="Last day" name="lastDay" type="date" error={errorOf("lastDay")} />
      </div>
      <FormMessage message={message} />
      <div>
        <Button type="submit" busy={busy}>Mark days off</Button>
      </div>
    </form>
  );
}
