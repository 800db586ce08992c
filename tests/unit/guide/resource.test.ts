import { expect, it } from "vitest";
import type { Resource } from "#lib/guide/guide.ts";
import { orderResources } from "#lib/guide/resource.ts";

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
