"use client";

import { useMutation } from "@tanstack/react-query";
import { TimeZoneField } from "#components/account/time-zone-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { accountMutations } from "#lib/account/queries.ts";

/** Where somebody lives, by the clock; `onKept` reads anew what depends on it. */
export function TimeZoneForm({ timeZone, hint, onKept }: { timeZone: string; hint: string; onKept: () => Promise<unknown> }) {
  const set = useMutation(accountMutations.setTimeZone());
  const { busy, onSubmit, errorOf, message } = useSubmission(async (fields) => {
    await set.mutateAsync({ timeZone: String(fields.get("timeZone")) });
    showToast({ message: "Kept." });
    await onKept();
  });
  return (
    <form onSubmit={onSubmit} noValidate className="grid justify-items-start gap-3.5">
      <TimeZoneField timeZone={timeZone} hint={hint} error={errorOf("timeZone")} />
      <FormMessage message={message} />
      <Button type="submit" busy={busy}>Keep the time zone</Button>
    </form>
  );
}
