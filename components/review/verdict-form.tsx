"use client";

import { useEffect, useRef, type ReactNode } from "react";
import { useVerdict } from "#components/review/use-verdict.ts";
import type { KeptVerdict } from "#components/review/use-verdict-draft.ts";
import { VerdictActions } from "#components/review/verdict-actions.tsx";
import { VerdictCriterion } from "#components/review/verdict-criterion.tsx";
import {
  changesFromNotes, entriesToSend, everyCriterionMet, markOf, type VerdictKind,
} from "#components/review/verdict-draft.ts";
import { VerdictEntries } from "#components/review/verdict-entries.tsx";
import { VerdictLevels } from "#components/review/verdict-levels.tsx";
import { VerdictOther } from "#components/review/verdict-other.tsx";
import { VerdictSaving } from "#components/review/verdict-saving.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { ReviewDto } from "#lib/review/schema.ts";

interface VerdictFormProps {
  review: ReviewDto;
  kept: KeptVerdict;
  /** Where no verdict can be given now: what happened, and the way on. It stands in the place of the verdicts. */
  instead: ((saving: ReactNode) => ReactNode) | null;
  onGiven: () => void;
}

/** Marks, what is asked, words to the learner, and the verdict. Whatever is refused, all that was typed stays. */
export function VerdictForm({ review, kept, instead, onGiven }: VerdictFormProps) {
  const { state, change, choose } = kept;
  const form = useRef<HTMLFormElement>(null);
  const verdict = useVerdict(review, { kept, onGiven });
  const draft = verdict.given ?? state.draft;
  const { requirement, version: { versionId } } = review;
  const { criteria } = requirement;
  const leaseId = review.lease?.leaseId ?? null;
  const errorOf = (field: string) => verdict.failure?.errors.find((error) => error.field === field)?.message ?? null;

  useEffect(() => {
    if (verdict.failure?.errors.length) form.current?.querySelector<HTMLElement>("[data-wrong] input, [aria-invalid=true]")?.focus();
  }, [verdict.failure]);

  function give(kind: VerdictKind) {
    if (state.other) return verdict.say("Please choose first which of the two drafts goes on.");
    const changes = changesFromNotes(draft, criteria);
    if (kind === "return" && entriesToSend(draft).length === 0 && changes.length > 0) {
      change({ entries: changes });
      return verdict.say("Your notes on what is not met have been filled in as changes. Look them over, then return it.");
    }
    if (leaseId) void verdict.send(kind, draft, leaseId);
  }

  const saving = <VerdictSaving state={state} />;
  return (
    <form ref={form} noValidate onSubmit={(event) => event.preventDefault()}>
      {state.other ? <VerdictOther other={state.other} requirement={requirement} onChoose={choose} /> : null}
      {criteria.map((criterion) => (
        <VerdictCriterion
          key={criterion.id}
          criterion={criterion}
          mark={markOf(draft, criterion.id)}
          shown={{ versionId, edition: requirement.edition }}
          selfCheck={review.selfCheck}
          onChange={(mark) => change({ marks: { ...draft.marks, [criterion.id]: mark } })}
          markError={errorOf(`mark.${criterion.id}`)}
          noteError={errorOf(`note.${criterion.id}`)}
        />
      ))}
      <VerdictLevels dimensions={requirement.dimensions} levels={draft.levels} onChange={(levels) => change({ levels })} />
      <VerdictEntries entries={draft.entries} onChange={(entries) => change({ entries })} errorOf={(place) => errorOf(`entry.${place}`)} />
      <TextArea
        label="Summary for the learner"
        hint="Optional. It is read first."
        name="summary"
        rows={3}
        dir="auto"
        value={draft.summary}
        onChange={(event) => change({ summary: event.target.value })}
        error={errorOf("summary")}
        className="mt-5 [&>textarea]:bg-paper"
      />
      {verdict.failure?.message ? (
        <Notice tone="problem" className="mt-5">
          <p>{verdict.failure.message}</p>
        </Notice>
      ) : null}
      {instead?.(saving) ?? <VerdictActions canConfirm={everyCriterionMet(draft, criteria)} pending={verdict.pending} onGive={give} saving={saving} />}
    </form>
  );
}
