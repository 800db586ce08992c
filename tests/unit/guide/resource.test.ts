import { expect, it } from "vitest";
import type { Resource } from "#lib/guide/guide.ts";
import { orderResources, readElsewhere, readingOf } from "#lib/guide/resource.ts";

const resource = (id: string, cost: string | null, official = false): Resource => ({
  id,
  name: id,
  url: "https://example.org",
  kind: "book",
  cost,
  official,
  licence: null,
  note: null,
  seen: null,
});

it("What is free and official stands first, what costs last, and the rest keeps its order", () => {
  const given = [
    resource("paid", "about 40 USD", true),
    resource("unknown", null),
    resource("free-copy", "free"),
    resource("free-original", "free online", true),
    resource("unknown-original", null, true),
    resource("free-copy-2", "free PDF"),
  ];
  expect(orderResources(given).map(({ id }) => id)).toEqual(["free-original", "free-copy", "free-copy-2", "unknown-original", "unknown", "paid"]);
});

const seen = { day: "2026-11-23", at: "https://www.example.org/price", published: "2025" };
const dates = "page of 2025, seen 23 November 2026";

it("What was read on a resource's own site is dated", () => {
  expect(readingOf({ ...resource("flour", null), seen })).toEqual({ elsewhere: null, dates });
});

it("What was read on another site is dated with that site, and what nobody has seen is not", () => {
  const elsewhere = { ...seen, at: "https://press.example/flour", published: null };
  const page = { host: "press.example", url: "https://press.example/flour", dates: "undated page, seen 23 November 2026" };
  expect(readingOf({ ...resource("flour", "free"), seen: elsewhere })).toEqual({ elsewhere: page, dates: page.dates });
  expect(readingOf(resource("flour", "about 40 USD"))).toEqual({ elsewhere: null, dates: null });
  expect(readElsewhere([resource("flour", null), { ...resource("salt", null), seen }, { ...resource("yeast", null), seen: elsewhere }])).toEqual([{ name: "yeast", ...page }]);
});
