import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes, withoutRoute } from "#app/api/v1/operations.ts";
import { systemActor, visitor, type Actor } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import type { Operation } from "#lib/access/endpoint.ts";
import { db } from "#lib/platform/db.ts";
import { rows, type Row } from "#tests/support/matrix-rows.ts";
import { callers, states, type Caller, type StateName, type World } from "#tests/support/matrix-world.ts";
import { startServer } from "#tests/support/server.ts";

let server: Awaited<ReturnType<typeof startServer>>;

// The server works on this file's database; it may have to build first, when this file runs alone.
beforeAll(async () => {
  const { DATABASE_URL, CAIRN_SECRET } = process.env;
  server = await startServer({ DATABASE_URL, CAIRN_SECRET } as Record<string, string>);
  await holdJobs();
}, 300_000);

afterAll(async () => {
  await server?.stop();
});

/**
 * Every job from here on waits for tomorrow: it is counted, and never run. Else what the server makes of an earlier event, a second
 * or two later, would look like the doing of whoever was just refused.
 */
async function holdJobs(): Promise<void> {
  await db().$executeRaw`
    CREATE FUNCTION pgboss.hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.start_after := now() + interval '1 day'; RETURN NEW; END $$`;
  await db().$executeRaw`CREATE TRIGGER hold BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION pgboss.hold()`;
}

/** Everything that is kept, but for sessions, stored answers and the queue of jobs, as one line a table. */
async function digest(): Promise<string> {
  const tables = await db().$queryRaw<{ line: string }[]>`
    SELECT t.table_name || ' ' || md5(query_to_xml(
      format('SELECT md5(string_agg(row::text, E''\n'' ORDER BY row::text)) FROM public.%I AS row', t.table_name), true, true, '')::text) AS line
    FROM information_schema.tables t
    WHERE t.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND t.table_name NOT IN ('sessions', 'idempotency_records', '_prisma_migrations')
    ORDER BY 1`;
  const [jobs] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = 'events'`;
  return [...tables.map(({ line }) => line), `events ${jobs?.count}`].join("\n");
}

interface Answer {
  status: number;
  body: string;
}

async function call({ method, path }: { method: string; path: string }, input: Record<string, unknown>, cookie: string): Promise<Answer> {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const address = inPath.reduce((at, name) => at.replace(`{${name}}`, encodeURIComponent(String(input[name]))), path);
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.includes(name)));
  const response = await fetch(server.url + address, {
    method,
    headers: { cookie, ...(method !== "GET" && { "content-type": "application/json", "idempotency-key": randomUUID() }) },
    ...(method !== "GET" && { body: JSON.stringify(rest) }),
  });
  const body = await response.text();
  if (response.status >= 400) expect(response.headers.get("content-type")).toBe("application/problem+json");
  return { status: response.status, body };
}

const statusOf = { unauthorized: 401, hidden: 404, forbidden: 403, conflict: 409, invalid: 422, limited: 429 } as const;

function answerOf(outcome: Outcome<unknown>): Answer {
  if (!outcome.ok) return { status: statusOf[outcome.kind], body: outcome.reason };
  return { status: outcome.value === null ? 204 : 200, body: JSON.stringify(outcome.value) };
}

/** Without a route, an operation is reached through its door alone; the door has made a visitor of those whose session does not count. */
function actorOf(caller: Caller, { people }: World): Actor {
  return caller === "visitor" || caller === "disabled" || caller === "expired" ? visitor : people[caller];
}

const columns = ["signedOut", "owner", "stranger", "holder", "mentor", "admin", "system"] as const;
type Column = (typeof columns)[number];

const asking: Record<Column, readonly (Caller | "system")[]> = {
  signedOut: ["visitor", "disabled", "expired"], owner: ["owner"], stranger: ["stranger"], holder: ["holder"], mentor: ["mentor"],
  admin: ["admin"], system: ["system"],
};

function operationOf(name: string): { operation: Operation; route?: { method: string; path: string } } {
  const route = routes.find(({ operation }) => operation.name === name);
  if (route) return { operation: route.operation, route };
  const operation = withoutRoute.find((other) => other.operation.name === name)?.operation;
  if (!operation) throw new Error(`${name} stands neither in routes nor in withoutRoute of app/api/v1/operations.ts`);
  return { operation };
}

async function ask(row: Row, who: Caller | "system", world: World): Promise<Answer> {
  const { operation, route } = operationOf(row.name);
  const input = row.input(world);
  if (who === "system") return answerOf(await operation.execute(systemActor("matrix"), input));
  return route ? await call(route, input, world.cookies[who]) : answerOf(await operation.execute(actorOf(who, world), input));
}

/** The callers of a row's state, with what each is to be answered. */
function cellsOf(row: Row, state: StateName): { who: Caller | "system"; status: number }[] {
  return columns.flatMap((column, index) => asking[column].map((who) => ({ who, status: row.cells[state]?.[index] ?? 0 })));
}

describe.each(rows)("$name", (row) => {
  const met = Object.keys(row.cells) as StateName[];

  it.each(met)("answers everybody as the matrix says, and changes nothing for those it refuses: %s", async (state) => {
    const cells = cellsOf(row, state);
    const { operation } = operationOf(row.name);
    const world = await states[state]();
    let before = await digest();
    const answered: Record<string, number> = {};
    // The refused share a world, because they leave it as it is; whoever may act gets one of their own.
    for (const { who, status } of cells.filter((cell) => cell.status >= 400)) {
      answered[who] = (await ask(row, who, world)).status;
      const after = await digest();
      expect(after, `${row.name} for ${who} was answered ${answered[who]}, and changed something`).toBe(before);
      before = after;
      expect([who, answered[who]]).toEqual([who, status]);
    }
    let place: World | null = world;
    for (const { who } of cells.filter((cell) => cell.status < 400)) {
      const own: World = place ?? (await states[state]());
      const answer = await ask(row, who, own);
      answered[who] = answer.status;
      place = operation.kind === "view" ? own : null;
      const column = ["owner", "stranger", "holder", "mentor", "admin"].indexOf(who);
      const finds = row.finds?.in[state]?.[column];
      if (row.finds && finds !== undefined) expect([who, answer.body.includes(row.finds.id(own))]).toEqual([who, finds]);
    }
    expect(answered).toEqual(Object.fromEntries(cells.map(({ who, status }) => [who, status])));
    if (operation.kind === "view") expect(await digest()).toBe(before);
  });
});

describe("the matrix", () => {
  it("has one row for each operation, whether a route serves it or not", () => {
    const operations = [...routes, ...withoutRoute].map(({ operation }) => operation.name);
    expect(rows.map(({ name }) => name).sort()).toEqual(operations.sort());
    expect(new Set(operations).size).toBe(operations.length);
  });

  it("asks as everybody there is", () => {
    expect(columns.flatMap((column) => asking[column]).sort()).toEqual([...callers, "system"].sort());
  });
});
