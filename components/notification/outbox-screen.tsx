"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { OutboxMail } from "#components/notification/outbox-mail.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { notificationQueries } from "#lib/notification/queries.ts";

/**
 * Every mail and what became of it. Its first page is in the cache when the screen begins; `server` is where mails go, or null, and
 * `places` are the ways to the other pages for admins.
 */
export function OutboxScreen({ server, places }: { server: string | null; places: ReactNode }) {
  const list = useInfiniteQuery(notificationQueries.outbox());
  if (!list.data) return null;
  // While pages are read again a mail may stand at the end of one and the start of the next.
  const mails = [...new Map(list.data.pages.flatMap((page) => page.mails).map((mail) => [mail.mailId, mail])).values()];
  return (
    <div className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      {places}
      <PageHeading title="Outbox">
        {server === null
          ? "No mail server is set, so mails are kept here for you to read and pass on. The operator sets one with CAIRN_SMTP_URL."
          : `Mails are sent by ${server}. What they said is not kept.`}
      </PageHeading>
      {list.isError ? (
        <Notice tone="problem" className="mb-6"><p>The list could not be read again just now. What you see may be out of date.</p></Notice>
      ) : null}
      {mails.length === 0 ? (
        <EmptyState title="No mails yet">When something happens that somebody wants mailed, the mail stands here.</EmptyState>
      ) : (
        <ul className="max-w-[56rem] border-t border-line">{mails.map((mail) => <OutboxMail key={mail.mailId} mail={mail} />)}</ul>
      )}
      {list.hasNextPage ? (
        <Button className="mt-5" busy={list.isFetchingNextPage} onClick={() => void readMore(list)}>Older</Button>
      ) : null}
    </div>
  );
}
