import type { VerdictDraft } from "#components/review/verdict-draft.ts";
import { describeLevel } from "#lib/guide/level.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

interface VerdictLinesProps {
  draft: VerdictDraft;
  /** What is judged; null where it cannot be read any more. */
  requirement: ReviewDto["requirement"] | null;
  label: string;
}

/** Everything that an unfinished verdict says, to be read and copied. */
export function VerdictLines({ draft, requirement, label }: VerdictLinesProps) {
  const lines = linesOf(draft, requirement);
  return (
    <dl className="grid gap-2.5 rounded-control bg-sunk px-3.5 py-3 text-left text-note" aria-label={label}>
      {lines.map(({ key, name, words }) => (
        <div key={key}>
          <dt className="text-muted">{name}</dt>
          <dd dir="auto" className="wrap-anywhere whitespace-pre-wrap">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Line { key: string; name: string; words: string }

function linesOf(draft: VerdictDraft, requirement: ReviewDto["requirement"] | null): Line[] {
  const marks = Object.entries(draft.marks).flatMap(([key, { met, note }]) => {
    if (met === null && note === "") return [];
    const name = requirement?.criteria.find(({ id }) => id === key)?.text ?? "A criterion";
    return [{ key, name, words: [met === null ? "Not marked" : met ? "Met" : "Not met", note].filter(Boolean).join(": ") }];
  });
  const levels = Object.entries(draft.levels).map(([key, level]) => {
    const dimension = requirement?.dimensions.find(({ id }) => id === key);
    return { key, name: dimension?.title ?? "A dimension of the step", words: describeLevel(level, dimension?.levels[level]) };
  });
  const entries = draft.entries.flatMap((words, place) => {
    const name = `Change or question ${place + 1}`;
    return words === "" ? [] : [{ key: name, name, words }];
  });
  const summary = { key: "summary", name: "Summary for the learner", words: draft.summary };
  return [...marks, ...levels, ...entries, ...(draft.summary === "" ? [] : [summary])];
}
