import { emptyDraft, isEmpty, parseDraft, saysTheSame, withEntry, type VerdictDraft } from "#components/review/verdict-draft.ts";
import type { DraftDto } from "#lib/review/schema.ts";

export type SavedDraft = NonNullable<DraftDto["draft"]>;

/** An unfinished verdict as this tab knows it. */
export interface Kept {
  draft: VerdictDraft;
  /** The revision on the server that it goes on from; 0 for none. */
  basedOn: number;
  /** It says something that the server does not know yet. */
  unsaved: boolean;
  /** The hold under which it was last written; null for nothing written yet. */
  leaseId: string | null;
  /** What was sent last, which may have arrived without its answer; null for nothing sent. */
  sent: VerdictDraft | null;
}

export const nothing: Kept = { draft: emptyDraft, basedOn: 0, unsaved: false, leaseId: null, sent: null };

/** What the server has, taken over as it is. */
export function asSaved(saved: SavedDraft | null, leaseId: string | null): Kept {
  return saved === null ? { ...nothing, leaseId } : { draft: withEntry(saved.body), basedOn: saved.revision, unsaved: false, leaseId, sent: null };
}

export interface Met {
  kept: Kept;
  /** What another window has saved meanwhile, when it says something else than what was typed here: both are kept until the mentor has chosen. */
  other: SavedDraft | null;
}

/** What this tab has and what the server has, brought together. Nothing that was typed is given up. */
export function meet(kept: Kept, saved: SavedDraft | null): Met {
  if (!kept.unsaved) return { kept: asSaved(saved, kept.leaseId), other: null };
  // What it was based on became a verdict, or was never there: there is nothing to compare with.
  if (saved === null) return { kept: { ...kept, basedOn: 0 }, other: null };
  if (saysTheSame(kept.draft, saved.body)) return { kept: asSaved(saved, kept.leaseId), other: null };
  // A save of this tab's own, from before a reload perhaps.
  if (kept.sent && saysTheSame(kept.sent, saved.body)) return { kept: { ...kept, basedOn: saved.revision }, other: null };
  return { kept, other: saved.revision === kept.basedOn ? null : saved };
}

/*
 * The tab keeps a copy: it survives a reload while the server is away. Kept by review and not by lease, so that a mentor whose hold has run
 * out finds their words again under the next one. Signing out clears the tab's storage, and so does somebody else's signing in
 * (components/shell/own-tab.tsx).
 */

const prefix = "cairn.verdict.";
const nameOf = (reviewId: string) => `${prefix}${reviewId}`;

/** Null when the tab has kept nothing of a review. */
export function recall(reviewId: string): Kept | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(nameOf(reviewId)) ?? "null");
    if (typeof value !== "object" || value === null) return null;
    const { draft, basedOn, unsaved, leaseId, sent } = value as Record<string, unknown>;
    const parsed = parseDraft(draft);
    if (!parsed || typeof basedOn !== "number" || typeof unsaved !== "boolean") return null;
    return { draft: parsed, basedOn, unsaved, leaseId: typeof leaseId === "string" ? leaseId : null, sent: parseDraft(sent) };
  } catch {
    return null;
  }
}

export function remember(reviewId: string, kept: Kept): void {
  try {
    if (kept === nothing) sessionStorage.removeItem(nameOf(reviewId));
    else sessionStorage.setItem(nameOf(reviewId), JSON.stringify(kept));
  } catch {
    // Storage full or switched off: what was typed still stands on the page, and the server gets it.
  }
}

/** Everything that the tab has kept and that says something. */
export function recallAll(): { reviewId: string; draft: VerdictDraft }[] {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(prefix)).flatMap((name) => {
      const reviewId = name.slice(prefix.length);
      const draft = recall(reviewId)?.draft;
      return draft && !isEmpty(draft) ? [{ reviewId, draft }] : [];
    });
  } catch {
    return [];
  }
}
