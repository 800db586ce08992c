import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres.ts";
import { prepareJobs } from "#lib/platform/jobs.ts";
import { migrate } from "#lib/platform/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A server of this run's own, with one migrated template database. */
    postgres: { url: string; template: string };
  }
}

/** One PostgreSQL for a run, without durability; each test file copies its template. */
export async function setup(project: TestProject) {
  const { url, template, stop } = await startTestPostgres();
  project.provide("postgres", { url, template });
  return stop;
}

/** Starts a PostgreSQL of its own with a migrated database, in folders that `stop` removes again. */
export async function startTestPostgres() {
  const folder = mkdtempSync(join(tmpdir(), "cairn-test-"));
  const postgres = await startEmbeddedPostgres({ data: folder, durable: false });
  // A database of somebody else's keeps the time of its own place.
  await run(postgres.url, "ALTER ROLE cairn SET timezone = 'Asia/Kathmandu'");
  const template = "template_cairn";
  await createDatabase(postgres.url, template);
  const templateUrl = databaseUrl(postgres.url, template);
  await migrate({ url: templateUrl });
  await prepareJobs(templateUrl);
  const stop = async () => {
    await postgres.destroy();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: postgres.url, template, stop };
}

/** The same server's other database. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/** Makes a database, empty or as a copy of a template that nobody is connected to. */
export async function createDatabase(url: string, name: string, template = "template0"): Promise<void> {
  await run(url, `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
}

export async function dropDatabase(url: string, name: string): Promise<void> {
  await run(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
