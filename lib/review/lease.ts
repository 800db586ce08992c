import { after, MINUTE, SECOND } from "#lib/base/time.ts";

/** How long a mentor holds a review after claiming it, in milliseconds. */
export const LEASE_LENGTH = 45 * MINUTE;

/** A lease that has more than this left is not renewed: typing must not write an event for each word. */
const RENEWED_BELOW = 40 * MINUTE;

/** A lease is live until, and not at, its end; a review without one has none. */
export function isLive({ leaseUntil }: { leaseUntil: Date | null }, now: Date): boolean {
  return leaseUntil !== null && leaseUntil.getTime() > now.getTime();
}

/** Until when changed words renew a live lease; null while it has long enough to run. */
export function renewedUntil({ leaseUntil }: { leaseUntil: Date | null }, now: Date): Date | null {
  return leaseUntil !== null && leaseUntil <= after(now, RENEWED_BELOW) ? after(now, LEASE_LENGTH) : null;
}

/** Whole seconds that a lease still runs; 0 when it has run out or there is none. */
export function secondsLeft({ leaseUntil }: { leaseUntil: Date | null }, now: Date): number {
  return leaseUntil === null ? 0 : Math.max(0, Math.floor((leaseUntil.getTime() - now.getTime()) / SECOND));
}
