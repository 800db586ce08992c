import type { State } from "#lib/roadmap/schema.ts";
import { countsOf } from "#lib/roadmap/standing.ts";

export interface ProgressItem {
  id: string;
  /** Effort in hours. */
  hours: { low: number; high: number };
}

export interface Progress {
  /** Current items that are not skipped: the denominator of own progress. */
  counted: number;
  done: number;
  /** All current items: the denominator of what is confirmed; a skipped item that is confirmed counts. */
  total: number;
  confirmed: number;
  /** The middle of the effort ranges of what is neither done nor skipped, in hours. */
  hoursLeft: number;
}

/**
 * The two axes, which never overwrite each other: what the learner says, and what mentors have confirmed.
 * Source of the formulas: own progress = done / (current - skipped); confirmed / all current items.
 */
export function progressOf(
  items: readonly ProgressItem[], states: ReadonlyMap<string, State>, confirmed: ReadonlySet<string>,
): Progress {
  const stateOf = (item: ProgressItem) => states.get(item.id) ?? "todo";
  const open = items.filter((item) => stateOf(item) === "todo" || stateOf(item) === "learning");
  return {
    ...countsOf(items.map(({ id }) => id), { states, confirmed }),
    total: items.length,
    hoursLeft: Math.round(open.reduce((sum, { hours }) => sum + (hours.low + hours.high) / 2, 0)),
  };
}

/** A step's marker fills when all of its items are confirmed. */
export function isFull({ total, confirmed }: Progress): boolean {
  return total > 0 && confirmed === total;
}
