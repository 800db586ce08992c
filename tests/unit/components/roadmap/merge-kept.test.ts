import { afterEach, expect, test, vi } from "vitest";
import { keepTicks, keptTicks } from "#components/roadmap/kept-store.ts";
import { mergeKept, undoMerge } from "#components/roadmap/merge-kept.ts";

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
