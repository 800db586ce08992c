import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import { handOverReviews, recordLapses } from "#lib/review/commands.ts";
import type { Job } from "#lib/platform/jobs.ts";

/** Writes lapses into the history when a lease ends. Nothing waits for it: what ran out is free without it. */
const lapsing: Job<{ leaseUntil: string }> = {
  name: "review.recordLapses",
  on: { event: ["review.claimed", "review.renewed"], startAfter: ({ leaseUntil }) => new Date(leaseUntil) },
  handle: async () => {
    await recordLapses.execute(systemActor("review.recordLapses"), {});
  },
};

/** What is kept for a mentor who is away is void at once (`isPresentMentor`); this writes it down, and frees what a disabled one holds. */
const handingOver = (name: string, event: string, reason: "disabled" | "away"): Job<{ userId: string }> => ({
  name,
  on: { event },
  handle: async ({ userId: mentorId }) => {
    await handOverReviews.execute(systemActor(name), { mentorId, reason });
  },
});

export const reviewJobs = [
  lapsing,
  handingOver("review.handOverAway", "account.wentAway", "away"),
  handingOver("review.handOverDisabled", "account.disabled", "disabled"),
] as Job<never>[];
