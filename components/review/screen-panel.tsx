"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { ScreenClosed } from "#components/review/screen-closed.tsx";
import { ScreenPreview } from "#components/review/screen-preview.tsx";
import { useClaim } from "#components/review/use-claim.ts";
import { useVerdictDraft } from "#components/review/use-verdict-draft.ts";
import { draftFrom, isEmpty } from "#components/review/verdict-draft.ts";
import { VerdictEnded } from "#components/review/verdict-ended.tsx";
import { VerdictForm } from "#components/review/verdict-form.tsx";
import type { SavedDraft } from "#components/review/verdict-kept.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

type Mode = "judging" | "ended" | "preview" | "closed";

/** What the mentor can do with the review now, and under it what else belongs to it. */
export function ScreenPanel({ review, gone, saved, children }: { review: ReviewDto; gone: boolean; saved: SavedDraft | null; children?: ReactNode }) {
  const kept = useVerdictDraft(review, saved);
  const title = useRef<HTMLHeadingElement>(null);
  const acted = useRef(false);
  const act = () => {
    acted.current = true;
  };
  const claim = useClaim({});
  const mode = modeOf(review, gone, !isEmpty(kept.state.draft));

  useEffect(() => {
    // An act replaces the controls that it was done with: the focus goes to what has come in their place.
    if (acted.current) title.current?.focus();
    acted.current = false;
  }, [mode]);

  const onClaim = () => {
    act();
    claim.mutate({ reviewId: review.reviewId }, { onError: () => void (acted.current = false) });
  };
  const onHeldAgain = () => {
    // What is taken back is what most of the new verdict will say.
    if (review.verdicts[0]) kept.change(draftFrom(review.verdicts[0], review.version.versionId));
  };
  return (
    <section aria-labelledby="panel-title" className="min-w-0 border-line bg-surface max-lg:border-t lg:border-l">
      <div className="px-4 pt-6 pb-6 sm:px-7">
        <h2 id="panel-title" ref={title} tabIndex={-1} className="mb-2.5 font-strong outline-none">
          {mode === "closed" ? closedTitle(review, gone) : "Criteria"}
        </h2>
        {mode === "closed" ? <ScreenClosed review={review} gone={gone} onActed={act} onHeld={onHeldAgain} /> : null}
        {mode === "preview" ? <ScreenPreview review={review} busy={claim.isPending} onClaim={onClaim} /> : null}
        {mode === "judging" || mode === "ended" ? (
          <VerdictForm
            review={review}
            kept={kept}
            onGiven={act}
            instead={mode === "judging" ? null : (saving) => (
              <VerdictEnded canClaim={!gone && review.can.includes("claim")} busy={claim.isPending} onClaim={onClaim} saving={saving} />
            )}
          />
        ) : null}
        {children}
      </div>
    </section>
  );
}

/** Words that were typed are shown for as long as they could still be sent, or would be lost. */
function modeOf(review: ReviewDto, gone: boolean, typed: boolean): Mode {
  if (!gone && review.lease?.byYou) return "judging";
  if (!gone && review.can.includes("claim")) return typed ? "ended" : "preview";
  return typed ? "ended" : "closed";
}

function closedTitle({ status, verdicts }: ReviewDto, gone: boolean): string {
  if (gone) return "No longer shown to you";
  if (status === "withdrawn") return "The learner withdrew this review";
  const [last] = verdicts;
  const who = last?.byYou ? "You" : (last?.mentorName ?? "A mentor");
  if (status === "confirmed") return `${who} confirmed this`;
  if (status === "returned") return last?.kind === "ask" ? `${who} asked for information` : `${who} returned this with changes`;
  return status === "closed" ? "This review was closed" : "Nothing to do here";
}
