import { randomBytes } from "node:crypto";
import { ensureBuild } from "#lib/ops/build.ts";

// `npm run test:races`: the races of tests/integration/review/two-servers.test.ts in full counts. The last line is `N passed, N failed`.
let passed = 0;
let failed = 0;
const ends: (() => Promise<void>)[] = [];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(130));
process.on("disconnect", () => void end(130));

try {
  await ensureBuild(console.log);
  // What imports the database's client can be imported once it is built.
  const [{ databaseUrl, startTestPostgres }, { closeDb }, { closeJobs }] = await Promise.all([
    import("#tests/support/postgres.ts"), import("#lib/platform/db.ts"), import("#lib/platform/jobs.ts"),
  ]);
  const postgres = await startTestPostgres();
  ends.push(postgres.stop);
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl(postgres.url, postgres.template), CAIRN_URL: "http://127.0.0.1:3999", CAIRN_SECRET: randomBytes(32).toString("hex"), CAIRN_LOG: "silent",
  });
  ends.unshift(closeJobs, closeDb);
  // After the environment: what they import reads it.
  const races = await import("#tests/support/races.ts");
  const { startTwoServers } = await import("#tests/support/two-servers.ts");
  const servers = await startTwoServers();
  ends.unshift(servers.stop);
  const { urls } = servers;
  await race("1,000 rounds of 50 claims of one review", async () => await races.raceForOneReview(urls, { rounds: 1_000, claims: 50 }));
  await race("100 rounds of 20 mentors who take next", async () => await races.raceForNext(urls, { rounds: 100, takers: 20 }));
  await race("500 rounds of one mentor who claims eight", async () => await races.raceAgainstCapacity(urls, { rounds: 500 }));
  await race("500 rounds of one learner who asks for eight", async () => await races.raceAgainstLimit(urls, { rounds: 500 }));
  for (const act of races.repeatedActs) await race(`20 rounds of 20 repeats: ${act}`, async () => await races.repeatAct(urls, act, { rounds: 20, repeats: 20 }));
  await race("the clock of one server two hours ahead", async () => await races.compareClocks(urls));
  await end(failed === 0 ? 0 : 1);
} catch (error) {
  console.error(error);
  failed += 1;
  await end(1);
}

async function race(name: string, run: () => Promise<string[]>): Promise<void> {
  const began = Date.now();
  const wrong = await run();
  if (wrong.length === 0) passed += 1;
  else failed += 1;
  console.log(`${wrong.length === 0 ? "passed" : "FAILED"}  ${name}, ${Math.round((Date.now() - began) / 1000)} s`);
  for (const line of wrong.slice(0, 20)) console.log(`  ${line}`);
  if (wrong.length > 20) console.log(`  and ${wrong.length - 20} more`);
}

async function end(code: number): Promise<never> {
  for (const stop of ends) await stop();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(code);
}
