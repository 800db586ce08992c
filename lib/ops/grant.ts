import { systemActor } from "#lib/access/actor.ts";
import { grantRole } from "#lib/account/commands.ts";
import { readSettings } from "#lib/ops/settings.ts";
import { closeDb } from "#lib/platform/db.ts";
import { findRunningPostgres, hasCluster, startEmbeddedPostgres } from "#lib/platform/embedded-postgres.ts";
import { closeJobs, prepareJobs } from "#lib/platform/jobs.ts";
import { migrate } from "#lib/platform/migrate.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";

// npm run grant -- EMAIL mentor|admin: gives a role to somebody who has signed up, while the server runs or while it does not.
try {
  await grant(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exitCode = 1;
}
// Prisma's engine for migrations leaves a timer of ten seconds behind, which would keep the terminal waiting.
process.exit();

async function grant([email, role, ...more]: string[]): Promise<void> {
  if (!email || !role || more.length > 0) throw new OperatorError("Usage: npm run grant -- EMAIL mentor|admin");
  const database = await openDatabase();
  try {
    // What the doors ask of the environment and this act does not use: no session is made, no address is answered.
    Object.assign(process.env, { DATABASE_URL: database.url, CAIRN_URL: "http://127.0.0.1", CAIRN_SECRET: "-".repeat(32), CAIRN_LOG: "error" });
    const outcome = await grantRole.execute(systemActor("grant"), { email, role });
    if (outcome.ok) console.log(`${email} is now: learner, ${outcome.value.roles.join(", ")}. They sign in anew.`);
    else if (outcome.kind === "hidden") throw new OperatorError(`Nobody has signed up as ${email}. They sign up first, then the role is granted.`);
    else throw new OperatorError(outcome.errors?.map(({ field, message }) => `${field}: ${message}`).join("\n") ?? outcome.message);
  } finally {
    await closeJobs();
    await closeDb();
    await database.close();
  }
}

async function openDatabase(): Promise<{ url: string; close(): Promise<void> }> {
  const { databaseUrl, data } = readSettings({ ...process.env, CAIRN_SECRET: process.env.CAIRN_SECRET ?? "-".repeat(32) });
  const running = databaseUrl ?? (await findRunningPostgres(data));
  if (running) {
    // Says in a sentence what is wrong with a database that is away or of another version.
    await migrate({ url: running });
    await prepareJobs(running);
    return { url: running, close: async () => undefined };
  }
  if (!hasCluster(data)) throw new OperatorError(`There is no Cairn in ${data} yet. Start it once, or set CAIRN_DATA to the folder that it was started with.`);
  const postgres = await startEmbeddedPostgres({ data });
  try {
    await migrate({ url: postgres.url });
    await prepareJobs(postgres.url);
  } catch (error) {
    // It would keep this program alive, and the terminal waiting.
    await postgres.stop();
    throw error;
  }
  return { url: postgres.url, close: postgres.stop };
}
