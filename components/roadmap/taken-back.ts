import { stateWords } from "#components/roadmap/state-words.ts";
import { detailOf } from "#components/ui/detail-of.ts";
import { isUnanswered } from "#lib/base/problem.ts";
import type { State } from "#lib/roadmap/schema.ts";

/** Why a change is taken back to what stood before. Where it may have come through, what stands is read again and not told here. */
export function takenBackWords(before: State, error: unknown): string {
  const detail = detailOf(error);
  return isUnanswered(error) ? detail : `Back to "${stateWords[before]}". ${detail}`;
}
