import { ScreenSelfCheck } from "#components/review/screen-self-check.tsx";
import { flagOf, type DraftMark, type Shown } from "#components/review/verdict-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { SegmentedControl, type Segment } from "#components/ui/segmented-control.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

interface VerdictCriterionProps {
  criterion: { id: string; text: string };
  mark: DraftMark;
  shown: Shown;
  selfCheck: ReviewDto["selfCheck"];
  onChange: (mark: DraftMark) => void;
  markError: string | null;
  noteError: string | null;
}

const segments: Segment<"met" | "not-met">[] = [
  { value: "met", label: "Met", tone: "good" },
  { value: "not-met", label: "Not met", tone: "firm" },
];

/** One criterion to be marked, with an optional note. */
export function VerdictCriterion({ criterion, mark, shown, selfCheck, onChange, markError, noteError }: VerdictCriterionProps) {
  const flag = flagOf(mark, shown);
  return (
    <div data-wrong={markError ? "" : undefined} className="border-t border-line py-4">
      <SegmentedControl
        legend={criterion.text}
        name={`mark.${criterion.id}`}
        segments={segments}
        value={mark.met === null ? null : mark.met ? "met" : "not-met"}
        onChange={(value) => onChange({ ...mark, met: value === "met", ...shown })}
        error={markError}
        className="[&>legend]:text-item [&>legend]:font-normal"
      />
      <ScreenSelfCheck selfCheck={selfCheck} criterionId={criterion.id} />
      {flag ? (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-note text-signal-ink">
          {flag === "version" ? "Marked on an earlier version." : "Marked when the criteria were in other words."}
          <Button size="small" aria-label={`Still so: ${criterion.text}`} onClick={() => onChange({ ...mark, ...shown })}>
            Still so
          </Button>
        </p>
      ) : null}
      <TextArea
        label={`Note on: ${criterion.text}`}
        hideLabel
        placeholder="Note"
        name={`note.${criterion.id}`}
        rows={1}
        dir="auto"
        value={mark.note}
        onChange={(event) => onChange({ ...mark, note: event.target.value })}
        error={noteError}
        className="mt-2.5 [&>textarea]:min-h-9.5 [&>textarea]:border-line [&>textarea]:bg-paper [&>textarea]:py-1.5"
      />
    </div>
  );
}
