"use client";

import { useQuery } from "@tanstack/react-query";
import { Bell as BellIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef } from "react";
import { NotificationLine } from "#components/notification/notification-line.tsx";
import { useReading } from "#components/notification/use-reading.ts";
import { subjectAt, unreadWords } from "#components/notification/unread.ts";
import { Button } from "#components/ui/button.tsx";
import { hideOnLeave } from "#components/ui/hide-on-leave.ts";
import { useAwake } from "#components/ui/use-awake.ts";
import { notificationQueries } from "#lib/notification/queries.ts";
import type { BellDto } from "#lib/notification/schema.ts";

/** How much is unread, in the header, with the newest below it. What is looked at is read: the page of a review or an advice reads what was told about it. */
export function Bell() {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  // The header is woken before the cache is filled: until then it says what the server said, which is nothing.
  const awake = useAwake();
  const { data } = useQuery(notificationQueries.bell());
  const bell = awake ? data : undefined;
  const unread = bell?.unread ?? 0;
  useReadHere(bell);
  return (
    <div onBlur={hideOnLeave}>
      <button type="button" popoverTarget={id} className="relative grid size-9 place-items-center rounded-control text-muted hover:bg-sunk hover:text-ink pointer-coarse:size-11">
        <BellIcon className="size-5" strokeWidth={1.8} aria-hidden="true" />
        <span className="sr-only">Notifications{unread > 0 ? `, ${unread} unread` : ""}</span>
        {unread > 0 ? (
          <span aria-hidden="true" className="absolute top-0 right-0 min-w-[1.125rem] rounded-full bg-lichen px-1 text-center text-[0.6875rem]/[1.125rem] font-strong text-on-lichen pointer-coarse:top-1 pointer-coarse:right-0.5">
            {unread > 99 ? "99+" : unread}
          </span>
        ) : null}
      </button>
      <span role="status" className="sr-only">{unreadWords(unread)}</span>
      <div
        id={id}
        ref={menu}
        popover="auto"
        className="absolute inset-auto top-[3.375rem] right-3 left-3 m-0 max-h-[min(34rem,calc(100dvh-5rem))] w-auto max-w-none flex-col open:flex rounded-card border border-line bg-surface text-ink shadow-xl sm:right-8 sm:left-auto sm:w-[24rem]"
      >
        <BellMenu bell={bell} onLeave={() => menu.current?.hidePopover()} />
      </div>
    </div>
  );
}

function BellMenu({ bell, onLeave }: { bell: BellDto | undefined; onLeave: () => void }) {
  const { readOne, readAll } = useReading();
  const newest = bell?.newest ?? [];
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 className="font-strong">Notifications</h2>
        {bell && bell.unread > 0 ? <Button variant="quiet" size="small" onClick={() => readAll(newest[0]!.at)}>Mark all as read</Button> : null}
      </div>
      {newest.length === 0 ? <p className="px-4 py-5 text-muted">Nothing yet. When a mentor or a learner does something that concerns you, it stands here.</p> : null}
      <ul className="min-h-0 overflow-y-auto">
        {newest.map((notification) => (
          <li key={notification.notificationId} className="border-line py-3 pr-4 pl-3 not-last:border-b">
            <NotificationLine
              notification={notification}
              onOpen={() => {
                if (!notification.read) readOne(notification.notificationId);
                onLeave();
              }}
            />
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap justify-between gap-x-5 border-t border-line px-4 py-1 text-note">
        <Link href="/notifications" prefetch={false} onClick={onLeave} className="py-2.5 underline decoration-line-strong underline-offset-3">All notifications</Link>
        <Link href="/settings/notifications" prefetch={false} onClick={onLeave} className="py-2.5 underline decoration-line-strong underline-offset-3">What is mailed</Link>
      </p>
    </>
  );
}

/** Whoever stands on the page of a review or an advice has seen what was told about it. */
function useReadHere(bell: BellDto | undefined): void {
  const pathname = usePathname();
  const { readAbout } = useReading();
  const isTold = bell?.newest.some(({ href, read }) => !read && href === pathname) ?? false;
  useEffect(() => {
    const subject = subjectAt(pathname);
    if (isTold && subject) readAbout(subject);
  }, [isTold, pathname, readAbout]);
}
