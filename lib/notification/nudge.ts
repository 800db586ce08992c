import { after, DAY } from "#lib/base/time.ts";

/** After how many days of their own turn a learner is reminded, each once; then they are left in peace. */
export const NUDGE_DAYS = [7, 14, 21] as const;

/** A reminder that was missed (nothing ran) is not made up for once the next is due, or a week after the last. */
const WEEK = 7;

/** The days of the nudge that is due; null before the first, and a week after the last. */
export function nudgeDue(turnSince: Date, now: Date): number | null {
  const days = (now.getTime() - turnSince.getTime()) / DAY;
  return NUDGE_DAYS.find((due) => days >= due && days < due + WEEK) ?? null;
}

/** The turns that a nudge may be due for: they began after `from`, and not after `until`. */
export function nudgeWindow(now: Date): { from: Date; until: Date } {
  return { from: after(now, -(NUDGE_DAYS.at(-1)! + WEEK) * DAY), until: after(now, -NUDGE_DAYS[0] * DAY) };
}
