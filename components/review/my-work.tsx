import { answerTimeWords } from "#components/review/waiting-words.ts";
import type { MyWorkDto } from "#lib/review/schema.ts";

/** A mentor's own last 90 days, with what each figure is told from. */
export function MyWork({ work }: { work: MyWorkDto }) {
  return (
    <section aria-labelledby="my-work" className="rounded-card border border-line bg-surface p-5">
      <h2 id="my-work" className="font-strong">Your last 90 days</h2>
      <p className="text-note text-muted">Nobody else is shown this.</p>
      <dl className="mt-4 grid gap-3">
        <div>
          <dt className="text-label text-muted">Time to first answer</dt>
          <dd className="font-strong">{answerTimeWords(work)}</dd>
        </div>
        <Count label="Confirmed" size={work.confirmed} />
        <Count label="Returned with changes" size={work.returned} />
        <Count label="Asked for information" size={work.informationAsked} />
      </dl>
      <p className="mt-4 border-t border-line pt-3 text-label text-muted">
        The time runs from when it became the mentors’ turn, as the learner asked or answered, to your verdict: also while the review waited
        for anyone to claim it.
      </p>
    </section>
  );
}

function Count({ label, size }: { label: string; size: number }) {
  return (
    <div className="flex items-baseline justify-between gap-4 border-t border-line pt-3">
      <dt>{label}</dt>
      <dd className="font-strong tabular-nums">{size}</dd>
    </div>
  );
}
