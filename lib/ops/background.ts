import { accountJobs } from "#lib/account/jobs.ts";
import { SECOND } from "#lib/base/time.ts";
import { notificationJobs } from "#lib/notification/jobs.ts";
import { startJobs, type Job } from "#lib/platform/jobs.ts";
import { startListening } from "#lib/platform/live.ts";
import { onShutdown } from "#lib/platform/shutdown.ts";
import { log } from "#lib/platform/log.ts";
import { reviewJobs } from "#lib/review/jobs.ts";

const jobs = [...accountJobs, ...reviewJobs, ...notificationJobs] as Job<never>[];

/** Begins to listen to the database for live updates, and starts the rooms' jobs. */
export function startBackgroundWork(): void {
  startListening();
  work();
}

/** Starts the rooms' jobs, trying again until the database answers: the guide is served meanwhile. */
function work(): void {
  startJobs(jobs).then((boss) => {
    onShutdown(async () => await boss.stop({ graceful: true, close: true, timeout: 5 * SECOND }));
  }, (error: unknown) => {
    log.error({ error: String(error) }, "jobs could not start; trying again");
    setTimeout(work, 5 * SECOND).unref();
  });
}
