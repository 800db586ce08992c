import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { closeDb } from "#lib/platform/db.ts";
import { closeJobs } from "#lib/platform/jobs.ts";
import { createDatabase, databaseUrl, dropDatabase } from "#tests/support/postgres.ts";

// Each test file works on a database of its own, copied from the migrated template.
const { url, template } = inject("postgres");
const name = `test_${randomBytes(6).toString("hex")}`;

process.env.DATABASE_URL = databaseUrl(url, name);
process.env.CAIRN_URL = "http://127.0.0.1:3999";
process.env.CAIRN_SECRET = randomBytes(32).toString("hex");
process.env.CAIRN_LOG = "silent";
process.env.CAIRN_POOL = "20";

beforeAll(async () => {
  await createDatabase(url, name, template);
});

afterAll(async () => {
  await closeJobs();
  await closeDb();
  await dropDatabase(url, name);
});
