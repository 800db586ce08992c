"use client";

import Link from "next/link";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FormMessage, useSubmission } from "#components/ui/form.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { kinds } from "#lib/notification/kind.ts";
import { endMails } from "#lib/notification/queries.ts";
import type { UnsubscribingDto } from "#lib/notification/schema.ts";

/** Where a link in a mail leads: nothing is changed by opening it, and one press ends these mails, whoever is signed in. */
export function Unsubscribe({ token, unsubscribing: { what, off } }: { token: string; unsubscribing: UnsubscribingDto }) {
  const [ended, setEnded] = useState(off);
  const { busy, onSubmit, message } = useSubmission(async () => {
    await endMails(token);
    setEnded(true);
  });
  const mails = what === "digest" ? "the daily digest" : `mails of the kind “${kinds[what].label}”`;
  return (
    <div className="mx-auto w-full max-w-[30rem] px-4 py-12 sm:py-20">
      <PageHeading title={ended ? "These mails have ended" : "No more of these mails?"} className="mb-7">
        {ended ? `You get ${what === "digest" ? "no daily digest" : `no ${mails}`} any more.` : `You would not get ${mails} any more.`} What
        happens still stands in Cairn, under the bell.
      </PageHeading>
      <div role="status">{ended && !off ? <p className="mb-5 font-strong">Done. Nothing else has changed.</p> : null}</div>
      {ended ? null : (
        <form onSubmit={onSubmit} method="post" className="grid justify-items-start gap-5">
          <FormMessage message={message} />
          <Button type="submit" variant="primary" busy={busy}>End these mails</Button>
        </form>
      )}
      <p className="mt-7 border-t border-line pt-5 text-muted">
        You can choose for each kind, or turn one on again, in <Link href="/settings/notifications" prefetch={false} className="underline underline-offset-3">what is mailed</Link>.
      </p>
    </div>
  );
}
