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

/** What is kept for a mentor who is away is void at once (`isPresentMentor`); this writes it down, and frees what one holds who is disabled or blocked. */
const handingOver = (name: string, event: string, reason: "blocked" | "disabled" | "away"): Job<{ userId: string; learnerId?: string }> => ({
  name,
  on: { event },
  handle: async ({ userId: mentorId, learnerId = null }) => {
    await handOverReviews.execute(systemActor(name), { mentorId, learnerId, reason });
  },
});

export const reviewJobs = [
  lapsing,
  handingOver("review.handOverAway", "account.wentAway", "away"),
  handingOver("review.handOverDisabled", "account.disabled", "disabled"),
  handingOver("review.handOverBlocked", "advice.adviserBlocked", "blocked"),
] as Job<never>[];
