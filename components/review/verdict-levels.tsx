import { useState } from "react";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Select } from "#components/ui/select.tsx";
import { describeLevel } from "#lib/guide/level.ts";
import type { DraftBody, ReviewDto } from "#lib/review/schema.ts";

type Levels = DraftBody["levels"];

interface VerdictLevelsProps {
  dimensions: ReviewDto["requirement"]["dimensions"];
  levels: Levels;
  onChange: (levels: Levels) => void;
}

/** How far the work has come in each dimension of its step: feedback, which no verdict depends on. */
export function VerdictLevels({ dimensions, levels, onChange }: VerdictLevelsProps) {
  const given = dimensions.filter(({ id }) => levels[id] !== undefined).length;
  // Only at first: taking the last level away must not close it under the hand.
  const [open] = useState(given > 0);
  if (dimensions.length === 0) return null;
  return (
    <Disclosure
      className="border-t border-line py-4"
      open={open}
      summary={<>Levels in this step <span className="font-normal text-muted">{given > 0 ? `${given} of ${dimensions.length} given` : "optional"}</span></>}
    >
      <p className="mb-3 text-note text-muted">Feedback for the learner. The verdict does not depend on it.</p>
      <div className="grid gap-3">
        {dimensions.map((dimension) => (
          <Select
            key={dimension.id}
            label={dimension.title}
            name={`level.${dimension.id}`}
            placeholder="No level"
            options={dimension.levels.map((words, level) => ({ value: String(level), label: describeLevel(level, words) }))}
            value={levels[dimension.id]?.toString() ?? ""}
            onChange={({ target: { value } }) => {
              const { [dimension.id]: _before, ...others } = levels;
              onChange(value === "" ? others : { ...others, [dimension.id]: Number(value) });
            }}
            className="[&_label]:text-note [&_label]:font-normal [&_select]:bg-paper"
          />
        ))}
      </div>
    </Disclosure>
  );
}
