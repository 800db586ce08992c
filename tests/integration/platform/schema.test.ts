import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { schemaDrift } from "#lib/platform/migrate.ts";

// The database of this file was made by the migrations alone.
describe("the migrations", () => {
  it("make exactly the tables that prisma/schema describes", async () => {
    expect(await schemaDrift(process.env.DATABASE_URL ?? "")).toBeNull();
  });

  it("would be caught if they did not: a column too many is drift", async () => {
    await db().$executeRaw`ALTER TABLE blocks ADD COLUMN reason text`;
    expect(await schemaDrift(process.env.DATABASE_URL ?? "")).toMatch(/DROP COLUMN "reason"/);
  });
});
