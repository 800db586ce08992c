import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { migrate, schemaDrift } from "#lib/platform/migrate.ts";
import { createDatabase, databaseUrl, dropDatabase } from "#tests/support/postgres.ts";

const own = join(import.meta.dirname, "../../../prisma/migrations");
const server = inject("postgres").url;
let name: string;
let url: string;
let migrationsFolder: string;

beforeEach(async () => {
  name = `migrate_${randomUUID()}`;
  await createDatabase(server, name);
  url = databaseUrl(server, name);
  migrationsFolder = mkdtempSync(join(tmpdir(), "cairn-migrations-"));
  cpSync(own, migrationsFolder, { recursive: true });
});

afterEach(async () => {
  await dropDatabase(server, name);
  rmSync(migrationsFolder, { recursive: true });
});

function writeMigration(sql: string): void {
  const folder = join(migrationsFolder, "29990101000000_next");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
}

async function query(text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

const unfinished = (logs: string | null) =>
  query(`UPDATE _prisma_migrations SET finished_at = NULL, logs = ${logs === null ? "NULL" : pg.escapeLiteral(logs)} WHERE migration_name LIKE '2999%'`);

describe("the migrations", () => {
  it("make exactly the schema of prisma/schema", async () => {
    await migrate({ url });
    expect(await schemaDrift(url)).toBeNull();
  });

  it("differ from the schema as soon as a column does", async () => {
    await migrate({ url });
    await query("ALTER TABLE users DROP COLUMN time_zone");
    expect(await schemaDrift(url)).toContain('ADD COLUMN     "time_zone"');
  });
});

describe("migrating", () => {
  it("applies each migration once, when two servers start at the same time", async () => {
    const applied = await Promise.all([migrate({ url, migrationsFolder }), migrate({ url, migrationsFolder })]);
    expect(applied.map((names) => names.length).sort()).toEqual([0, expect.any(Number)]);
    expect(applied.flat()).toHaveLength(new Set(applied.flat()).size);
    expect(await migrate({ url, migrationsFolder })).toEqual([]);
  });

  it("keeps nothing of a migration that fails, and applies it when it is mended", async () => {
    writeMigration("CREATE TABLE second (id int); SELECT 1/0;");
    await expect(migrate({ url, migrationsFolder })).rejects.toThrow("29990101000000_next failed and was rolled back, nothing of it was kept: ERROR: division by zero");
    expect(await query("SELECT to_regclass('second') AS second")).toEqual([{ second: null }]);
    writeMigration("CREATE TABLE second (id int); -- a comment; with a semicolon\n");
    expect(await migrate({ url, migrationsFolder })).toEqual(["29990101000000_next"]);
  });

  it("goes on after a start that was killed, before the migration was committed and after", async () => {
    writeMigration("CREATE TABLE second (id int);");
    await migrate({ url, migrationsFolder });
    await unfinished("committed with its script");
    expect(await migrate({ url, migrationsFolder })).toEqual([]);
    await unfinished(null);
    await query("DROP TABLE second");
    expect(await migrate({ url, migrationsFolder })).toEqual(["29990101000000_next"]);
  });

  it("refuses a migration that was edited after it was applied", async () => {
    writeMigration("CREATE TABLE second (id int);");
    await migrate({ url, migrationsFolder });
    writeMigration("CREATE TABLE second (id bigint);");
    await expect(migrate({ url, migrationsFolder })).rejects.toThrow('another text of "29990101000000_next"');
  });

  it("refuses a database that a newer version has migrated", async () => {
    writeMigration("CREATE TABLE second (id int);");
    await migrate({ url, migrationsFolder });
    await expect(migrate({ url })).rejects.toThrow("made by a newer Cairn");
  });

  it("says in a sentence without the password that a database cannot be opened", async () => {
    const refused = await migrate({ url: "postgresql://cairn:hidden@127.0.0.1:9/cairn" }).catch((error: Error) => error.message);
    expect(refused).toMatch(/^The database at 127\.0\.0\.1:9 \(cairn\) cannot be opened: .*ECONNREFUSED/);
    expect(refused).not.toContain("hidden");
  });
});
