"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CloseReview } from "#components/admin/close-review.tsx";
import { ReassignReview } from "#components/admin/reassign-review.tsx";
import { ReopenReview } from "#components/admin/reopen-review.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";
import { readMore } from "#components/ui/read-more.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { adminQueries } from "#lib/admin/queries.ts";
import type { AdminMentorDto } from "#lib/admin/schema.ts";
import type { AnsweredDto } from "#lib/review/schema.ts";

/** Where a verdict is taken back after its mentor's seven days, and a review whose learner was answered is given on or ended. */
export function AnsweredReviews({ mentors }: { mentors: AdminMentorDto[] }) {
  const [search, setSearch] = useState("");
  const list = useInfiniteQuery({ ...adminQueries.answered(search), placeholderData: keepPreviousData });
  const { data } = list;
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const isEmpty = data !== undefined && rows.length === 0;
  return (
    <section aria-labelledby="answered">
      <h2 id="answered" className="mt-12 font-serif text-heading font-medium">Answered</h2>
      <p className="mt-2 mb-5 text-muted">Reviews that were returned or confirmed, the last one first. A mentor takes a verdict of their own back within seven days; you can at any time.</p>
      <search className="mb-5 block max-w-96">
        <TextField label="Item or mentor" type="search" maxLength={200} autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} />
      </search>
      <p role="status" className={isEmpty ? "text-muted" : "sr-only"}>{isEmpty ? (search === "" ? "No review has been answered yet." : "Nothing is found.") : ""}</p>
      <ul className="border-t border-line empty:hidden">{rows.map((row) => <Row key={row.reviewId} row={row} mentors={mentors} />)}</ul>
      {list.hasNextPage ? <Button className="mt-4" busy={list.isFetchingNextPage} onClick={() => void readMore(list)}>More</Button> : null}
    </section>
  );
}

function Row({ row, mentors }: { row: AnsweredDto; mentors: AdminMentorDto[] }) {
  const { itemTitle, stepTitle, status, mentorName, answeredAt } = row;
  const verdict = (
    <>
      {status === "confirmed" ? "confirmed" : "returned"}{mentorName === null ? "" : <> by <bdi>{mentorName}</bdi></>}, <RelativeTime at={answeredAt} />
    </>
  );
  return (
    <li className="grid justify-items-start gap-x-4 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-center md:justify-items-stretch">
      <div className="min-w-0 wrap-anywhere">
        {stepTitle ? <p className="text-label text-muted">{stepTitle}</p> : null}
        <p className="font-strong">{itemTitle}</p>
        <p className="text-note text-muted first-letter:uppercase">{verdict}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {status === "returned" ? <><ReassignReview review={row} about={verdict} mentors={mentors} /><CloseReview review={row} about={verdict} /></> : null}
        <ReopenReview review={row} about={verdict} />
      </div>
    </li>
  );
}
