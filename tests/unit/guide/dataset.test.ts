import { describe, expect, it } from "vitest";
import { datasetOf } from "#lib/guide/dataset.ts";
import { datasetShape } from "#lib/guide/schema.ts";
import { getBook, readGuide, requireContent } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

const slug = "machine-learning-engineer";
const site = new URL("https://cairn.example");
const dataset = JSON.parse(JSON.stringify(datasetOf(getBook(slug)!, requireContent(slug), site))) as unknown;
const data = datasetShape.parse(dataset);

describe("A guide as data", () => {
  it("has the documented shape and no key beside it", () => {
    expect(data).toEqual(dataset);
    expect(data.guide.address).toBe(`https://cairn.example/guide/${slug}`);
  });

  it("holds the whole guide: every section, item and source", () => {
    const content = requireContent(slug);
    expect(data.sections.map(({ id }) => id)).toEqual(content.guide.sections);
    expect(data.roadmap.flatMap(({ items }) => items)).toHaveLength(38);
    expect(data.pay).toEqual(content.pay);
    expect(data.sources).toEqual(content.sources);
  });

  it("gives every figure a record that names its source, and every note a source", () => {
    const sources = new Set(data.sources.map(({ id }) => id));
    const records = new Map([...data.pay, ...data.growth, ...data.measures].map((record) => [record.id, record.source]));
    expect(data.figures.length).toBeGreaterThan(20);
    expect(data.figures.filter(({ id }) => !sources.has(records.get(id.split(".")[0]!) ?? ""))).toEqual([]);
    expect(data.notes.filter(({ source }) => !sources.has(source))).toEqual([]);
  });

  it("says of a figure that nobody has opened its source: the one of 2023 that is named as a dated point", () => {
    const unopened = [...data.pay, ...data.growth, ...data.measures].filter((record) => record.unopened);
    expect(unopened.map(({ id }) => id)).toEqual(["glassdoor-us-2023"]);
  });

  it("uses no id twice, and every id that is referred to is there", () => {
    const items = data.roadmap.flatMap((step) => step.items);
    const ids = [...data.roadmap, ...items, ...items.flatMap(({ criteria }) => criteria)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const resources = new Set(data.resources.map(({ id }) => id));
    expect(items.flatMap((item) => item.resources).filter((id) => !resources.has(id))).toEqual([]);
  });

  it("needs no code for another guide", () => {
    const { book } = readGuide(tinyGuide(), tinyProse);
    expect(datasetShape.parse(datasetOf(book!, tinyGuide(), site)).guide.title).toBe("Baker");
  });

  it("says of each paragraph which notes it has, of each figure in which sections it stands, and of each note what it says", () => {
    const content = tinyGuide();
    content.guide.sections.push("the-shop");
    const shop = "# The shop\n\n:::lede\nIt opens.\n:::\n\nBakers get :figure[baker-pay], some :figure[baker-pay.p10], and again :figure[baker-pay].\n\nThey say so.:source[guild]\n\nNobody else does.\n";
    content.pay[0]!.caution = "A small sample.";
    const { sections, figures, notes } = datasetOf(readGuide(content, { ...tinyProse, "the-shop": shop }).book!, content, site);
    expect(sections.map(({ notes, blocks }) => [notes, blocks.flatMap((block) => (block.type === "paragraph" ? [block.notes] : []))])).toEqual([[[1], [[1]]], [[1, 2], [[1], [2], []]]]);
    expect(figures).toEqual([
      { id: "baker-pay.value", value: 31000, text: "€31,000", sections: ["the-work", "the-shop"] },
      { id: "baker-pay.p90", value: 42000, text: "€42,000", sections: ["the-work"] },
      { id: "baker-pay.p10", value: 24000, text: "€24,000", sections: ["the-shop"] },
    ]);
    const dates = "Published 2025, checked 23 November 2026";
    expect(notes).toEqual([
      { number: 1, source: "guild", measures: "Utopia, bakers, wages, median, 2025", caution: "A small sample.", dates },
      { number: 2, source: "guild", measures: "", caution: "", dates },
    ]);
  });
});
