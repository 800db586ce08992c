import { fork } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "#lib/ops/build.ts";
import type { QueueTimes, Times } from "#tests/bench/queue-time.ts";
import { compareRates } from "#tests/bench/rate.ts";
import { timeSearches } from "#tests/bench/search-time.ts";
import { weighEmptyPage, weighPage } from "#tests/bench/weight.ts";
import { startServer } from "#tests/support/server.ts";

// `npm run bench`: figures of this machine, each beside its reference from the same run. Nothing here decides whether the tests pass.
const build = join(import.meta.dirname, "../../.next");
const [slug = ""] = readdirSync(join(build, "../lib/guide/content"), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
const page = `/guide/${slug}`;
const count = (value: number) => new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(value);
let server: Awaited<ReturnType<typeof startServer>> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(130));
process.on("disconnect", () => void stop(130));

try {
  await ensureBuild(console.log);
  server = await startServer({ CAIRN_DEMO: "0" });
  for (const encoding of ["br", "identity"] as const) {
    const { product, bare, ratio, bytes } = await compareRates(`${server.url}${page}`, encoding);
    console.log(`${page}, ${encoding}, ${count(bytes)} bytes: ${count(product)} requests/s, bare node:http ${count(bare)}, ratio ${ratio.toFixed(2)} (target 0.70)`);
  }
  const empty = weighEmptyPage();
  for (const path of [page, `${page}/roadmap`]) {
    const weight = weighPage(build, path.slice(1));
    console.log(`${path}, JavaScript: ${count(weight)} bytes gzip, an empty page ${count(empty)}, ${((weight - empty) / 1000).toFixed(1)} kB above (target 15)`);
  }
  const { queries, slowest } = await timeSearches(`${server.url}${page}/search.json`);
  console.log(`${page}, search: the slowest of ${queries} queries took ${slowest.toFixed(1)} ms (target 50)`);
  await compareQueues();
  await stop(0);
} catch (error) {
  console.error(error);
  await stop(1);
}

/** The queue with a thousand reviews, and with a million. */
async function compareQueues(): Promise<void> {
  const few = await timeQueue(1_000);
  const many = await timeQueue(1_000_000);
  for (const [name, what] of [["queue", "a page of the mentor queue"], ["next", "take next"]] as const) {
    const words = ({ p50, p99 }: Times) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
    console.log(`${what}: with 1,000 reviews ${words(few[name])}; with 1,000,000 ${words(many[name])}; ratio of p99 ${(many[name].p99 / few[name].p99).toFixed(2)} (target 2)`);
  }
  console.log(`sequential scans of the reviews meanwhile, with 1,000,000: ${many.sequentialScans} (target 0)`);
}

async function timeQueue(reviews: number): Promise<QueueTimes> {
  console.log(`Filling a database with ${count(reviews)} reviews …`);
  const program = fork(join(import.meta.dirname, "queue-time.ts"), [String(reviews)], { execArgv: ["--conditions=react-server"] });
  return await new Promise((done, fail) => {
    program.once("message", (times) => done(times as QueueTimes));
    program.once("exit", (code) => fail(new Error(`the queue could not be timed (${code})`)));
  });
}

async function stop(code: number): Promise<never> {
  await server?.stop();
  process.exit(code);
}
