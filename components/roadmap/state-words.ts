import { detailOf } from "#components/ui/detail-of.ts";
import { isUnanswered } from "#lib/base/problem.ts";
import type { State } from "#lib/roadmap/schema.ts";

/** What the learner says of an item, in words; in the order in which a control offers them. */
export const stateWords: Record<State, string> = { todo: "To do", learning: "Learning", done: "Done", skipped: "Skipped" };

/** Why a change is taken back to what stood before. Where it may have come through, what stands is read again and not told here. */
export function takenBackWords(before: State, error: unknown): string {
  const detail = detailOf(error);
  return isUnanswered(error) ? detail : `Back to "${stateWords[before]}". ${detail}`;
}
