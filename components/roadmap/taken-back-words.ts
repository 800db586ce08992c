import { stateWords } from "#components/roadmap/state-words.ts";
import { isOutcomeUnknown, type Problem } from "#lib/base/problem.ts";
import type { State } from "#lib/roadmap/schema.ts";

/** Why a change is taken back to what stood before. Where it may have been made all the same, what stands is read again and not told here. */
export function takenBackWords(before: State, problem: Problem): string {
  return isOutcomeUnknown(problem) ? problem.detail : `Back to "${stateWords[before]}". ${problem.detail}`;
}
