import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { visitor } from "#lib/access/actor.ts";
import { signIn } from "#lib/account/commands.ts";
import { accountsFile, ensureDemo, findAccounts } from "#lib/ops/demo.ts";
import { db } from "#lib/platform/db.ts";
import { person, value } from "#tests/support/community.ts";

const folders: string[] = [];
let data = "";

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "cairn-demo-"));
  folders.push(data);
  process.env.CAIRN_DATA = data;
  await db().$executeRaw`TRUNCATE users, evidences, reviews, verdicts, confirmations, requirements, idempotency_records CASCADE`;
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const fill = async (demo = true) => await ensureDemo({ data, demo, report: () => {} });
const emails = async () => (await db().user.findMany({ select: { email: true }, orderBy: { email: "asc" } })).map(({ email }) => email);
const all = ["admin@cairn.example", "learner2@cairn.example", "learner@cairn.example", "mentor2@cairn.example", "mentor@cairn.example"];
const markUnfinished = () => writeFileSync(join(data, "demo-state"), "unfinished\n");

test("the first start makes a community that shows each part of the work, and its five accounts sign in with the password that is kept", async () => {
  await fill();
  expect(await emails()).toEqual(all);
  const statuses = (await db().review.findMany({ select: { status: true } })).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set(["confirmed", "returned", "claimed", "waiting"]));
  expect(statSync(accountsFile(data)).mode & 0o777).toBe(0o600);
  const accounts = JSON.parse(readFileSync(accountsFile(data), "utf8")) as Record<string, { email: string; password: string }>;
  expect(Object.keys(accounts)).toEqual(["learner", "learner2", "mentor", "mentor2", "admin"]);
  for (const { email, password } of Object.values(accounts)) {
    value(await signIn.execute(visitor, { email, password, address: "198.51.100.1", replaces: null, browser: crypto.randomUUID() }));
  }
});

test("a later start fills in nothing, also when everybody has gone", async () => {
  await fill(false);
  await fill();
  expect(await emails()).toEqual([]);
  expect(findAccounts(data)).toBeNull();
});

test("a seed that was killed is made anew, and taken away where none is wanted any more", async () => {
  markUnfinished();
  await db().user.create({ data: { email: "mentor@cairn.example", name: "Half", passwordHash: "none" } });
  await fill();
  expect(await emails()).toEqual(all);
  markUnfinished();
  await fill(false);
  expect(await emails()).toEqual([]);
  expect(existsSync(accountsFile(data))).toBe(false);
});

test("where one person has another address, nothing is touched", async () => {
  markUnfinished();
  await person({ name: "Real" });
  await db().user.create({ data: { email: "mentor@cairn.example", name: "Half", passwordHash: "none" } });
  const before = await emails();
  await fill();
  expect(await emails()).toEqual(before);
  expect(findAccounts(data)).toBeNull();
});
