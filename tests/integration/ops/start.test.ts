import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { explainFileError, OperatorError } from "#lib/platform/operator-error.ts";
import { freePort } from "#tests/support/server.ts";

const folder = mkdtempSync(join(tmpdir(), "cairn-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As `npm start` with nothing set but these; what it says as it ends, and how. */
async function start(environment: Record<string, string>): Promise<{ said: string; code: number | null }> {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, "../../../lib/ops/start.ts")], {
    env: { PATH, HOME, NODE_ENV: "production", NODE_NO_WARNINGS: "1", CAIRN_DATA: join(folder, "data"), PORT: String(await freePort()), ...environment },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  return await new Promise((done) => child.once("close", (code) => done({ said: said.trim(), code })));
}

const dead = "postgresql://cairn@127.0.0.1:1/cairn";
const occupied = join(folder, "a-file");

test.each([
  [{ PORT: "abc" }, /^PORT is "abc"; it must be a whole number from 1 to 65535\.$/],
  [{ CAIRN_URL: "ftp://example.org" }, /^CAIRN_URL is "ftp:\/\/example\.org"; it must be an address/],
  [{ CAIRN_LOG: "loud" }, /^CAIRN_LOG is "loud"; it must be one of/],
  [{ DATABASE_URL: dead }, /^CAIRN_SECRET is missing: /],
  [{ DATABASE_URL: dead, CAIRN_SECRET: "short" }, /^CAIRN_SECRET is too short: /],
  [{ DATABASE_URL: dead, CAIRN_SECRET: "s".repeat(32) }, /^The database at 127\.0\.0\.1:1 \(cairn\) cannot be opened: /],
  [{ DATABASE_URL: "mysql://cairn@127.0.0.1/cairn", CAIRN_SECRET: "s".repeat(32) }, /^DATABASE_URL is not a connection string/],
  [{ CAIRN_DATA: occupied }, /^A file stands where a folder is needed: /],
  [{ CAIRN_DATA: join(occupied, "below") }, /^A file stands where a folder is needed: /],
])("a start with %j ends with one sentence and a code, and leaves nothing", async (environment, sentence) => {
  writeFileSync(occupied, "");
  const { said, code } = await start(environment);
  expect(said).toMatch(sentence);
  expect(said.split("\n")).toHaveLength(1);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(["a-file"]);
});

test("a start on a port that is in use names the port, and the way out", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as { port: number };
  const { said, code } = await start({ PORT: String(port) });
  expect(said).toBe(`Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start.`);
  expect(code).toBe(1);
  await new Promise((done) => other.close(done));
});

test("a full disk is told in a sentence that names the place, and a bug keeps its stack", () => {
  const full = Object.assign(new Error("write"), { code: "ENOSPC" });
  expect(explainFileError(full, "/data")).toEqual(new OperatorError("There is no space left on the disk: /data"));
  const bug = new TypeError("undefined is no function");
  expect(explainFileError(bug, "/data")).toBe(bug);
});
