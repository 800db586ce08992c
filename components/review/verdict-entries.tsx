import { X } from "lucide-react";
import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";

interface VerdictEntriesProps {
  entries: string[];
  onChange: (entries: string[]) => void;
  /** What is wrong with the entry at a place. */
  errorOf: (place: number) => string | null;
}

/** What the learner is asked: one field for each, because each is answered on its own. */
export function VerdictEntries({ entries, onChange, errorOf }: VerdictEntriesProps) {
  const list = useRef<HTMLFieldSetElement>(null);

  /** After the change has been drawn: a removed or added field must not leave the focus nowhere. */
  function focusOn(place: number) {
    requestAnimationFrame(() => list.current?.querySelectorAll("textarea")[place]?.focus());
  }

  return (
    <fieldset ref={list} className="min-w-0 border-t border-line pt-5">
      <legend className="float-left mb-0.5 w-full font-strong">What you ask of the learner</legend>
      <p className="clear-both mb-3 text-note text-muted">
        Changes to return it with, or questions to ask. The learner answers each one.
      </p>
      <ol className="grid gap-3">
        {entries.map((entry, place) => (
          <li key={place} className="flex items-start gap-1">
            <TextArea
              label={`Change or question ${place + 1}`}
              name={`entry.${place}`}
              rows={2}
              dir="auto"
              value={entry}
              onChange={(event) => onChange(entries.with(place, event.target.value))}
              error={errorOf(place)}
              className="min-w-0 grow [&>label]:text-note [&>label]:font-normal [&>label]:text-muted [&>textarea]:min-h-16 [&>textarea]:bg-paper"
            />
            {entries.length > 1 ? (
              <Button
                variant="quiet"
                size="small"
                aria-label={`Remove change or question ${place + 1}`}
                className="mt-6.5"
                onClick={() => {
                  onChange(entries.toSpliced(place, 1));
                  focusOn(Math.min(place, entries.length - 2));
                }}
              >
                <X className="size-4" aria-hidden="true" />
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="mt-3"
        onClick={() => {
          onChange([...entries, ""]);
          focusOn(entries.length);
        }}
      >
        Add another
      </Button>
    </fieldset>
  );
}
