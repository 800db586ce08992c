"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { QueueEmpty } from "#components/review/queue-empty.tsx";
import { QueueHeld } from "#components/review/queue-held.tsx";
import { QueueKeys } from "#components/review/queue-keys.tsx";
import { QueueMore } from "#components/review/queue-more.tsx";
import { QueueTable } from "#components/review/queue-table.tsx";
import { WaitingTime } from "#components/review/waiting-time.tsx";
import { useClaim } from "#components/review/use-claim.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { reviewQueries } from "#lib/review/queries.ts";

/** What waits for mentors, and above it what the mentor holds. Its first page is in the cache when the screen begins. */
export function QueueScreen() {
  const router = useRouter();
  const table = useRef<HTMLTableElement>(null);
  const queue = useInfiniteQuery(reviewQueries.queue());
  const claim = useClaim({ onClaimed: (reviewId) => router.push(`/mentor/reviews/${reviewId}`) });
  if (!queue.data) return null;
  const { pages } = queue.data;
  const { held, capacity } = pages[0]!;
  // While pages are read again a row may stand at the end of one and the start of the next.
  const rows = [...new Map(pages.flatMap((page) => page.rows).map((row) => [row.reviewId, row])).values()];
  const claiming = claim.isPending ? claim.variables.reviewId : null;
  return (
    <div className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      <PageHeading title="Queue" className="mb-7" actions={<QueueKeys table={table} />}>
        What waits for a mentor, oldest first. A claim is yours for 45 minutes. <WaitingTime />
      </PageHeading>
      {queue.isError ? (
        <Notice tone="problem" className="mb-6">
          <p>The queue could not be read again just now. What you see may be out of date.</p>
        </Notice>
      ) : null}
      <QueueHeld held={held} capacity={capacity} receivedAt={queue.dataUpdatedAt} />
      {rows.length === 0 ? (
        <QueueEmpty holding={held.length > 0} />
      ) : (
        <QueueTable ref={table} rows={rows} claiming={claiming} onClaim={(reviewId) => claim.mutate({ reviewId })} />
      )}
      <QueueMore shown={rows.length} more={queue.hasNextPage} busy={queue.isFetchingNextPage} onMore={() => void queue.fetchNextPage()} />
    </div>
  );
}
