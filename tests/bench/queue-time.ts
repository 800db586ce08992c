import { randomBytes } from "node:crypto";
import pg from "pg";
import { member, type Member } from "#lib/access/actor.ts";
import { closeDb, db } from "#lib/platform/db.ts";
import { closeJobs } from "#lib/platform/jobs.ts";
import { releaseReview, takeNext } from "#lib/review/commands.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { MENTORS, mentorId, seedReviews } from "#tests/bench/queue-seed.ts";
import { databaseUrl, startTestPostgres } from "#tests/support/postgres.ts";

export interface Times { p50: number; p99: number }

/** Milliseconds of a page of the queue and of "take next", through their doors, and how often the reviews were read from end to end. */
export interface QueueTimes { queue: Times; next: Times; sequentialScans: number }

// A program of its own, forked by run.ts with the number of reviews: a process has one database for its whole life.
const asked = 1_000;
const taken = 500;
const mentors: Member[] = Array.from({ length: MENTORS }, (_, index) => member({ userId: mentorId(index), name: `Mentor ${index}`, roles: ["mentor"] }));

/** Fills a database with so many reviews and asks as mentors do, one after the other; half of them name two steps as theirs. */
async function timeQueue(url: string, reviews: number): Promise<QueueTimes> {
  await seedReviews(url, reviews);
  const withSteps = mentors.filter((_, index) => index % 2 === 0).map(({ userId }) => userId);
  await db().user.updateMany({ where: { id: { in: withSteps } }, data: { reviewSteps: ["mle.foundations", "mle.deployment"] } });
  await readSome(200);
  const before = await scansOf(url);
  const queue = percentiles(await readSome(asked));
  const next = percentiles(await takeSome(taken));
  return { queue, next, sequentialScans: (await scansOf(url)) - before };
}

/** Reads the first page of the queue and, every other time, the one behind it. */
async function readSome(count: number): Promise<number[]> {
  const times: number[] = [];
  let after: string | undefined;
  for (let index = 0; index < count; index += 1) {
    const mentor = mentors[Math.floor(index / 2) % MENTORS]!;
    const began = performance.now();
    const page = await reviewQueue.execute(mentor, { after });
    times.push(performance.now() - began);
    if (!page.ok) throw new Error(`the queue was refused: ${page.message}`);
    after = index % 2 === 0 ? page.value.next ?? undefined : undefined;
  }
  return times;
}

/** Takes what is next; what was taken goes back to its place, which is not timed. */
async function takeSome(count: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const mentor = mentors[index % MENTORS]!;
    const began = performance.now();
    const next = await takeNext.execute(mentor, {});
    times.push(performance.now() - began);
    if (!next.ok) throw new Error(`nothing was taken: ${next.message}`);
    const { reviewId } = next.value;
    const { leaseId } = await db().review.findUniqueOrThrow({ where: { id: reviewId }, select: { leaseId: true } });
    await releaseReview.execute(mentor, { reviewId, leaseId: leaseId! });
  }
  return times;
}

/** How often PostgreSQL has read all the reviews to answer something. A backend says so when it ends, so the pool is closed before. */
async function scansOf(url: string): Promise<number> {
  await closeJobs();
  await closeDb();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ seq_scan: string }>("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'reviews'");
  await client.end();
  return Number(rows[0]!.seq_scan);
}

function percentiles(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1]!;
  return { p50: at(0.5), p99: at(0.99) };
}

const abandon = () => process.exit(1);
process.on("disconnect", abandon);
const postgres = await startTestPostgres();
try {
  const url = databaseUrl(postgres.url, postgres.template);
  Object.assign(process.env, { DATABASE_URL: url, CAIRN_URL: "http://127.0.0.1:3999", CAIRN_SECRET: randomBytes(32).toString("hex"), CAIRN_LOG: "silent" });
  process.send?.(await timeQueue(url, Number(process.argv[2])));
} finally {
  await closeJobs();
  await closeDb();
  await postgres.stop();
  process.off("disconnect", abandon);
  process.disconnect?.();
}
