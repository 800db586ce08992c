import { accountJobs } from "#lib/account/jobs.ts";
import { SECOND } from "#lib/base/time.ts";
import { notificationJobs } from "#lib/notification/jobs.ts";
import { startJobs, type Job } from "#lib/platform/jobs.ts";
import { onShutdown } from "#lib/platform/shutdown.ts";
import { log } from "#lib/platform/log.ts";
import { reviewJobs } from "#lib/review/jobs.ts";

const jobs = [...accountJobs, ...reviewJobs, ...notificationJobs] as Job<never>[];

/** Starts the rooms' jobs, trying again until the database answers: the guide is served meanwhile. */
export function startBackgroundWork(): void {
  startJobs(jobs).then((boss) => {
    onShutdown(async () => await boss.stop({ graceful: true, close: true, timeout: 5 * SECOND }));
  }, (error: unknown) => {
    log.error({ error: String(error) }, "jobs could not start; trying again");
    setTimeout(startBackgroundWork, 5 * SECOND).unref();
  });
}
