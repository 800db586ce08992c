"use client";

import { useLetterKeys } from "#components/review/letter-keys.ts";
import { useTakeNext } from "#components/review/use-take-next.ts";
import { Button } from "#components/ui/button.tsx";
import { Key } from "#components/ui/key.tsx";

/** One press for the review that has waited longest, of one step or of all for null; why there is none stands beside it and is read out. */
export function TakeNext({ step }: { step: string | null }) {
  const { refusal, busy, take } = useTakeNext(step);
  useLetterKeys((key) => {
    if (key !== "t" || busy) return false;
    take();
    return true;
  });
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-y-2">
      <p role="status" className="max-w-[42ch] text-note text-signal-ink not-empty:mr-4">{refusal}</p>
      <Button variant="primary" busy={busy} onClick={take}>
        Take next
        <span className="contents max-md:hidden pointer-coarse:hidden"><Key>t</Key></span>
      </Button>
    </div>
  );
}
