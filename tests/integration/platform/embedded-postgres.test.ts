import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRunningPostgres, startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from "#lib/platform/embedded-postgres.ts";

let data: string;
let last: EmbeddedPostgres | undefined;

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  last = await startEmbeddedPostgres({ data, durable: false, ...options });
  return last;
}

async function query(url: string, text: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "cairn é "));
});

afterEach(async () => {
  await last?.destroy();
  last = undefined;
  rmSync(data, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("keeps what was written when it is started again, in a folder with a space and an accent", async () => {
    await query((await start()).url, "CREATE TABLE kept AS SELECT 1 AS one");
    await last?.stop();
    expect(await query((await start()).url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  it("listens on no network address, and asks for its password", async () => {
    const { url } = await start();
    expect(await query(url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
    const wrong = new URL(url);
    wrong.password = "wrong";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
  });

  it("keeps its id and password for its owner alone", async () => {
    await start();
    expect(statSync(join(data, "instance.json")).mode & 0o777).toBe(0o600);
  });

  it("is found by other programs while it runs, and not afterwards", async () => {
    const { url } = await start();
    expect(await findRunningPostgres(data)).toBe(url);
    await last?.stop();
    expect(await findRunningPostgres(data)).toBeNull();
  });

  it("refuses a data folder that is in use", async () => {
    await start();
    await expect(startEmbeddedPostgres({ data })).rejects.toThrow("is in use by another running Cairn");
  });

  it("refuses a data folder of another major version, with the way out", async () => {
    const { folder } = await start();
    await last?.stop();
    writeFileSync(join(folder, "cluster", "PG_VERSION"), "17\n");
    await expect(startEmbeddedPostgres({ data })).rejects.toThrow(/made by PostgreSQL 17.*docs\/operating\.md/s);
  });

  it("adopts no cluster without its instance", async () => {
    const first = await start();
    await last?.stop();
    rmSync(join(data, "instance.json"));
    const second = await start();
    expect(second.folder).not.toBe(first.folder);
    await first.destroy();
  });

  it("clears away a cluster that was not finished", async () => {
    const { folder } = await start();
    await last?.stop();
    writeFileSync(join(folder, "draft-0000"), "");
    await start();
    expect(existsSync(join(folder, "draft-0000"))).toBe(false);
  });

  it("is started again when it is killed, with what was committed", async () => {
    let back = (): void => undefined;
    const isBack = new Promise<void>((resolve) => (back = resolve));
    const { url, folder } = await start({ durable: true, report: (line) => {
      if (line === "PostgreSQL is back.") back();
    } });
    await query(url, "CREATE TABLE kept AS SELECT 1 AS one");
    process.kill(Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");
    await isBack;
    expect(await query(url, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
  });

  it("works where the path is too long for a socket, and removes the folder that it took instead", async () => {
    const long = join(data, "x".repeat(100));
    const { url } = await start({ data: long });
    const socket = new URL(url).searchParams.get("host")!;
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await last?.stop();
    if (process.getuid?.() !== 0) expect(existsSync(socket)).toBe(false);
  });

  it("refuses a damaged instance.json instead of beginning anew", async () => {
    writeFileSync(join(data, "instance.json"), "{");
    await expect(startEmbeddedPostgres({ data })).rejects.toThrow("is damaged");
  });
});
