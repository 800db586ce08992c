import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureBuild, ensureClient } from "#lib/ops/build.ts";
import { accountsFile, ensureDemo, findAccounts } from "#lib/ops/demo.ts";
import { listen, serve } from "#lib/ops/serve.ts";
import { readSettings, type Settings } from "#lib/ops/settings.ts";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres.ts";
import { prepareJobs } from "#lib/platform/jobs.ts";
import { migrate } from "#lib/platform/migrate.ts";
import { explainFileError, OperatorError } from "#lib/platform/operator-error.ts";

// The whole of `npm start`, in the order in which a mistake is cheapest to notice. `--dev` runs Next's development server.
const development = process.argv.includes("--dev");
const report = (line: string) => console.log(line);
const ends: (() => Promise<void>)[] = [];
let stopping: Promise<void> | undefined;

/** Ends what was begun, the newest first; a second signal changes nothing. */
function stop(code: number): Promise<void> {
  return (stopping ??= (async () => {
    for (const end of ends.reverse()) await end().catch((error: unknown) => console.error(error));
    process.exit(code);
  })());
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
// The launcher is gone, perhaps killed: nobody could stop us any more.
process.on("disconnect", () => void stop(0));

try {
  await start(readSettings(process.env));
} catch (error) {
  if (!stopping) {
    const told = explainFileError(error, process.env.CAIRN_DATA ?? ".data");
    console.error(told instanceof OperatorError ? told.message : told);
    await stop(1);
  }
}

async function start(settings: Settings): Promise<void> {
  await requireFreePort(settings);
  const databaseUrl = settings.databaseUrl ?? (await startPostgres(settings));
  await (development ? ensureClient(report) : ensureBuild(report, settings.url));
  await migrate({ url: databaseUrl });
  await prepareJobs(databaseUrl);
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl, CAIRN_URL: settings.url, CAIRN_SECRET: settings.secret ?? keepSecret(settings.data),
    CAIRN_DATA: settings.data, NODE_ENV: development ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1",
    // Whoever runs the embedded mode reads the terminal: it shows what goes wrong, and not every request.
    CAIRN_LOG: process.env.CAIRN_LOG ?? (settings.databaseUrl ? "info" : "warn"),
  });
  if (!settings.databaseUrl) await ensureDemo({ ...settings, report });
  if (stopping) return;
  const server = await serve({ ...settings, development });
  ends.push(server.stop);
  sayReady(settings);
}

async function requireFreePort({ host, port }: Settings): Promise<void> {
  const probe = createServer();
  await listen(probe, { host, port });
  await new Promise((done) => probe.close(done));
}

async function startPostgres({ data }: Settings): Promise<string> {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const postgres = await startEmbeddedPostgres({ data, report });
  ends.push(postgres.stop);
  report(`The database is in ${postgres.folder}`);
  return postgres.url;
}

/** Made once for a data folder, so that sessions outlive a restart. */
function keepSecret(data: string): string {
  const file = join(data, "secret");
  if (!existsSync(file)) {
    // Whole or not at all: a start that is killed in between must not leave an empty secret.
    writeFileSync(`${file}.draft`, randomBytes(32).toString("hex"), { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  }
  return readFileSync(file, "utf8").trim();
}

function sayReady({ url, data, databaseUrl }: Settings): void {
  report(`Cairn is ready at ${url}`);
  const accounts = databaseUrl ? null : findAccounts(data);
  if (!accounts) return;
  report(`Sign in with the password ${accounts.learner.password} as one of`);
  for (const [role, { email }] of Object.entries(accounts)) report(`  ${role.padEnd(9)} ${email}`);
  report(`(also written to ${accountsFile(data)})`);
}
