import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PayTable } from "#components/guide/pay-table.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { rowsOf } from "#tests/support/rendered.ts";
import { chartedTinyGuide } from "#tests/support/tiny-guide.ts";

it("A table of pay says of each record who, where and when, how far it reaches, what it counts, and what to be careful of", () => {
  const { content, prose } = chartedTinyGuide();
  const book = readGuide(content, { "the-work": prose["the-work"]!.replace("::records[baker-pay]", "::records[baker-pay miller-pay]") }).book!;
  const records = book.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "records" ? block.records : [])));
  const html = renderToStaticMarkup(createElement(PayTable, { records, reading: { book, chapterId: "the-work", whole: false } }));
  expect(html).toContain('aria-label="Records of pay, beginning with Bakers, masters, Utopia, 2025"');
  expect(rowsOf(html)).toEqual([
    ["Who, where and when", "Value", "10th to 90th percentile", "What it counts"],
    [
      "Bakers, masters Utopia, 2025 A small sample.", "€31,000", "€24,000 to €42,000",
      "wages, median sample of 120 25th to 75th percentile €27,000 to €36,000 mean €33,000 at entry €22,000 seniors from €40,000 1,900 people employed The guild 1",
    ],
    ["Millers Utopia, 2024", "€45,000", "not given", "wages, mean The guild 2"],
  ]);
});
