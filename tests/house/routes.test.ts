import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { routes, withoutRoute } from "#app/api/v1/operations.ts";
import type { Operation } from "#lib/access/endpoint.ts";
import { read, rooms, top, under } from "#tests/house/repository.ts";
import { rows } from "#tests/support/matrix-rows.ts";

/** Sends the names of topics and serves no operation (lib/access/live.ts); tests/integration/access/live.test.ts asks it as everybody. */
const liveUpdates = "app/api/v1/live/route.ts";
const files = under("app/api/v1").filter((path) => path.endsWith("/route.ts") && path !== liveUpdates);
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/** app/api/v1/review/reviews/[reviewId]/route.ts is served at /api/v1/review/reviews/{reviewId}. */
function addressOf(path: string): string {
  return path.replace(/^app/, "").replace(/\/route\.ts$/, "").replace(/\[(\w+)\]/g, "{$1}");
}

async function load(path: string): Promise<Record<string, unknown>> {
  return (await import(join(top, path))) as Record<string, unknown>;
}

interface Served { method: string; path: string; operation: string }

/** What a route file serves: each exported method with its operation, "no operation" where it was not made by endpoint(). */
async function servedBy(path: string): Promise<Served[]> {
  const exported = Object.entries(await load(path)).filter(([name]) => methods.includes(name));
  return exported.map(([method, handler]) =>
    ({ method, path: addressOf(path), operation: (handler as { operation?: Operation }).operation?.name ?? "no operation" }));
}

const order = (a: Served, b: Served) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`);

describe("a route of the API", () => {
  it("serves an operation through endpoint(), and nothing else", async () => {
    const served = (await Promise.all(files.map(servedBy))).flat();
    expect(served.filter(({ operation }) => operation === "no operation")).toEqual([]);
    expect(served.length).toBeGreaterThan(0);
  });

  it("is listed in operations.ts, at its own address and method, and the list holds no other", async () => {
    const served = (await Promise.all(files.map(servedBy))).flat();
    const listed = routes.map(({ method, path, operation }) => ({ method, path, operation: operation.name }));
    expect(served.sort(order)).toEqual(listed.sort(order));
  });

  it("is one line a method", () => {
    const line = /^export const (GET|POST|PUT|DELETE) = endpoint\(\w+\);$/;
    const other = files.flatMap((path) => read(path).split("\n")
      .filter((text) => text !== "" && !text.startsWith("import ") && !line.test(text)).map((text) => `${path}: ${text}`));
    expect(other).toEqual([]);
  });

  it("has a row in the authorization matrix, and each row a route or a reason to have none", () => {
    const operations = [...routes, ...withoutRoute].map(({ operation }) => operation.name);
    expect(rows.map(({ name }) => name).sort()).toEqual(operations.sort());
  });

  it("reads with GET and writes with the other methods", () => {
    const wrong = routes.filter(({ method, operation }) => (method === "GET") !== (operation.kind === "view"));
    expect(wrong.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

/** The guide is public, lies in files and is read at the build, when there is neither an actor nor a database: its reads need no door. */
const withoutDoor = ["lib/guide/views.ts"];

describe("an operation", () => {
  async function built(): Promise<{ file: string; name: string; operation: Operation }[]> {
    const sources = rooms.flatMap((room) => [`lib/${room}/commands.ts`, `lib/${room}/views.ts`]).filter((path) => under("lib").includes(path) && !withoutDoor.includes(path));
    const modules = await Promise.all(sources.map(async (file) => ({ file, exported: await load(file) })));
    return modules.flatMap(({ file, exported }) => Object.entries(exported).map(([name, operation]) => ({ file, name, operation: operation as Operation })));
  }

  it("is all that commands.ts and views.ts export, each of its kind", async () => {
    const strangers = (await built()).filter(({ file, operation }) => operation?.kind !== (file.endsWith("commands.ts") ? "command" : "view"));
    expect(strangers.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("is in the API, or says in operations.ts what reaches it instead", async () => {
    const known = [...routes, ...withoutRoute].map(({ operation }) => operation);
    const forgotten = (await built()).filter(({ operation }) => !known.includes(operation));
    expect(forgotten.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it("is named after its room, and no two have one name", async () => {
    const operations = await built();
    const wrong = operations.filter(({ file, operation }) => !new RegExp(`^${file.split("/")[1]}\\.[a-z][a-zA-Z]*$`).test(operation.name));
    expect(wrong.map(({ operation }) => operation.name)).toEqual([]);
    expect(new Set(operations.map(({ operation }) => operation.name)).size).toBe(operations.length);
  });

  it("is judged by the policy that the matrix names", () => {
    const sources = rooms.flatMap((room) => [`lib/${room}/commands.ts`, `lib/${room}/views.ts`]).filter((path) => under("lib").includes(path));
    const text = [...sources, "lib/access/openapi.ts"].map(read).join("\n");
    const judged = [...text.matchAll(/^ {2,4}name: "([\w.]+)",$[\s\S]*?^ {2,4}policy: (.+),$/gm)].map(([, name, policy]) => `${name}: ${policy}`);
    expect(judged.sort()).toEqual(rows.map(({ name, policy }) => `${name}: ${policy}`).sort());
  });

  it("is public only where this list says so", async () => {
    const open = (await built()).filter(({ operation }) => operation.public).map(({ operation }) => operation.name);
    expect(open.sort()).toEqual([
      "account.me", "account.signIn", "account.signOut", "account.signUp", "notification.unsubscribe", "notification.unsubscribing",
    ]);
  });

  it("is carried out for other sites only where this list says so, and then without anybody's session", async () => {
    const anywhere = (await built()).filter(({ operation }) => operation.kind === "command" && operation.fromAnywhere);
    expect(anywhere.map(({ operation }) => operation.name)).toEqual(["notification.unsubscribe"]);
    expect(anywhere.filter(({ operation }) => !operation.public)).toEqual([]);
  });
});
