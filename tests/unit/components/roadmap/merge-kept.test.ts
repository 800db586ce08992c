import { afterEach, expect, test, vi } from "vitest";
import { keepTicks, keptTicks } from "#components/roadmap/kept-store.ts";
import { mergeKept, undoMerge } from "#components/roadmap/merge-kept.ts";
import { ProblemError } from "#lib/base/problem.ts";

const guide = "baker";
const account = "2d1f0f5e-2d5c-4f0e-9a3b-2f1f2a9f7c11";

afterEach(() => {
  vi.unstubAllGlobals();
  keepTicks(guide, new Map());
});

/** A server that answers so; `meanwhile` happens while the request is under way. */
function answerWith(body: object, meanwhile: () => void = () => undefined) {
  vi.stubGlobal("fetch", async () => {
    meanwhile();
    return await Promise.resolve(Response.json(body));
  });
}

const merged = { added: [{ itemId: "bread.a", from: "todo", before: null }, { itemId: "bread.b", from: "todo", before: null }], kept: [], ignored: [] };

test("what is ticked while the others are being added stays in the browser", async () => {
  keepTicks(guide, new Map([["bread.a", 1], ["bread.b", 2]]));
  answerWith(merged, () => keepTicks(guide, new Map([...keptTicks(guide), ["bread.c", 3]])));
  await mergeKept(guide, account);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.c"]);
});

test("taking back leaves what was changed again since, here as in the account", async () => {
  keepTicks(guide, new Map([["bread.a", 1], ["bread.b", 2]]));
  answerWith(merged);
  const merge = await mergeKept(guide, account);
  answerWith({ restored: ["bread.b"] });
  expect(await undoMerge(guide, merge)).toBe(1);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.b"]);
});

const strangers: [what: string, answered: () => Response][] = [
  ["a page of the network's own", () => new Response("<html>Please log in</html>", { headers: { "content-type": "text/html" } })],
  ["nothing", () => new Response(null, { status: 204 })],
  ["JSON of something else", () => Response.json({})],
];

test.each(strangers)("the browser keeps its ticks when what answers is not Cairn: %s", async (_, answered) => {
  keepTicks(guide, new Map([["bread.a", 1]]));
  vi.stubGlobal("fetch", async () => await Promise.resolve(answered()));
  await expect(mergeKept(guide, account)).rejects.toBeInstanceOf(ProblemError);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.a"]);
});

test("taking back without an answer leaves the ticks in the browser, and once more is the same request", async () => {
  keepTicks(guide, new Map([["bread.a", 1], ["bread.b", 2]]));
  answerWith(merged);
  const merge = await mergeKept(guide, account);
  const keys: (string | null)[] = [];
  vi.stubGlobal("fetch", async (_path: string, { headers }: RequestInit) => {
    keys.push(new Headers(headers).get("idempotency-key"));
    if (keys.length === 1) throw new TypeError("the answer is lost");
    return await Promise.resolve(Response.json({ restored: ["bread.b"] }));
  });
  await expect(undoMerge(guide, merge)).rejects.toBeInstanceOf(ProblemError);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.a", "bread.b"]);
  expect(await undoMerge(guide, merge)).toBe(1);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.b"]);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(keys[1]).toBe(keys[0]);
});

test.each(strangers)("taking back leaves the ticks in the browser when what answers is not Cairn: %s", async (_, answered) => {
  keepTicks(guide, new Map([["bread.a", 1], ["bread.b", 2]]));
  answerWith(merged);
  const merge = await mergeKept(guide, account);
  vi.stubGlobal("fetch", async () => await Promise.resolve(answered()));
  await expect(undoMerge(guide, merge)).rejects.toBeInstanceOf(ProblemError);
  expect([...keptTicks(guide).keys()]).toEqual(["bread.a", "bread.b"]);
});
