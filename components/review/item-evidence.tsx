"use client";

import { AskForReview } from "#components/review/ask-for-review.tsx";
import { ReviewStanding } from "#components/review/review-standing.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathItem } from "#lib/guide/path.ts";

/** The learner's evidence for an item, each with its review. */
export function ItemEvidence({ item, evidences, reviews }: { item: PathItem; evidences: readonly EvidenceDto[]; reviews: readonly ReviewSummaryDto[] }) {
  return (
    <div>
      <h3 className="font-strong">Your evidence</h3>
      {evidences.length === 0 ? <p className="text-note text-muted">None yet. Link a piece of work, then a mentor can review it against these criteria.</p> : null}
      <ul className="mt-1 grid gap-2">
        {evidences.map((evidence) => {
          const review = reviews.find(({ evidenceId }) => evidenceId === evidence.evidenceId);
          return (
            <li key={evidence.evidenceId} className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <bdi className="wrap-anywhere">{evidence.versions[0]!.title}</bdi>
              {review ? <ReviewStanding review={review} /> : null}
              {!review || review.turn.whose === "nobody" ? <AskForReview evidence={evidence} item={item} /> : null}
              <ButtonLink size="small" variant="quiet" href={`/advice/new?evidence=${evidence.evidenceId}&item=${item.id}`} aria-label={`Ask for advice on ${evidence.versions[0]!.title} for ${item.title}`}>Ask for advice</ButtonLink>
            </li>
          );
        })}
      </ul>
      <ButtonLink href={`/portfolio?item=${item.id}#add`} variant={evidences.length === 0 ? "primary" : "default"} size="small" className="mt-3">Add evidence</ButtonLink>
    </div>
  );
}
