import { MINUTE, SECOND } from "#lib/base/time.ts";

/** How long a mentor holds a review after claiming it, in milliseconds. */
export const LEASE_LENGTH = 45 * MINUTE;

/** A lease is live until, and not at, its end; a review without one has none. */
export function isLive({ leaseUntil }: { leaseUntil: Date | null }, now: Date): boolean {
  return leaseUntil !== null && leaseUntil.getTime() > now.getTime();
}

/** Whole seconds that a lease still runs; 0 when it has run out or there is none. */
export function secondsLeft({ leaseUntil }: { leaseUntil: Date | null }, now: Date): number {
  return leaseUntil === null ? 0 : Math.max(0, Math.floor((leaseUntil.getTime() - now.getTime()) / SECOND));
}
