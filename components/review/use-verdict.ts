"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { KeptVerdict } from "#components/review/use-verdict-draft.ts";
import {
  entriesToSend, levelsToSend, marksToSend, placeErrors, problemsBeforeSending, type VerdictDraft, type VerdictKind,
} from "#components/review/verdict-draft.ts";
import { problemIn } from "#components/ui/detail-of.ts";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import type { FieldError, Problem } from "#lib/base/problem.ts";
import { reviewMutations, reviewQueries } from "#lib/review/queries.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** What stood in the way of a verdict. A new object each time, so that the same words are said again. */
export interface VerdictFailure { message: string | null; errors: FieldError[] }

/** Gives verdicts on exactly what the screen showed: its lease, version and edition. */
export function useVerdict(review: ReviewDto, { kept, onGiven }: { kept: KeptVerdict; onGiven: () => void }) {
  const client = useQueryClient();
  // One key for a hold: a verdict sent twice, after a lost answer or by two clicks, is given once.
  const leaseId = review.lease?.leaseId ?? null;
  const [key, setKey] = useState(() => ({ leaseId, idempotencyKey: freshUuid() }));
  if (leaseId !== null && key.leaseId !== leaseId) setKey({ leaseId, idempotencyKey: freshUuid() });
  const { idempotencyKey } = key;
  const [failure, setFailure] = useState<VerdictFailure | null>(null);
  const [given, setGiven] = useState<VerdictDraft | null>(null);
  const { confirm, returnWithChanges, askForInformation } = reviewMutations;
  const [confirming, returning, asking] = [useMutation(confirm()), useMutation(returnWithChanges()), useMutation(askForInformation())];
  const { criteria, dimensions, edition } = review.requirement;

  async function give(kind: VerdictKind, draft: VerdictDraft, leaseId: string) {
    const entries = entriesToSend(draft).map(({ text }) => text);
    const { reviewId, version: { versionId } } = review;
    const [marks, levels] = [marksToSend(draft, criteria), levelsToSend(draft, dimensions)];
    const input = { reviewId, leaseId, versionId, edition, marks, levels, summary: draft.summary };
    if (kind === "confirm") await confirming.mutateAsync({ input, idempotencyKey });
    else if (kind === "return") await returning.mutateAsync({ input: { ...input, changes: entries }, idempotencyKey });
    else await asking.mutateAsync({ input: { ...input, questions: entries }, idempotencyKey });
  }

  async function send(kind: VerdictKind, draft: VerdictDraft, leaseId: string) {
    const errors = problemsBeforeSending(kind, draft, criteria);
    if (errors.length > 0) return setFailure({ message: null, errors });
    setFailure(null);
    await kept.pause();
    try {
      await give(kind, draft, leaseId);
      setGiven(draft);
      kept.forget();
      onGiven();
    } catch (error) {
      const problem = problemIn(error);
      setFailure({ message: wholeMessage(problem), errors: placeErrors(problem.errors ?? [], draft, criteria) });
    }
    kept.resume();
    // Also after a refusal: then the review has moved, and the screen must show where to.
    await client.invalidateQueries({ queryKey: reviewQueries.all() });
    setGiven(null);
  }

  return {
    failure,
    /** What was sent, from the answer until the screen shows where the review stands now. */
    given,
    pending: confirming.isPending ? "confirm" : returning.isPending ? "return" : asking.isPending ? "ask" : null,
    send,
    say: (message: string) => setFailure({ message, errors: [] }),
  } as const;
}

/** The words for the form as a whole; null when its fields say it all. */
function wholeMessage({ detail, code, errors = [] }: Problem): string | null {
  if (code === "KEY_REUSED") return "Your first try had arrived after all. It is the one that counts, and it is shown here.";
  if (code === "NOT_FOUND") return "This review is no longer shown to you. What you wrote is still here; nothing of it was sent.";
  const homeless = errors.filter(({ field }) => !/^(marks\.\d|changes|questions|summary)/.test(field));
  if (errors.length === 0) return detail;
  return homeless.length > 0 ? homeless.map(({ message }) => message).join(" ") : null;
}
