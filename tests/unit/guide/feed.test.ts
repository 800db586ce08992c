import { expect, it } from "vitest";
import { feedOf } from "#lib/guide/feed.ts";

const site = new URL("https://cairn.example");
const head = { ...{ id: "bread", slug: "baker", title: "Bakers & <friends>", lede: "", description: "", sections: [] }, updated: "2026-11-01" };
const changes = [
  { id: "second", day: "2026-11-20", title: "New ovens", text: "Hotter than 200 < 300 & safer" },
  { id: "first", day: "2026-11-01", title: "First edition", text: "Bread" },
];

it("names each change once, for good, newest first, and says when the newest was made", () => {
  const feed = feedOf({ head, changes }, site);
  expect([...feed.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id)).toEqual([
    "https://cairn.example/guide/baker", "https://cairn.example/guide/baker#second", "https://cairn.example/guide/baker#first",
  ]);
  expect(/<updated>(.*?)<\/updated>/.exec(feed)?.[1]).toBe("2026-11-20T00:00:00Z");
  expect(feed).toContain('rel="self" type="application/atom+xml" href="https://cairn.example/guide/baker.atom"');
});

it("escapes what XML would take for its own", () => {
  const feed = feedOf({ head, changes }, site);
  expect(feed).toContain("Bakers &amp; &lt;friends&gt;");
  expect(feed).toContain("200 &lt; 300 &amp; safer");
});

it("is a feed also before anything has changed", () => {
  const feed = feedOf({ head, changes: [] }, site);
  expect(feed).toContain("<updated>2026-11-01T00:00:00Z</updated>");
  expect(feed).not.toContain("<entry>");
});
