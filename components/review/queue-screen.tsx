"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { QueueEmpty } from "#components/review/queue-empty.tsx";
import { groupsOf, isBehind, putBack } from "#components/review/queue-groups.ts";
import { QueueHeld } from "#components/review/queue-held.tsx";
import { QueueKeys } from "#components/review/queue-keys.tsx";
import { QueueLeft } from "#components/review/queue-left.tsx";
import { QueueMore } from "#components/review/queue-more.tsx";
import { QueueStep } from "#components/review/queue-step.tsx";
import { QueueTable } from "#components/review/queue-table.tsx";
import { TakeNext } from "#components/review/take-next.tsx";
import { WaitingTime } from "#components/review/waiting-time.tsx";
import { useClaim } from "#components/review/use-claim.ts";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { reviewQueries } from "#lib/review/queries.ts";
import type { QueueRowDto } from "#lib/review/schema.ts";
import { stepIn } from "#lib/review/step-filter.ts";

/** What waits for mentors, and above it what the mentor holds. Its first page is in the cache when the screen begins. */
export function QueueScreen() {
  const router = useRouter();
  const page = useRef<HTMLDivElement>(null);
  const shownBefore = useRef<ReadonlySet<string> | null>(null);
  const step = stepIn(useSearchParams().getAll("step"));
  const queue = useInfiniteQuery({ ...reviewQueries.queue(step), placeholderData: keepPreviousData });
  const [previewed, setPreviewed] = useState<{ step: string | null; row: QueueRowDto } | null>(null);
  const claim = useClaim({ onClaimed: (reviewId) => router.push(`/mentor/reviews/${reviewId}`) });
  const pageCount = queue.data?.pages.length ?? 0;
  useEffect(() => {
    const shown = shownBefore.current;
    shownBefore.current = null;
    if (!shown) return;
    // The button goes with the last page: the focus goes on to the first of what has come.
    const all = [...(page.current?.querySelectorAll<HTMLElement>("[data-review]") ?? [])];
    all.find((row) => !shown.has(row.dataset.review!))?.querySelector<HTMLElement>("[data-open]")?.focus();
  }, [pageCount]);
  if (!queue.data) return null;
  const { pages } = queue.data;
  const { held, capacity, steps } = pages[0]!;
  // While pages are read again a row may stand at the end of one and the start of the next.
  const rows = [...new Map(pages.flatMap((each) => each.rows).map((row) => [row.reviewId, row])).values()];

  const looked = previewed?.step === step ? previewed.row : null;
  // A row that somebody looks at does not leave under their hands, but to be theirs.
  const isAbsent = looked !== null && !queue.isPlaceholderData && ![...rows, ...held].some(({ reviewId }) => reviewId === looked.reviewId);
  const isGone = isAbsent && !(queue.hasNextPage && isBehind(rows, looked));
  const shown = isAbsent ? putBack(rows, looked) : rows;

  async function showMore() {
    shownBefore.current = new Set(rows.map(({ reviewId }) => reviewId));
    if (!(await readMore(queue))) shownBefore.current = null;
  }

  const claiming = claim.isPending ? claim.variables.reviewId : null;
  return (
    <div ref={page} className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      <PageHeading title="Queue" className="mb-7" actions={<QueueKeys page={page} />}>
        What waits for a mentor, in each step the oldest first. A claim is yours for 45 minutes. <WaitingTime />{" "}
        <Link href="/mentor/advice" className="underline underline-offset-3">Questions about unfinished work</Link> wait beside it.
      </PageHeading>
      {queue.isError ? (
        <Notice tone="problem" className="mb-6">
          <p>The queue could not be read again just now. What you see may be out of date.</p>
        </Notice>
      ) : null}
      <QueueHeld held={held} capacity={capacity} receivedAt={queue.dataUpdatedAt} />
      <QueueLeft held={held} />
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <QueueStep steps={steps} step={step} onChange={narrowTo} />
        <TakeNext key={step} step={step} />
      </div>
      <div aria-busy={queue.isPlaceholderData} className="mt-2 aria-busy:opacity-55">
        {shown.length === 0 ? (
          <div className="mt-6"><QueueEmpty holding={held.length > 0} onShowAll={step === null ? null : () => narrowTo(null)} /></div>
        ) : (
          <QueueTable
            groups={groupsOf(shown, steps)} claiming={claiming} previewed={looked?.reviewId ?? null} previewedIsGone={isGone}
            onPreview={(row) => setPreviewed(looked?.reviewId === row.reviewId ? null : { step, row })} onClaim={(reviewId) => claim.mutate({ reviewId })}
          />
        )}
        <QueueMore shown={rows.length} more={queue.hasNextPage} busy={queue.isFetchingNextPage} onMore={() => void showMore()} />
      </div>
    </div>
  );
}

/** The address says it too, so that a reload and the way back from a review find the same queue. */
function narrowTo(step: string | null): void {
  history.replaceState(null, "", step === null ? location.pathname : `?${new URLSearchParams({ step })}`);
}
