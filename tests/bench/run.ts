import { readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "#lib/ops/build.ts";
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
  await stop(0);
} catch (error) {
  console.error(error);
  await stop(1);
}

async function stop(code: number): Promise<never> {
  await server?.stop();
  process.exit(code);
}
