"use client";

import Link from "next/link";
import { useState } from "react";
import { recallAll } from "#components/review/verdict-kept.ts";
import { VerdictLines } from "#components/review/verdict-lines.tsx";
import { forgetIn } from "#components/review/verdict-store.ts";
import { Button } from "#components/ui/button.tsx";
import { useAwake } from "#components/ui/use-awake.ts";
import type { HeldRowDto } from "#lib/review/schema.ts";

/** What this tab has kept of verdicts that were never given, on reviews that the mentor does not hold: they may not be shown any more, and their words are the mentor's. */
export function QueueLeft({ held }: { held: readonly HeldRowDto[] }) {
  const isAwake = useAwake();
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const left = isAwake ? recallAll().filter(({ reviewId }) => !removed.includes(reviewId) && !held.some((row) => row.reviewId === reviewId)) : [];
  if (left.length === 0) return null;
  return (
    <section aria-labelledby="left" className="mb-9">
      <h2 id="left" className="text-item font-strong">Unfinished, and not with you</h2>
      <p className="mt-0.5 mb-3 text-label text-muted">You wrote this before your hold ended. Nothing of it was sent; the review may be with another mentor, or over.</p>
      <ul className="grid gap-3">
        {left.map(({ reviewId, draft }) => (
          <li key={reviewId} className="rounded-card border border-line bg-surface p-4">
            <VerdictLines draft={draft} requirement={null} label="What you had written" />
            <div className="mt-3 flex flex-wrap items-center gap-4">
              <Button
                size="small"
                onClick={() => {
                  forgetIn(reviewId);
                  setRemoved([...removed, reviewId]);
                }}
              >
                Remove from this tab
              </Button>
              <Link href={`/mentor/reviews/${reviewId}`}>Look whether it is still there</Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
