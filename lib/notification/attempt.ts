import { after, MINUTE } from "#lib/base/time.ts";

/** How often a mail is tried, over about eleven hours: a server that is away for a night still gets it. */
export const MOST_ATTEMPTS = 12;

/** Between the attempts, in seconds; each pause is about twice the one before. A few more than are needed: a job may find another at work. */
export const retry = { limit: MOST_ATTEMPTS + 4, pause: 30, longest: 7_200 };

/** Sending takes a minute at most; whoever has a mail in hand for longer than this is gone. */
const IN_HAND = 5 * MINUTE;

export const abandoned = "Perhaps sent: Cairn was stopped while it sent this mail";

export function isAbandoned(attemptedAt: Date, now: Date): boolean {
  return now > after(attemptedAt, IN_HAND);
}

/** What becomes of a mail that an attempt could not send; `again` when it certainly did not arrive. */
export function afterFailure({ attempt, again }: { attempt: number; again: boolean }): "waiting" | "failed" {
  return again && attempt < MOST_ATTEMPTS ? "waiting" : "failed";
}
