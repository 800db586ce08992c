import { describe, expect, it } from "vitest";
import type { Book } from "#lib/guide/book.ts";
import { everyBlock } from "#lib/guide/place.ts";
import type { Block, NoteMark } from "#lib/guide/prose.ts";
import { readGuide } from "#lib/guide/store.ts";
import { chartedTinyGuide, fullTinyGuide, tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

function marksOf(block: Block): NoteMark[] {
  if (block.type === "paragraph") return block.children.filter(({ type }) => type === "note") as NoteMark[];
  if (block.type === "chart") return block.notes;
  if (block.type === "records") return block.records.flatMap(({ notes }) => notes);
  return "entries" in block ? block.entries.flatMap(({ notes, terms }) => [...notes, ...terms]) : [];
}

const marksIn = (book: Book | null) => book?.chapters.map((chapter) => everyBlock(chapter).flatMap(marksOf).map(({ number, first }) => `${number}${first ? " in the margin" : ""}`));

describe("The notes of a section", () => {
  it("stand in the margin where they are used first, and once", () => {
    const { content, prose } = chartedTinyGuide();
    const more = "\nBakers get :figure[baker-pay], millers :figure[miller-pay].\n";
    expect(marksIn(readGuide(content, { "the-work": prose["the-work"]! + more }).book)).toEqual([["1 in the margin", "1", "2 in the margin", "3 in the margin", "4 in the margin", "1", "1", "2"]]);
  });

  it("stand in the margin of each section again, and are counted there in the order of their first use", () => {
    const { content, prose } = chartedTinyGuide();
    content.guide.sections.push("the-shop");
    const shop = "# The shop\n\n:::lede\nIt opens.\n:::\n\nMillers get :figure[miller-pay], bakers :figure[baker-pay].\n";
    const { book } = readGuide(content, { ...prose, "the-shop": shop });
    expect(marksIn(book)?.[1]).toEqual(["2 in the margin", "1 in the margin"]);
    expect(book?.chapters[1]?.notes).toEqual([2, 1]);
  });

  it("stand at its end alone where a list, which has no margin, uses them", () => {
    const { content, prose } = fullTinyGuide();
    const { book } = readGuide(content, prose);
    const marks = book?.chapters.flatMap(everyBlock).filter((block) => "entries" in block).flatMap(marksOf) ?? [];
    expect(marks).toEqual(Array.from({ length: 5 }, () => ({ type: "note", number: 2, first: false })));
  });
});

it("The sources of a guide stand in the order of their first note, without those that nothing names", () => {
  const content = tinyGuide();
  const [guild] = content.sources;
  content.sources = [{ ...guild!, id: "unused" }, { ...guild!, id: "mill", citedFor: "What millers say" }, guild!];
  const { book } = readGuide(content, { "the-work": `${tinyProse["the-work"]}\nMillers say so.:source[mill]\n` });
  expect(book?.sources.map(({ id, notes }) => [id, notes])).toEqual([["guild", [1]], ["mill", [2]]]);
});
