import Link from "next/link";
import { classes } from "#components/ui/classes.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { NotificationDto } from "#lib/notification/schema.ts";

/** One thing that was told: what happened, about which item, and when. Unread is a mark, a word for screen readers, and weight. */
export function NotificationLine({ notification, onOpen }: { notification: NotificationDto; onOpen: () => void }) {
  const { words, itemTitle, href, at, read } = notification;
  const text = (
    <>
      {read ? null : <span className="sr-only">Unread: </span>}
      {words}
    </>
  );
  return (
    <div className="grid grid-cols-[0.75rem_minmax(0,1fr)] items-baseline gap-x-2.5">
      {read ? <span /> : <UnreadMark />}
      <div className="min-w-0">
        <p className={classes("wrap-anywhere", read ? "text-muted" : "font-strong")}>
          {href ? (
            <Link href={href} prefetch={false} onClick={onOpen} className="inline-block rounded-sm underline decoration-line-strong underline-offset-3 hover:decoration-current">
              {text}
            </Link>
          ) : text}
        </p>
        <p className="text-note wrap-anywhere text-muted">
          {itemTitle ? <><bdi>{itemTitle}</bdi><span aria-hidden="true"> · </span></> : null}
          <RelativeTime at={at} className="whitespace-nowrap" />
        </p>
      </div>
    </div>
  );
}

/** A stone laid by the path: there is something to see. */
function UnreadMark() {
  return (
    <svg viewBox="0 0 12 12" className="size-3 self-center fill-lichen" aria-hidden="true">
      <ellipse cx="6" cy="6.6" rx="5" ry="3.6" />
    </svg>
  );
}
