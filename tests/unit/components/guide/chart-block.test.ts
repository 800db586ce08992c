import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ChartBlock } from "#components/guide/chart-block.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { rowsOf } from "#tests/support/rendered.ts";
import { chartedTinyGuide } from "#tests/support/tiny-guide.ts";

const { content, prose } = chartedTinyGuide();
const book = readGuide(content, prose).book!;

function render(chartId: string): string {
  const [notes = []] = book.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "chart" && block.chartId === chartId ? [block.notes] : [])));
  return renderToStaticMarkup(createElement(ChartBlock, { chartId, notes, reading: { book, chapterId: "the-work", whole: false } }));
}

describe("A chart", () => {
  it("of pay has a table with all that its records say", () => {
    const [head, bakers, millers] = rowsOf(render("pay"));
    expect(head).toEqual(["Who, where and when", "Value", "10th to 90th percentile", "What it counts"]);
    expect(bakers?.slice(0, 3)).toEqual(["Bakers, masters Utopia, 2025 A small sample.", "€31,000", "€24,000 to €42,000"]);
    expect(millers).toEqual(["Millers Utopia, 2024", "€45,000", "not given", "wages, mean The guild 2"]);
  });

  it("of growth has a table with the jobs at the start, added and at the end", () => {
    expect(rowsOf(render("growth"))).toEqual([
      ["Occupation, where and when", "Growth", "Jobs", "Source"],
      ["Bakers Utopia, 2024 to 2034", "3%", "1,000 at the start 30 added 1,030 at the end 75 openings a year usual entry: an apprenticeship", "The guild 3"],
      ["Millers, of flour Utopia, 2024 to 2034", "12%", "not given", "The guild 4"],
    ]);
  });

  it("says what it shows, in words and to those who do not see it, and from where", () => {
    const html = render("growth");
    expect(html.match(/<svg[^>]*aria-label="Growth\. Bread rises\."/g)).toHaveLength(2);
    const [drawn = ""] = html.split("<details");
    expect([...drawn.matchAll(/aria-label="Source (\d+)"/g)].map(([, number]) => number)).toEqual(["3", "4"]);
  });
});
