import { fromPrisma, PgBoss, type JobResult, type JobWithMetadata } from "pg-boss";
import type { Tx } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { onShutdown } from "#lib/platform/shutdown.ts";

/** Where every event waits, in the transaction that made it, until it is handed to its subscribers. */
const eventsQueue = "events";

/** Background work of one room: named, idempotent, since a job may run twice. */
export interface Job<Data extends object = object> {
  name: string;
  /** `eventId` is the same however often the job runs, and for every job that the same event was handed to. */
  handle: (data: Data, context: { eventId: string }) => Promise<void>;
  /** Hands the event, or each of them, on as this job's data. */
  on?: { event: string | readonly string[]; startAfter?: (data: Data) => Date };
  /** Five fields of cron, in UTC. */
  cron?: string;
  /** How often what failed is tried again, and after how many seconds; each pause is twice the one before, up to `longest`. */
  retry?: { limit: number; pause: number; longest: number };
}

/** A queue is looked at every second, and many are taken at a time: one at each look would be a trickle. */
const pace = { batchSize: 50, pollingIntervalSeconds: 1, perJobResults: true, includeMetadata: true } as const;

interface Envelope { event: string; data: object }

// Next's route handlers and instrumentation each load their own copy of this module: one sender for all of them.
const slot = Symbol.for("cairn.jobs");
const shared = globalThis as { [slot]?: Promise<PgBoss> };

/** Enqueues an event in the caller's transaction: rolled back with it. */
export async function enqueue(tx: Tx, event: string, data: object): Promise<void> {
  const boss = await sender();
  await boss.send(eventsQueue, { event, data } satisfies Envelope, { db: fromPrisma(tx) });
}

/** Makes pg-boss's own tables and the queue of events. Harmless when they are there. Run after the migrations. */
export async function prepareJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  boss.on("error", (error) => log.error({ error }, "jobs: preparing"));
  await boss.start();
  await boss.createQueue(eventsQueue, { retryLimit: 10, retryBackoff: true });
  await boss.stop({ graceful: true, close: true });
}

/** Starts working on jobs in this process. Throws when the database cannot be reached. */
export async function startJobs(jobs: readonly Job<never>[]): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().databaseUrl, max: 4 });
  boss.on("error", (error) => log.error({ error: String(error) }, "jobs"));
  try {
    await boss.start();
    for (const job of jobs) await work(boss, job as Job);
    await boss.work(eventsQueue, pace, async (events: JobWithMetadata<Envelope>[]) =>
      await settleEach(events, async ({ id, data: envelope }) => await handOn(boss, jobs as readonly Job[], { ...envelope, id })));
    return boss;
  } catch (error) {
    // Whoever tries again would have two, of which nobody stops the first.
    await boss.stop({ graceful: false, close: true }).catch((failure: unknown) => log.error({ error: String(failure) }, "jobs: stopping"));
    throw error;
  }
}

/** Closes the sender. For tests and programs that end. */
export async function closeJobs(): Promise<void> {
  const boss = await shared[slot];
  delete shared[slot];
  await boss?.stop({ graceful: false, close: true });
}

/** One by one in the order in which they came, and each with its own outcome: what fails is tried again alone. */
async function settleEach<Data>(batch: JobWithMetadata<Data>[], handle: (job: JobWithMetadata<Data>) => Promise<void>): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of batch.toSorted((a, b) => a.createdOn.getTime() - b.createdOn.getTime())) {
    results.push(await handle(job).then(() => ({ id: job.id, status: "completed" as const }), (error: unknown) => {
      log.error({ job: job.name, id: job.id, error: String(error) }, "a job failed");
      return { id: job.id, status: "failed" as const };
    }));
  }
  return results;
}

async function work(boss: PgBoss, job: Job): Promise<void> {
  const { limit, pause, longest } = job.retry ?? { limit: 5, pause: 1, longest: undefined };
  await boss.createQueue(job.name, { retryLimit: limit, retryBackoff: true, retryDelay: pause, ...(longest !== undefined && { retryDelayMax: longest }) });
  await boss.work(job.name, pace, async (batch: JobWithMetadata<object>[]) =>
    await settleEach(batch, async ({ id, data }) => await job.handle(data, { eventId: id })));
  if (job.cron) await boss.schedule(job.name, job.cron);
}

/**
 * The job of each subscriber has the event's own id, which is unique in its queue: handed on twice, because the first time was cut
 * short, it is there once.
 */
async function handOn(boss: PgBoss, jobs: readonly Job[], { id, event, data }: Envelope & { id: string }): Promise<void> {
  for (const job of jobs) {
    if (!job.on || ![job.on.event].flat().includes(event)) continue;
    const startAfter = job.on.startAfter?.(data);
    await boss.send(job.name, data, { id, ...(startAfter && { startAfter }) });
  }
}

function sender(): Promise<PgBoss> {
  return (shared[slot] ??= openSender().catch((error: unknown) => {
    delete shared[slot];
    throw error;
  }));
}

async function openSender(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().databaseUrl, max: 2, supervise: false, schedule: false, migrate: false });
  boss.on("error", (error) => log.error({ error: String(error) }, "jobs: sending"));
  await boss.start();
  onShutdown(closeJobs);
  return boss;
}
