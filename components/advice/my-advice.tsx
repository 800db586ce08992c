"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Chip } from "#components/ui/chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { adviceQueries } from "#lib/advice/queries.ts";
import type { AdviceSummaryDto } from "#lib/advice/schema.ts";

/** What a learner has asked advice on. */
export function MyAdvice() {
  const query = useInfiniteQuery(adviceQueries.mine());
  if (!query.data) return null;
  const advices = query.data.pages.flatMap((page) => page.advices);
  return (
    <div className="mx-auto max-w-[52rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="Advice">Help on work that is not finished, in messages with a mentor: no verdict, no mark, no limit.</PageHeading>
      {advices.length === 0 ? (
        <EmptyState title="Nothing asked yet" action={<ButtonLink href="/portfolio" variant="primary">Open the portfolio</ButtonLink>}>
          Add what you have so far to your portfolio, attach it to an item, and ask for advice there.
        </EmptyState>
      ) : null}
      <ul className="grid">{advices.map((advice) => <AdviceRow key={advice.adviceId} advice={advice} href={`/advice/${advice.adviceId}`} />)}</ul>
      {query.hasNextPage ? <Button busy={query.isFetchingNextPage} onClick={() => void readMore(query)}>More</Button> : null}
    </div>
  );
}

/** One advice in a list: for what, what is asked, and where it stands. */
export function AdviceRow({ advice, href, withName = false }: { advice: AdviceSummaryDto; href: string; withName?: boolean }) {
  return (
    <li className="grid gap-x-4 gap-y-1.5 border-t border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link href={href} className="rounded-sm text-item font-strong underline decoration-line-strong underline-offset-3">{advice.itemTitle}</Link>
        <p className="text-note wrap-anywhere text-muted">
          {withName ? <><bdi>{advice.learnerName}</bdi>, </> : null}<bdi>{advice.evidenceTitle}</bdi>, asked <RelativeTime at={advice.askedAt} />
        </p>
        <p dir="auto" className="mt-1 line-clamp-3 wrap-anywhere">{advice.question}</p>
      </div>
      <div className="flex flex-wrap items-start gap-2"><Standing advice={advice} /></div>
    </li>
  );
}

export function Standing({ advice: { closedAt, mentorName, pickedUpAt } }: { advice: Pick<AdviceSummaryDto, "closedAt" | "mentorName" | "pickedUpAt"> }) {
  if (closedAt !== null) return <Chip>Closed</Chip>;
  if (pickedUpAt === null) return <Chip>Waits for a mentor</Chip>;
  return <Chip tone="ok"><span>With <bdi>{mentorName ?? "a mentor"}</bdi></span></Chip>;
}
