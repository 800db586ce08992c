import { describe, expect, it } from "vitest";
import { readGuide } from "#lib/guide/store.ts";
import { describePage } from "#lib/guide/structured-data.ts";
import { fullTinyGuide } from "#tests/support/tiny-guide.ts";

const { content, prose } = fullTinyGuide();
content.guide.sections.push("the-shop");
content.changes = [
  { id: "corrected", day: "2026-11-25", title: "Corrected", text: "It goes on." },
  { id: "first-edition", day: "2026-11-20", title: "First edition", text: "It begins." },
];
const shop = "# The shop\n\n:::lede\nIt opens *early*.\n:::\n\nIt rings.\n";
const book = readGuide(content, { ...prose, "the-shop": shop }).book!;
const [work, till] = book.chapters.map((chapter) => (describePage({ book, chapter, site: new URL("https://cairn.example") }) as { "@graph": object[] })["@graph"]);
const front = "https://cairn.example/guide/baker";
const cairn = { "@type": "Organization", name: "Cairn", url: "https://cairn.example/" };
const dated = { datePublished: "2026-11-20", dateModified: "2026-11-25", author: cairn, publisher: cairn };

describe("What a page says of itself to programs", () => {
  it("is, of the front page, the guide: its title, its description, and the days of its first and its newest change", () => {
    expect(work?.[0]).toMatchObject({
      "@type": "TechArticle", "@id": `${front}#article`, url: front, mainEntityOfPage: front, headline: "Baker", description: "What a baker does.", image: `${front}/cards/the-work.png`, ...dated,
    });
    expect(work?.[0]).not.toHaveProperty("isPartOf");
  });

  it("is, of another, the section, as a part of the guide", () => {
    const url = `${front}/the-shop`;
    expect(till?.[0]).toMatchObject({
      "@id": `${url}#article`, url, mainEntityOfPage: url, headline: "The shop: Baker", description: "It opens early.", image: `${front}/cards/the-shop.png`, ...dated,
      isPartOf: { "@id": `${front}#article`, name: "Baker", url: front },
    });
  });

  it("is the way to it", () => {
    const wayOf = (graph?: object[]) => (graph?.[1] as { itemListElement: { position: number; name: string; item: string }[] }).itemListElement.map(({ position, name, item }) => [position, name, item]);
    const way = [[1, "Guides", "https://cairn.example/guide"], [2, "Baker", front]];
    expect(wayOf(work)).toEqual(way);
    expect(wayOf(till)).toEqual([...way, [3, "The shop", `${front}/the-shop`]]);
  });

  it("is what it defines, where it holds the terms", () => {
    expect(work?.[2]).toMatchObject({
      "@type": "DefinedTermSet", "@id": `${front}#terms`, url: front,
      hasDefinedTerm: [{ "@type": "DefinedTerm", name: "Crumb", alternateName: ["crumbs"], description: "What the crust holds.", url: `${front}#term-crumb`, inDefinedTermSet: `${front}#terms` }],
    });
    expect(till).toHaveLength(2);
  });

  it("is the day of its last check where nothing has changed yet", () => {
    const [chapter] = book.chapters;
    const { "@graph": [article] } = describePage({ book: { ...book, changes: [] }, chapter: chapter!, site: new URL("https://cairn.example") }) as { "@graph": object[] };
    expect(article).toMatchObject({ datePublished: "2026-11-23", dateModified: "2026-11-23" });
  });
});
