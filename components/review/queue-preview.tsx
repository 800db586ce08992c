"use client";

import { useQuery } from "@tanstack/react-query";
import { CriteriaList } from "#components/review/criteria-list.tsx";
import { ScreenAsked } from "#components/review/screen-asked.tsx";
import { WhatItShows } from "#components/review/what-it-shows.tsx";
import { detailOf } from "#components/ui/detail-of.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { reviewQueries } from "#lib/review/queries.ts";

const heading = "mb-1.5 text-label text-muted";

/** The evidence and what it will be judged by, under its row; nothing is claimed by looking. */
export function QueuePreview({ reviewId }: { reviewId: string }) {
  const { data: review, error } = useQuery({ ...reviewQueries.one(reviewId), retry: false });
  if (!review) {
    return (
      <div role="status">
        {error ? <p>{detailOf(error)}</p> : <><span className="sr-only">The preview is being read.</span><Skeleton className="h-32" /></>}
      </div>
    );
  }
  const { question, reservation, requirement, version, previousVersion } = review;
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
      <div className="grid min-w-0 content-start gap-5">
        {reservation?.forYou ? <p>Kept for you; open to all <RelativeTime at={reservation.until} />.</p> : null}
        <section>
          <h3 className={heading}>What it shows, version {version.number}</h3>
          <WhatItShows version={version} previous={previousVersion} />
        </section>
        {question ? (
          <section>
            <h3 className={heading}>Question for the mentor</h3>
            <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{question}</p>
          </section>
        ) : null}
      </div>
      <div className="grid min-w-0 content-start gap-5">
        <section>
          <h3 className={heading}>Criteria</h3>
          <CriteriaList criteria={requirement.criteria} />
        </section>
        <ScreenAsked review={review} level={3} />
      </div>
    </div>
  );
}
