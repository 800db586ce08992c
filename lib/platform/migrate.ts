import { join } from "node:path";
import type { MigrationList, SchemaEngine } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { OperatorError } from "./operator-error.ts";
import { filters, readMigrations, readSchema, withEngine } from "./schema-engine.ts";

const prisma = join(import.meta.dirname, "..", "..", "prisma");
const places = { schemaFolder: join(prisma, "schema"), migrationsFolder: join(prisma, "migrations") };

// Any number will do, as long as it is always the same and nobody else's: "cairn" as bytes.
const LOCK = 0x636169726e;
const OLDEST_POSTGRES = 14;
const COMMITTED = "committed with its script";

export type MigrateOptions = { url: string; migrationsFolder?: string };

/**
 * Brings a database to this version's schema and returns the names of the migrations that it applied. Servers that start at once wait for
 * each other. A migration is applied wholly or not at all, so one that failed or was killed is simply tried again; an edited one, or a
 * database that is ahead of this version, is refused with an OperatorError.
 */
export async function migrate({ url, migrationsFolder = places.migrationsFolder }: MigrateOptions): Promise<string[]> {
  const migrationsList = readMigrations(migrationsFolder);
  return withLock(url, () =>
    withEngine({ url, schemaFolder: places.schemaFolder, wrapScript: (script) => markCommitted(script, migrationsList) }, async (engine) => {
      await settleHistory(engine, url, migrationsList);
      try {
        const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
        return appliedMigrationNames;
      } catch (error) {
        throw new OperatorError(await explainFailure(engine, migrationsList, error), { cause: error });
      }
    }),
  );
}

/**
 * The SQL that would bring a migrated database to prisma/schema, or null when they agree. Checks, triggers, functions and partial indexes,
 * which Prisma cannot express, are not compared: they stand in the migrations alone.
 */
export async function schemaDrift(url: string): Promise<string | null> {
  const files = readSchema(places.schemaFolder);
  const { exitCode, stdout } = await withEngine({ url, schemaFolder: places.schemaFolder }, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: places.schemaFolder },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: true,
      filters,
      shadowDatabaseUrl: null,
    } as Parameters<SchemaEngine["diff"]>[0]),
  );
  return exitCode === 0 ? null : (stdout ?? "");
}

/** Holds a lock of the database for the time of the work, and refuses a database that is too old or out of reach. */
async function withLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    const major = Math.floor(Number(rows[0]?.version) / 10_000);
    if (major < OLDEST_POSTGRES) throw new OperatorError(`The database is PostgreSQL ${major}; Cairn needs ${OLDEST_POSTGRES} or newer.`);
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    return await work();
  } finally {
    // Ending the session frees the lock, also when the connection is broken.
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  if (!/^postgres(ql)?:\/\/\S+$/.test(url)) {
    throw new OperatorError("DATABASE_URL is not a connection string such as postgresql://user:password@host:5432/cairn.");
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    // A connection that breaks later is reported by the query in flight; without a listener the event would end the process.
    client.on("error", () => {});
    return client;
  } catch (error) {
    const why = error instanceof AggregateError ? error.errors.map(String).join("; ") : error instanceof Error ? error.message : String(error);
    throw new OperatorError(`The database at ${client.host}:${client.port} (${client.database}) cannot be opened: ${why}`, { cause: error });
  }
}

/**
 * Adds to a migration's script the note that it was committed, in the same transaction. Prisma writes its own note in a statement of its
 * own: a process killed in between would leave a migration that is done and called failed.
 */
function markCommitted(script: string, list: MigrationList): string {
  const known = list.migrationDirectories.some(({ migrationFile: { content } }) => content.value === script);
  if (!known) return script;
  return `${script}\n;UPDATE "_prisma_migrations" SET "logs" = '${COMMITTED}' WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;
}

/** Settles what was interrupted, and refuses what this version cannot continue. */
async function settleHistory(engine: SchemaEngine, url: string, migrationsList: MigrationList): Promise<void> {
  const diagnose = () => engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
  for (const migrationName of (await diagnose()).failedMigrationNames) {
    if (await wasCommitted(url, migrationName)) await engine.markMigrationApplied({ migrationName, migrationsList });
    else await engine.markMigrationRolledBack({ migrationName });
  }
  const { editedMigrationNames, history } = await diagnose();
  const unknown = history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
  if (unknown.length > 0) {
    throw new OperatorError(`The database was made by a newer Cairn: it holds ${list(unknown)}, which this version does not know. Start the newer version.`);
  }
  if (editedMigrationNames.length > 0) {
    throw new OperatorError(
      `The database holds another text of ${list(editedMigrationNames)} than prisma/migrations: a migration is never edited after it was applied. Restore the file, and put the change into a new migration.`,
    );
  }
}

async function wasCommitted(url: string, migrationName: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rowCount } = await client.query(
      `SELECT 1 FROM "_prisma_migrations" WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL AND logs = $2`,
      [migrationName, COMMITTED],
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}

async function explainFailure(engine: SchemaEngine, migrationsList: MigrationList, error: unknown): Promise<string> {
  const said = error instanceof Error ? error.message : String(error);
  const reason = /ERROR: [^\n]*/.exec(said)?.[0] ?? said.split("\n")[0] ?? said;
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
  const name = failedMigrationNames[0];
  return name
    ? `The migration ${name} failed and was rolled back, nothing of it was kept: ${reason}`
    : `The migrations could not be applied: ${reason}`;
}

function list(names: string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}
