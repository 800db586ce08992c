import type { VerdictDto } from "#lib/review/schema.ts";

/** What the last verdict asked, each with its answer: the first thing to look at in a second round. */
export function ScreenAsked({ verdict }: { verdict: VerdictDto | null }) {
  if (!verdict || verdict.changes.length === 0) return null;
  return (
    <section aria-labelledby="asked" className="mt-5 rounded-card bg-signal-soft px-4.5 py-3.5">
      <h2 id="asked" className="font-strong">
        Asked last time
      </h2>
      <ol className="mt-1.5 grid list-decimal gap-1.5 pl-5">
        {verdict.changes.map((change) => (
          <li key={change.changeId} className="wrap-anywhere whitespace-pre-wrap">
            <bdi>{change.text}</bdi>{" "}
            <span className="text-signal-ink">
              {change.answer === null ? "Not answered yet" : <>Answered: <bdi>{change.answer}</bdi></>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
