import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { person } from "#tests/support/community.ts";

/** As `npm run grant -- …` with DATABASE_URL set; what it says, and how it ends. */
async function grant(words: string[], environment: Record<string, string> = {}): Promise<{ said: string; code: number | null }> {
  const child = spawn(process.execPath, ["--conditions=react-server", join(import.meta.dirname, "../../../lib/ops/grant.ts"), ...words], {
    env: { ...process.env, NODE_NO_WARNINGS: "1", ...environment },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return await new Promise((done) => child.once("close", (code) => done({ said, code })));
}

const userOf = async (userId: string) => await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true, roles: true } });

test("somebody who has signed up gets a role, however often it is granted", async () => {
  const { userId } = await person();
  const { email } = await userOf(userId);
  for (const round of [1, 2]) {
    const { said, code } = await grant([email.toUpperCase(), "mentor"]);
    expect(code, said).toBe(0);
    expect(said, `${round}`).toMatch(/is now: learner, mentor\. They sign in anew\.\n$/);
  }
  expect((await userOf(userId)).roles).toEqual(["mentor"]);
});

test.each([
  [["nobody@example.org", "mentor"], /^Nobody has signed up as nobody@example\.org\./],
  [["nobody@example.org", "owner"], /^role: A role is mentor or admin\.$/m],
  [["nobody", "mentor"], /^email: /],
  [["nobody@example.org"], /^Usage: /],
  [["nobody@example.org", "mentor", "admin"], /^Usage: /],
])("grant %j ends with one sentence and changes nothing", async (words, sentence) => {
  const { said, code } = await grant(words);
  expect(said).toMatch(sentence);
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});

test("grant makes no database in a folder in which Cairn was never started", async () => {
  const parent = mkdtempSync(join(tmpdir(), "cairn-grant-"));
  const folder = join(parent, "nothing");
  const { said, code } = await grant(["somebody@example.org", "mentor"], { DATABASE_URL: "", CAIRN_DATA: folder });
  expect(said).toBe(`There is no Cairn in ${folder} yet. Start it once, or set CAIRN_DATA to the folder that it was started with.\n`);
  expect([code, existsSync(folder)]).toEqual([1, false]);
  rmSync(parent, { recursive: true });
});

test("grant ends by itself where no database answers", async () => {
  const { said, code } = await grant(["nobody@example.org", "mentor"], { DATABASE_URL: "postgresql://cairn@127.0.0.1:1/cairn" });
  expect(said.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
});
