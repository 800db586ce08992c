import { keepTicks, keptTicks } from "#components/roadmap/kept-store.ts";
import { freshUuid } from "#components/ui/fresh-uuid.ts";
import { sendJson } from "#lib/base/api.ts";
import { isOutcomeUnknown, ProblemError, unreachable } from "#lib/base/problem.ts";
import { changesOf, type KeptTicks } from "#lib/roadmap/kept-ticks.ts";
import type { MergedDto, MergeItemStatesInput, UndoMergeInput, UndoneDto } from "#lib/roadmap/schema.ts";

/** What was added, and what undoing it needs. */
export interface Merge { account: string; device: string; ticks: KeptTicks; merged: MergedDto; undoKey: string }

/** A request that got no answer is sent again as it was: the server then knows it. */
let unanswered: { guide: string; ticks: KeptTicks; body: MergeItemStatesInput; key: string } | undefined;

/** Adds the browser's ticks to the account that its reader was shown, and then forgets them here. */
export async function mergeKept(guide: string, account: string): Promise<Merge> {
  const ticks = keptTicks(guide);
  if (unanswered?.guide !== guide || unanswered.ticks !== ticks || unanswered.body.account !== account) {
    unanswered = { guide, ticks, key: freshUuid(), body: { account, device: freshUuid(), changes: changesOf(ticks, Date.now()) } };
  }
  const { body, key } = unanswered;
  const merged = await sendJson<MergedDto | undefined>("/api/v1/roadmap/items/merge", { method: "POST", body, idempotencyKey: key });
  if (!Array.isArray(merged?.added)) throw new ProblemError(unreachable);
  unanswered = undefined;
  // What was ticked meanwhile, in another tab, was not sent: it stays.
  keepTicks(guide, new Map([...keptTicks(guide)].filter(([itemId, at]) => ticks.get(itemId) !== at)));
  return { account, device: body.device, ticks, merged, undoKey: freshUuid() };
}

/**
 * Makes the account and the browser as they were before. Answers how many items were changed again since, which stay as they are. Without an answer it
 * is not known whether the account has the ticks, so the browser keeps them.
 */
export async function undoMerge(guide: string, { account, device, ticks, merged, undoKey }: Merge): Promise<number> {
  const items = merged.added.map(({ itemId, before }) => ({ itemId, before }));
  const restored = items.length > 0 ? await sendUndo({ account, device, items }, undoKey).catch((error: unknown) => {
    if (!(error instanceof ProblemError) || isOutcomeUnknown(error.problem)) bringBack(guide, ticks);
    throw error;
  }) : [];
  const changed = new Set(items.map(({ itemId }) => itemId).filter((itemId) => !restored.includes(itemId)));
  const here = new Map([...ticks, ...keptTicks(guide)]);
  keepTicks(guide, new Map([...here].filter(([itemId, at]) => !changed.has(itemId) || ticks.get(itemId) !== at)));
  return changed.size;
}

async function sendUndo(body: UndoMergeInput, idempotencyKey: string): Promise<string[]> {
  const undone = await sendJson<UndoneDto | undefined>("/api/v1/roadmap/items/merge/undo", { method: "POST", body, idempotencyKey });
  if (!Array.isArray(undone?.restored)) throw new ProblemError(unreachable);
  return undone.restored;
}

/** Puts ticks back into the browser, beside what was ticked since. */
export function bringBack(guide: string, ticks: KeptTicks): void {
  keepTicks(guide, new Map([...ticks, ...keptTicks(guide)]));
}

/** "5 added, 2 were already newer in your account." */
export function mergeWords({ added, kept, ignored }: MergedDto): string {
  const already = added.filter(({ from }) => from === "done").length;
  const parts = [
    `${added.length - already} added`,
    already > 0 && `${already} ${were(already)} done there already`,
    kept.length > 0 && `${kept.length} ${were(kept.length)} already newer in your account`,
    ignored.length > 0 && `${ignored.length} ${ignored.length === 1 ? "is" : "are"} no longer in the guide`,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
