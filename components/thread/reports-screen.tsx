"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { Report } from "#components/thread/report.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { SegmentedControl } from "#components/ui/segmented-control.tsx";
import { Loading, Skeleton } from "#components/ui/skeleton.tsx";
import { threadQueries } from "#lib/thread/queries.ts";

type Which = "open" | "resolved";

/** Messages that one of their readers has reported, for admins to decide. `children` stand above: the ways to the other pages for admins. */
export function ReportsScreen({ children }: { children: ReactNode }) {
  const [which, setWhich] = useState<Which>("open");
  const query = useInfiniteQuery(threadQueries.reports(which));
  const reports = query.data?.pages.flatMap((page) => page.reports) ?? [];
  return (
    <div className="mx-auto w-full max-w-[82rem] px-4 py-8 sm:px-8 sm:py-10">
      {children}
      <PageHeading title="Reported messages">
        Each was reported by somebody who could read it. You see its words as they stood then, and nothing else of the review.
      </PageHeading>
      <SegmentedControl<Which>
        legend="Which reports" hideLegend name="which" value={which} onChange={setWhich} className="mb-5"
        segments={[{ value: "open", label: "To decide" }, { value: "resolved", label: "Decided" }]}
      />
      {query.data ? null : <Loading label="Loading reports"><Skeleton className="h-32" /></Loading>}
      {query.data && reports.length === 0 ? (
        <EmptyState title={which === "open" ? "Nothing to decide" : "Nothing decided yet"}>
          {which === "open" ? "When somebody reports a message, it is shown here until an admin has decided." : "What admins have decided is kept here."}
        </EmptyState>
      ) : null}
      <ol aria-label={which === "open" ? "Reports, oldest first" : "Reports, newest first"} className="grid max-w-[52rem] grid-cols-[minmax(0,1fr)] gap-5">
        {reports.map((report) => <Report key={report.reportId} report={report} />)}
      </ol>
      {query.hasNextPage ? <Button className="mt-5" busy={query.isFetchingNextPage} onClick={() => void readMore(query)}>More</Button> : null}
    </div>
  );
}
