import { eventWords } from "#components/review/event-words.ts";
import { classes } from "#components/ui/classes.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { TimelineEntryDto } from "#lib/review/schema.ts";

/** What happened to a review, oldest first: who did what, and when. */
export function Timeline({ entries, now }: { entries: readonly TimelineEntryDto[]; now?: string }) {
  return (
    <ol className="grid">
      {entries.map((entry, index) => (
        <Moment key={entry.number} entry={entry} last={index === entries.length - 1} now={now} />
      ))}
    </ol>
  );
}

function Moment({ entry, last, now }: { entry: TimelineEntryDto; last: boolean; now: string | undefined }) {
  const { who, what } = eventWords(entry);
  return (
    <li className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 pb-3.5 last:pb-0">
      {last ? null : <span aria-hidden="true" className="absolute top-4 bottom-[-0.3rem] left-[0.46875rem] w-px bg-line-strong" />}
      <Stone kind={entry.kind} />
      <p className="wrap-anywhere">
        {who === null ? null : <bdi className="font-strong">{who}</bdi>}
        {who === null ? what : ` ${what}`}
        <RelativeTime at={entry.at} now={now} className="ml-2 text-label whitespace-nowrap text-muted" />
        {entry.reason && entry.kind !== "handed_over" ? <span dir="auto" className="block text-note whitespace-pre-wrap text-muted">{entry.reason}</span> : null}
      </p>
    </li>
  );
}

/** Filled for a confirmation, amber for what gave the learner the turn, an outline for the rest; the words say the same. */
function Stone({ kind }: { kind: TimelineEntryDto["kind"] }) {
  const look = kind === "confirmed"
    ? "fill-lichen stroke-lichen"
    : kind === "returned" || kind === "information_asked"
      ? "fill-signal stroke-signal"
      : "fill-paper stroke-edge";
  return (
    <svg viewBox="0 0 16 16" className={classes("mt-[0.2rem] size-4", look)} aria-hidden="true" strokeWidth="1.5">
      <ellipse cx="8" cy="8" rx="5.5" ry="4" />
    </svg>
  );
}
