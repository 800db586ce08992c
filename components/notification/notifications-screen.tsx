"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { NotificationLine } from "#components/notification/notification-line.tsx";
import { unreadWords } from "#components/notification/unread.ts";
import { useReading } from "#components/notification/use-reading.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { notificationQueries } from "#lib/notification/queries.ts";

/** Everything that somebody was told, newest first. Its first page is in the cache when the screen begins. */
export function NotificationsScreen() {
  const list = useInfiniteQuery(notificationQueries.list());
  const { readOne, readAll } = useReading();
  if (!list.data) return null;
  const { pages } = list.data;
  // While pages are read again a line may stand at the end of one and the start of the next.
  const lines = [...new Map(pages.flatMap((page) => page.notifications).map((line) => [line.notificationId, line])).values()];
  const newest = lines[0];
  const unread = pages[0]!.unread;
  return (
    <div className="mx-auto w-full max-w-[46rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading
        title="Notifications"
        actions={
          <>
            {newest && unread > 0 ? <Button onClick={() => readAll(newest.at)}>Mark all as read</Button> : null}
            <ButtonLink href="/settings/notifications" variant="quiet">What is mailed</ButtonLink>
          </>
        }
      >
        {unreadWords(unread) || "Nothing is unread"}.
      </PageHeading>
      {list.isError ? (
        <Notice tone="problem" className="mb-6"><p>The list could not be read again just now. What you see may be out of date.</p></Notice>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState title="Nothing yet" action={<ButtonLink href="/reviews">Open your reviews</ButtonLink>}>
          When a mentor claims, returns or confirms your work, it is told here.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {lines.map((line) => (
            <li key={line.notificationId} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-3.5">
              <div className="min-w-0 flex-1 basis-64">
                <NotificationLine notification={line} onOpen={() => line.read || readOne(line.notificationId)} />
              </div>
              {line.read ? null : (
                <Button variant="quiet" size="small" aria-label={`Mark as read: ${line.words}`} onClick={() => readOne(line.notificationId)} className="max-sm:ml-3">
                  Mark as read
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <Button className="mt-5" busy={list.isFetchingNextPage} onClick={() => void readMore(list)}>Older</Button>
      ) : null}
    </div>
  );
}
