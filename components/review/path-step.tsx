"use client";

import { useState } from "react";
import { PathItemLine } from "#components/review/path-item.tsx";
import { StepMarker } from "#components/roadmap/step-marker.tsx";
import { useItemState } from "#components/roadmap/use-item-state.ts";
import type { EvidenceDto } from "#lib/portfolio/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";
import type { PathStep } from "#lib/guide/path.ts";
import { isFull, progressOf } from "#lib/roadmap/progress.ts";
import type { ConfirmationDto, ItemStateDto } from "#lib/roadmap/schema.ts";

interface StepProps {
  guide: string;
  step: PathStep;
  /** The first step with something left to do: open from the start. */
  current: boolean;
  anchor: string;
  states: readonly ItemStateDto[];
  confirmations: readonly ConfirmationDto[];
  reviews: readonly ReviewSummaryDto[];
  evidences: readonly EvidenceDto[];
}

export function PathStepLine({ guide, step, current, anchor, states, confirmations, reviews, evidences }: StepProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const { set } = useItemState(guide);
  const named = step.items.some((item) => item.id === anchor);
  const open = chosen ?? (current || named);
  const progress = progressOf(step.items, new Map(states.map(({ itemId, state }) => [itemId, state])), new Set(confirmations.map(({ itemId }) => itemId)));
  const listId = `${step.id}-items`;
  return (
    <li className="relative pb-6.5 pl-14.5">
      <span className="absolute top-1 left-0"><StepMarker number={step.number} standing={isFull(progress) ? "full" : current ? "current" : "ahead"} /></span>
      <h2 className="font-serif text-heading font-medium text-balance">
        <button type="button" aria-expanded={open} aria-controls={listId} onClick={() => setChosen(!open)} className="rounded-sm py-1 text-left hover:underline hover:decoration-line-strong hover:underline-offset-4">
          <span className="sr-only">Step {step.number}: </span>{step.title}
        </button>
      </h2>
      <p className="text-note text-muted">
        {progress.done} of {progress.counted} done{progress.confirmed > 0 ? `, ${progress.confirmed} confirmed` : ""}
      </p>
      <ul id={listId} hidden={!open} className="mt-4 mb-2 border-t border-line">
        {step.items.map((item) => (
          <PathItemLine
            key={item.id}
            item={item}
            named={item.id === anchor}
            state={states.find(({ itemId }) => itemId === item.id)}
            confirmation={confirmations.find(({ itemId }) => itemId === item.id)}
            reviews={reviews.filter(({ itemId }) => itemId === item.id)}
            evidences={evidences.filter(({ itemIds }) => itemIds.includes(item.id))}
            onSet={(state) => set(item.id, state)}
          />
        ))}
      </ul>
    </li>
  );
}
