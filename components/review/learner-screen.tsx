"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { CriteriaList } from "#components/review/criteria-list.tsx";
import { EvidenceCard } from "#components/review/evidence-card.tsx";
import { LearnerAnswers } from "#components/review/learner-answers.tsx";
import { LearnerOutcome } from "#components/review/learner-outcome.tsx";
import { OwnMentors } from "#components/review/own-mentors.tsx";
import { OwnTick } from "#components/review/own-tick.tsx";
import { VerdictHistory } from "#components/review/verdict-history.tsx";
import { Timeline } from "#components/review/timeline.tsx";
import { standingOf, stoodSince, turnTone, turnWords } from "#components/review/turn-words.ts";
import { validVerdict } from "#components/review/valid-verdict.ts";
import { WaitingHere } from "#components/review/waiting-time.tsx";
import { WhatItShows } from "#components/review/what-it-shows.tsx";
import { Withdraw } from "#components/review/withdraw.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

function newerWords({ status, can }: ReviewDto): string {
  if (can.includes("resubmit")) return "it goes to the mentor with your answers.";
  return status === "claimed" ? "the mentor looks at this one, and is offered the newer." : "what was said here is of this one.";
}

/** One review as its learner sees it: whose turn, what was asked, and all that has happened. `children` is its thread. */
export function LearnerScreen({ reviewId, children }: { reviewId: string; children?: ReactNode }) {
  const { data: review } = useQuery({ ...reviewQueries.one(reviewId), refetchInterval: 30_000 });
  if (!review) return null;
  const standing = standingOf(review);
  const verdict = validVerdict(review);
  const marks = verdict?.edition === review.requirement.edition ? verdict.marks : [];
  return (
    <div className="mx-auto grid max-w-[70rem] gap-x-14 gap-y-8 px-4.5 py-7 sm:px-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:py-11">
      <div className="min-w-0">
        <PageHeading overline={<Link href="/reviews" className="underline decoration-line-strong underline-offset-3">Reviews</Link>} title={review.itemTitle}>
          <Chip tone={turnTone(standing)}>{turnWords(standing)}</Chip> <RelativeTime at={stoodSince(review)} className="text-note" />.{" "}
          {review.guide ? <OwnTick guide={review.guide} itemId={review.itemId} /> : null}
          {review.alias ? <span className="text-note"> Mentors know you here as <bdi>{review.alias}</bdi>.</span> : null}
        </PageHeading>
        {review.status === "waiting" ? <WaitingHere reviewId={reviewId} /> : null}
        {review.reservation ? <p className="mb-6 text-note text-muted">Kept for <bdi>{review.reservation.mentorName}</bdi>. Every mentor can take it <RelativeTime at={review.reservation.until} />.</p> : null}
        {review.can.includes("resubmit") ? <LearnerAnswers review={review} /> : null}
        <LearnerOutcome review={review} />
        <EvidenceCard version={review.version}>
          {review.newerVersion ? <p className="mt-2 text-note text-muted">You have made a newer version since; {newerWords(review)}</p> : null}
        </EvidenceCard>
        <h2 className="mt-7 mb-2 font-strong">What it shows</h2>
        <WhatItShows version={review.version} previous={review.previousVersion} />
        {review.question ? <><h2 className="mt-7 mb-2 font-strong">Your question</h2><p dir="auto" className="wrap-anywhere whitespace-pre-wrap">{review.question}</p></> : null}
        <VerdictHistory review={review} askedAbove={review.can.includes("resubmit")} />
        {children}
      </div>
      <aside aria-label="About this review" className="grid content-start gap-7">
        <section aria-labelledby="criteria">
          <h2 id="criteria" className="mb-2 font-strong">Criteria</h2>
          <CriteriaList criteria={review.requirement.criteria} marks={marks} selfCheck={review.selfCheck} />
          {review.requirement.changedSince ? <p className="mt-2 text-note text-muted">The guide has a newer edition of this item by now.</p> : null}
        </section>
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="mb-2 font-strong">Timeline</h2>
          <Timeline entries={review.timeline} />
        </section>
        <OwnMentors reviewId={reviewId} mentors={review.mentors} />
        {review.can.includes("withdraw") ? <div><Withdraw reviewId={reviewId} title={review.version.title} /></div> : null}
      </aside>
    </div>
  );
}
