"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { AdviceRow } from "#components/advice/my-advice.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { adviceQueries } from "#lib/advice/queries.ts";
import type { AdviceSummaryDto } from "#lib/advice/schema.ts";

/** What learners ask about unfinished work, for mentors to pick up. */
export function WaitingAdvice() {
  const query = useInfiniteQuery(adviceQueries.waiting());
  if (!query.data) return null;
  const { pages } = query.data;
  const waiting = pages.flatMap((page) => page.waiting);
  const yours = pages[0]?.yours ?? [];
  return (
    <div className="mx-auto max-w-[52rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="Advice">Questions about work that is not finished. Pick one up and answer in messages: nothing runs out, and there is no verdict to give.</PageHeading>
      {yours.length > 0 ? <Part title="Picked up by you" advices={yours} /> : null}
      {waiting.length > 0 ? <Part title="Waiting, oldest first" advices={waiting} /> : null}
      {waiting.length === 0 ? <EmptyState title="No question waits">When a learner asks about unfinished work, it is listed here. This page reads itself anew twice a minute.</EmptyState> : null}
      {query.hasNextPage ? <Button busy={query.isFetchingNextPage} onClick={() => void readMore(query)}>More</Button> : null}
    </div>
  );
}

function Part({ title, advices }: { title: string; advices: AdviceSummaryDto[] }) {
  return (
    <section aria-label={title} className="mb-9">
      <h2 className="mb-2 font-strong">{title}</h2>
      <ul className="grid">{advices.map((advice) => <AdviceRow key={advice.adviceId} advice={advice} href={`/mentor/advice/${advice.adviceId}`} withName />)}</ul>
    </section>
  );
}
