import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import { noticeAbsence, pruneSessions } from "#lib/account/commands.ts";
import type { Job } from "#lib/platform/jobs.ts";

const pruning: Job = {
  name: "account.pruneSessions",
  cron: "17 3 * * *",
  handle: async () => {
    await pruneSessions.execute(systemActor("account.pruneSessions"), {});
  },
};

/** Days off that were marked ahead begin by themselves; what is kept for the mentor is then handed over. */
const noticing: Job<{ daysOffId: string; beginsAt: string }> = {
  name: "account.noticeAbsence",
  on: { event: "account.daysOffTaken", startAfter: ({ beginsAt }) => new Date(beginsAt) },
  handle: async ({ daysOffId }) => {
    await noticeAbsence.execute(systemActor("account.noticeAbsence"), { daysOffId });
  },
};

export const accountJobs = [pruning, noticing] as Job<never>[];
