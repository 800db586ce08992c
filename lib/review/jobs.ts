import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import { recordLapses } from "#lib/review/commands.ts";
import type { Job } from "#lib/platform/jobs.ts";

/** Writes lapses into the history when a lease ends. Nothing waits for it: what ran out is free without it. */
export const reviewJobs: Job<{ leaseUntil: string }>[] = [
  {
    name: "review.recordLapses",
    on: { event: "review.claimed", startAfter: ({ leaseUntil }) => new Date(leaseUntil) },
    handle: async () => {
      await recordLapses.execute(systemActor("review.recordLapses"), {});
    },
  },
];
