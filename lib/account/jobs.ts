import "server-only";
import { systemActor } from "#lib/access/actor.ts";
import { pruneSessions } from "#lib/account/commands.ts";
import type { Job } from "#lib/platform/jobs.ts";

export const accountJobs: Job[] = [
  {
    name: "account.pruneSessions",
    cron: "17 3 * * *",
    handle: async () => {
      await pruneSessions.execute(systemActor("account.pruneSessions"), {});
    },
  },
];
