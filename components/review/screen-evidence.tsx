import { EvidenceCard } from "#components/review/evidence-card.tsx";
import { ScreenAsked } from "#components/review/screen-asked.tsx";
import { ScreenThread } from "#components/review/screen-thread.tsx";
import { Timeline } from "#components/review/timeline.tsx";
import { WhatItShows } from "#components/review/what-it-shows.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

const heading = "mt-8 mb-2 font-strong";

/** What is judged, and what was said of it before. */
export function ScreenEvidence({ review }: { review: ReviewDto }) {
  const { version, previousVersion, requirement, question } = review;
  const rewritten = previousVersion !== null && previousVersion.shows !== version.shows;
  return (
    <div className="max-w-[52rem] min-w-0 px-4 pt-7 pb-14 sm:px-8 lg:pr-10">
      {review.stepTitle ? <p className="mb-1 text-label text-muted">{review.stepTitle}</p> : null}
      <h1 className="font-serif text-[1.75rem] leading-[1.2] font-medium tracking-[-0.01em] text-balance wrap-anywhere">{review.itemTitle}</h1>
      <p className="mt-1.5 wrap-anywhere text-muted">
        <bdi>{review.learnerName}</bdi>, evidence version {version.number}
      </p>
      <ScreenNotices review={review} />
      <div className="mt-5 empty:hidden"><ScreenAsked verdicts={review.verdicts} /></div>
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
      <h2 className={heading}>What it shows</h2>
      {rewritten ? (
        <p className="mb-2 text-label text-muted">
          Changes since version {previousVersion.number} are marked: <ins className="bg-lichen-soft no-underline">added</ins>, <del>removed</del>.
        </p>
      ) : null}
      <WhatItShows version={version} previous={previousVersion} />
      <ScreenThread review={review} />
      <h2 className="mt-8 mb-3 font-strong">History</h2>
      <Timeline entries={review.timeline} />
    </div>
  );
}

/** What has moved beside this review, and what that means for a verdict on it. */
function ScreenNotices({ review }: { review: ReviewDto }) {
  const { newerVersion, version, requirement } = review;
  if (!newerVersion && !requirement.changedSince) return null;
  return (
    <Notice tone="turn" className="mt-5 grid gap-1">
      {newerVersion ? (
        <p>
          The learner has written a newer version. A verdict now is on version {version.number}; release and claim again to judge the newer one.
        </p>
      ) : null}
      {requirement.changedSince ? <p>The guide has changed this item since. These are the criteria of edition {requirement.edition}.</p> : null}
    </Notice>
  );
}
