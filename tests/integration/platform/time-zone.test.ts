import pg from "pg";
import { expect, it } from "vitest";
import { db } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import { person } from "#tests/support/community.ts";

async function ask<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

it("the sessions of the tests' database are not in UTC, unless they say so", async () => {
  expect(await ask("SHOW timezone")).toEqual([{ TimeZone: "Asia/Kathmandu" }]);
});

it("instants are written and read as they are, whatever the time zone of the database", async () => {
  expect(Math.abs((await readClock(db())).getTime() - Date.now())).toBeLessThan(60_000);
  const at = new Date("2026-03-01T12:00:00.000Z");
  const { userId } = await person({ disabledAt: at });
  expect((await db().user.findUniqueOrThrow({ where: { id: userId } })).disabledAt).toEqual(at);
  const [row] = await ask<{ disabled_at: Date }>("SELECT disabled_at FROM users WHERE id = $1", [userId]);
  expect(row!.disabled_at).toEqual(at);
});

it("the notes of the migrations are dated rightly", async () => {
  const rows = await ask<{ started_at: Date }>("SELECT started_at FROM _prisma_migrations");
  for (const { started_at: at } of rows) expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(3_600_000);
});
