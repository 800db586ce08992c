"use client";

import { useSyncExternalStore } from "react";
import { emptyDraft, parseDraft, type VerdictDraft } from "#components/review/verdict-draft.ts";

/*
 * Unfinished verdicts of this tab: they survive a reload and the end of a hold. Kept by review and not by lease, so that a mentor
 * whose hold has run out finds their words again under the next one. Signing out clears the tab's storage.
 */

export interface Kept {
  /** The hold under which it was last written; null for nothing written yet. */
  leaseId: string | null;
  draft: VerdictDraft;
}

const nothing: Kept = { leaseId: null, draft: emptyDraft };
const known = new Map<string, Kept>();
const listeners = new Set<() => void>();

const nameOf = (reviewId: string) => `cairn.verdict.${reviewId}`;

function read(reviewId: string): Kept {
  let kept = known.get(reviewId);
  if (kept === undefined) known.set(reviewId, (kept = recall(reviewId)));
  return kept;
}

function recall(reviewId: string): Kept {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(nameOf(reviewId)) ?? "null");
    if (typeof value !== "object" || value === null) return nothing;
    const { leaseId, draft } = value as Record<string, unknown>;
    const parsed = parseDraft(draft);
    return parsed ? { leaseId: typeof leaseId === "string" ? leaseId : null, draft: parsed } : nothing;
  } catch {
    return nothing;
  }
}

function write(reviewId: string, kept: Kept): void {
  known.set(reviewId, kept);
  try {
    if (kept === nothing) sessionStorage.removeItem(nameOf(reviewId));
    else sessionStorage.setItem(nameOf(reviewId), JSON.stringify(kept));
  } catch {
    // Storage full or switched off: what was typed still stands on the page, only a reload would lose it.
  }
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeptVerdict(reviewId: string) {
  const kept = useSyncExternalStore(subscribe, () => read(reviewId), () => nothing);
  return {
    kept,
    keep: (draft: VerdictDraft, leaseId: string | null) => write(reviewId, { draft, leaseId: leaseId ?? read(reviewId).leaseId }),
    forget: () => write(reviewId, nothing),
  };
}
