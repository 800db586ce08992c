import { useRef } from "react";
import { EvidenceCard } from "#components/review/evidence-card.tsx";
import { ScreenAsked } from "#components/review/screen-asked.tsx";
import { ScreenNewVersion } from "#components/review/screen-new-version.tsx";
import { VerdictHistory } from "#components/review/verdict-history.tsx";
import { Timeline } from "#components/review/timeline.tsx";
import { WhatItShows } from "#components/review/what-it-shows.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

const heading = "mt-8 mb-2 font-strong";

/** What is judged, and what was said of it before. */
export function ScreenEvidence({ review }: { review: ReviewDto }) {
  const words = useRef<HTMLHeadingElement>(null);
  const { version, previousVersion, requirement, question } = review;
  return (
    <div className="max-w-[52rem] min-w-0 px-4 pt-7 pb-14 sm:px-8 lg:pr-10">
      {review.stepTitle ? <p className="mb-1 text-label text-muted">{review.stepTitle}</p> : null}
      <h1 className="font-serif text-[1.75rem] leading-[1.2] font-medium tracking-[-0.01em] text-balance wrap-anywhere">{review.itemTitle}</h1>
      <p className="mt-1.5 wrap-anywhere text-muted">
        <bdi>{review.learnerName}</bdi>, evidence version {version.number}
      </p>
      <ScreenNewVersion review={review} onTaken={() => words.current?.focus()} />
      {requirement.changedSince ? (
        <Notice tone="turn" className="mt-5">
          <p>The guide has changed this item since. These are the criteria of edition {requirement.edition}.</p>
        </Notice>
      ) : null}
      <div className="mt-5 empty:hidden"><ScreenAsked review={review} /></div>
      <div className="mt-5">
        <EvidenceCard version={version} />
      </div>
      <p className="mt-3 text-note text-muted">Evidence of this item is: {requirement.shows}</p>
      {question ? (
        <>
          <h2 className={heading}>Question for the mentor</h2>
          <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{question}</p>
        </>
      ) : null}
      <h2 ref={words} tabIndex={-1} className={`${heading} outline-none`}>What it shows</h2>
      <WhatItShows version={version} previous={previousVersion} />
      <VerdictHistory review={review} askedAbove />
      <h2 className="mt-8 mb-3 font-strong">History</h2>
      <Timeline entries={review.timeline} />
    </div>
  );
}
