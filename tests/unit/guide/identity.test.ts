import { describe, expect, it } from "vitest";
import { findSharedNames } from "#lib/guide/identity.ts";
import { describeProblems } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { first, firstItem, loaves, problemsOf, rise } from "#tests/support/broken-guide.ts";

describe("What is named twice is refused:", () => {
  it("a resource of an item, a figure of a chart, a page of a source", () => {
    expect(problemsOf((content) => firstItem(content).resources.push("flour-book"))).toContain("baker/roadmap.ts: bread.basics.loaf.resources: flour-book is named twice");
    expect(problemsOf((content) => first(content.charts).rows.push({ figure: "baker-pay", label: "Again" }))).toContain("baker/charts.ts: pay.rows: baker-pay is named twice");
    expect(problemsOf((content) => first(content.sources).pages.push({ url: "https://example.org/guild" }))).toContain("baker/sources.ts: guild.pages: https://example.org/guild is named twice");
  });

  it.each<[file: string, repeat: (content: GuideContent) => void]>([
    ["resources.ts: [1].id: duplicate id flour-book", ({ resources }) => resources.push(first(resources))],
    ["charts.ts: [1].id: duplicate id pay", ({ charts }) => charts.push(first(charts))],
    ["growth.ts: [1].id: duplicate id rise", ({ growth }) => growth.push({ ...rise, source: "guild" }, { ...rise, source: "guild" })],
    ["measures.ts: [1].id: duplicate id loaves", ({ measures }) => measures.push(...[loaves, loaves].map((each) => ({ ...each, source: "guild" }) as GuideContent["measures"][number]))],
    ["growth.ts: [0].id: duplicate id baker-pay", ({ growth }) => growth.push({ ...rise, id: "baker-pay", source: "guild" })],
    ["guide.ts: sections[1]: duplicate id the-work", ({ guide }) => guide.sections.push("the-work")],
    ["roadmap.ts: bread.basics.dimensions: duplicate id bread.basics.rubric.patience", ({ roadmap: { steps } }) => first(steps).dimensions.push(first(first(steps).dimensions))],
  ])("an id: %s", (problem, repeat) => {
    expect(problemsOf(repeat).split("\n")).toContain(`  baker/${problem}`);
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

describe("An id that does not say where it belongs is refused:", () => {
  it("a step's that does not begin with the guide's", () => {
    expect(problemsOf(({ roadmap }) => (first(roadmap.steps).id = "cake.basics"))).toContain("baker/roadmap.ts: cake.basics: must begin with bread.");
  });
});
