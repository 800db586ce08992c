// node lib/ops/new-migration.ts NAME
// Writes prisma/migrations/<timestamp>_<name>/migration.sql: what is missing between the migrations and prisma/schema. What Prisma cannot
// express (checks, triggers, partial indexes) is then added to the file by hand. It uses a PostgreSQL of its own, which it removes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#lib/platform/embedded-postgres.ts";
import { migrate, schemaDrift } from "#lib/platform/migrate.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";

async function writeMigration(name: string): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), "cairn-migration-"));
  const postgres = await startEmbeddedPostgres({ data, durable: false });
  try {
    await migrate({ url: postgres.url });
    const sql = await schemaDrift(postgres.url);
    if (sql === null) return "The migrations already make the schema: nothing to write.";
    const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = join(import.meta.dirname, "..", "..", "prisma", "migrations", `${timestamp}_${name}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "migration.sql"), sql);
    return `Written: ${join(folder, "migration.sql")}`;
  } finally {
    await postgres.destroy();
    rmSync(data, { recursive: true });
  }
}

const name = process.argv[2] ?? "";
if (!/^[a-z0-9]+(_[a-z0-9]+)*$/.test(name)) {
  console.error("Usage: node lib/ops/new-migration.ts NAME (small letters, digits and underscores, such as add_mentor_profile)");
  process.exit(1);
}
try {
  console.log(await writeMigration(name));
} catch (error) {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exit(1);
}
// The schema engine leaves a timer of ten seconds behind.
process.exit(0);
