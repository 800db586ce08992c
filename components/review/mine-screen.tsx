"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { BlockedMentors } from "#components/review/blocked-mentors.tsx";
import { SendOrDiscard } from "#components/review/send-or-discard.tsx";
import { turnTone, turnWords } from "#components/review/turn-words.ts";
import { Withdraw } from "#components/review/withdraw.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { reviewQueries } from "#lib/review/queries.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";

/** The learner's reviews: whose turn it is, since when and why, their own turn first. */
export function MineScreen() {
  const { data } = useQuery({ ...reviewQueries.mine(), refetchInterval: 30_000 });
  const reviews = data?.reviews ?? [];
  const sections = [
    { title: "Your turn", reviews: reviews.filter(({ turn }) => turn.whose === "learner") },
    { title: "With mentors", reviews: reviews.filter(({ turn }) => turn.whose === "mentors") },
    { title: "Finished", reviews: reviews.filter(({ turn }) => turn.whose === "nobody") },
  ];
  return (
    <div className="mx-auto max-w-[52rem] px-4.5 py-7 sm:px-8 lg:py-11">
      <PageHeading title="Reviews">Silence never costs you: a review keeps its place in the queue until a mentor has answered.</PageHeading>
      {reviews.length === 0 ? (
        <EmptyState title="No reviews yet" action={<ButtonLink href="/portfolio" variant="primary">Open the portfolio</ButtonLink>}>
          Add evidence to your portfolio, attach it to an item, and ask for a review.
        </EmptyState>
      ) : null}
      {sections.filter((section) => section.reviews.length > 0).map((section) => (
        <section key={section.title} aria-label={section.title} className="mb-9">
          <h2 className="mb-2 font-strong">{section.title}</h2>
          <ul className="border-t border-line">{section.reviews.map((review) => <MineRow key={review.reviewId} review={review} />)}</ul>
        </section>
      ))}
      <BlockedMentors />
    </div>
  );
}

function MineRow({ review }: { review: ReviewSummaryDto }) {
  return (
    <li className="grid gap-x-4 gap-y-2 border-b border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <Link href={`/reviews/${review.reviewId}`} className="rounded-sm text-item font-strong underline decoration-line-strong underline-offset-3">{review.itemTitle}</Link>
        <p className="text-note wrap-anywhere text-muted"><bdi>{review.evidenceTitle}</bdi>, <RelativeTime at={review.turn.since} /></p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Chip tone={turnTone(review)}>{turnWords(review)}</Chip>
        {review.status === "unsent" ? <SendOrDiscard reviewId={review.reviewId} title={review.evidenceTitle} /> : null}
        {review.status !== "unsent" && review.turn.whose !== "nobody" ? <Withdraw reviewId={review.reviewId} title={review.evidenceTitle} size="small" /> : null}
      </div>
    </li>
  );
}
