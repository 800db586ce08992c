import { describe, expect, it } from "vitest";
import { findSharedNames } from "#lib/guide/identity.ts";
import { describeProblems } from "#lib/guide/problem.ts";
import { first, firstItem, problemsOf } from "#tests/support/broken-guide.ts";

describe("What is named twice is refused:", () => {
  it("a resource of an item, a figure of a chart, a page of a source", () => {
    expect(problemsOf((content) => firstItem(content).resources.push("flour-book"))).toContain("baker/roadmap.ts: bread.basics.loaf.resources: flour-book is named twice");
    expect(problemsOf((content) => first(content.charts).rows.push({ figure: "baker-pay", label: "Again" }))).toContain("baker/charts.ts: pay.rows: baker-pay is named twice");
    expect(problemsOf((content) => first(content.sources).pages.push({ url: "https://example.org/guild" }))).toContain("baker/sources.ts: guild.pages: https://example.org/guild is named twice");
  });

  it("the id or the slug of a guide", () => {
    const heads = [{ id: "bread", slug: "baker" }, { id: "bread", slug: "cook" }, { id: "soup", slug: "baker" }];
    expect(describeProblems("content", findSharedNames(heads)).split("\n").slice(1)).toEqual([
      "  content/cook/guide.ts: id: another guide has bread",
      "  content/baker/guide.ts: slug: another guide has baker",
    ]);
    expect(findSharedNames([{ id: "bread", slug: "baker" }, { id: "soup", slug: "cook" }])).toEqual([]);
  });
});
