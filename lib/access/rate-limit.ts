import "server-only";
import type { AddressLimit } from "#lib/access/command.ts";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

// Generous, for people and their programs; it stops a loop that ran wild. What is guessable has limits of its own.
const requests = new RateLimiterMemory({ points: 2_000, duration: 10 });

/** True when this actor or address has asked too often in the last ten seconds. */
export async function isTooOften(key: string): Promise<boolean> {
  return await spend(requests, key);
}

const byOperation = new Map<string, RateLimiterMemory>();

/** True when this address has asked for this operation more often than it allows; false where it has no limit of its own. */
export async function isTooOftenFor(operation: { name: string; perAddress?: AddressLimit }, address: string): Promise<boolean> {
  if (!operation.perAddress) return false;
  const { points, seconds } = operation.perAddress;
  const limiter = byOperation.get(operation.name) ?? new RateLimiterMemory({ points, duration: seconds });
  byOperation.set(operation.name, limiter);
  return await spend(limiter, address);
}

/** Takes a point; true when none was left. Anything but an empty budget is a bug and throws. */
export async function spend(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return false;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return true;
    throw refused;
  }
}
