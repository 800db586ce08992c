import { MINUTE, SECOND } from "#lib/base/time.ts";

/** For how long after it was written the words of a message can be changed, by the database's clock. */
export const EDITABLE = 15 * MINUTE;

/** Whole seconds in which a message can still be changed; 0 when it cannot. */
export function secondsToEdit(writtenAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((writtenAt.getTime() + EDITABLE - now.getTime()) / SECOND));
}
