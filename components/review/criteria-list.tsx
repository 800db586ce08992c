import type { ReviewDto } from "#lib/review/schema.ts";

type Criterion = { id: string; text: string };
type Mark = ReviewDto["verdicts"][number]["marks"][number];

interface CriteriaListProps { criteria: readonly Criterion[]; marks?: readonly Mark[]; selfCheck?: ReviewDto["selfCheck"] }

/** What is judged, each criterion with its last mark and the mentor's note, and what its learner said of it. */
export function CriteriaList({ criteria, marks = [], selfCheck = [] }: CriteriaListProps) {
  return (
    <ul className="border-t border-line">
      {criteria.map((criterion) => {
        const mark = marks.find(({ criterionId }) => criterionId === criterion.id);
        const own = selfCheck.find(({ criterionId }) => criterionId === criterion.id);
        return (
          <li key={criterion.id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 border-b border-line py-2.5">
            <MarkIcon met={mark?.met ?? null} />
            <div>
              <p>
                {criterion.text}{" "}
                {mark ? <span className="ml-2 text-note font-strong whitespace-nowrap text-muted">{mark.met ? "Met" : "Not met"}</span> : null}
              </p>
              {own ? <p className="text-note text-muted">{own.met ? "Met, by your own check when you asked" : "Not met yet, by your own check when you asked"}</p> : null}
              {mark?.note ? <p dir="auto" className="mt-1 text-note wrap-anywhere whitespace-pre-wrap text-muted">{mark.note}</p> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** A filled stone, a dash, or an empty circle; the words stand beside it. */
function MarkIcon({ met }: { met: boolean | null }) {
  return (
    <svg viewBox="0 0 24 20" className="mt-0.5 h-4.5 w-5" aria-hidden="true" fill="none" strokeLinecap="round" strokeLinejoin="round" strokeWidth="2">
      {met === null ? <circle cx="12" cy="10" r="6" className="stroke-edge" strokeWidth="1.8" /> : null}
      {met === false ? <path d="M6 10h12" className="stroke-ink" /> : null}
      {met ? <path d="M6 10.5l4 4 8-8.5" className="stroke-lichen" strokeWidth="2.4" /> : null}
    </svg>
  );
}
