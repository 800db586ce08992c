import { describe, expect, it } from "vitest";
import { markdownOf } from "#lib/guide/markdown.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { findTerms } from "#lib/guide/term.ts";
import { crumb, fullTinyGuide } from "#tests/support/tiny-guide.ts";

const terms = [
  { id: "oven", names: ["Oven", "ovens"], means: "Where bread is baked." },
  { id: "sour-dough", names: ["Sourdough", "sour dough"], means: "Dough that rises by itself." },
  { id: "dough", names: ["Dough"], means: "Flour and water." },
  { id: "grade", names: ["Type (fine)"], means: "How finely flour is milled." },
];
const found = (text: string) => findTerms(text, terms).map(({ id }) => id);

describe("The terms of a text", () => {
  it("are found by any of their names and in any case, each once, in the order of the text", () => {
    expect(found("Knead the dough, heat two OVENS, and put the dough into an oven")).toEqual(["dough", "oven"]);
  });

  it("are whole words, beside which punctuation may stand", () => {
    expect(found("Proven doughnuts, an oven-glove, a hot-oven")).toEqual([]);
    expect(found("(Oven) “dough”’s")).toEqual(["oven", "dough"]);
  });

  it("may be several words, also with marks that mean something elsewhere", () => {
    expect(found("A sour dough of type (fine)")).toEqual(["sour-dough", "dough", "grade"]);
    expect(found("")).toEqual([]);
  });
});

describe("The items of this guide", () => {
  const book = getBook("machine-learning-engineer")!;
  const { itemTerms, termUses } = book;
  const named = (itemId: string) => itemTerms.get(itemId)?.map(({ id }) => id);

  it("lead to the terms that their titles and criteria name", () => {
    expect(named("mle.foundations.pca")).toEqual(["pca", "svd"]);
    expect(named("mle.tools.serving")).toEqual(["api", "container", "monitoring", "latency-percentiles", "latency", "drift"]);
    expect(named("mle.certification.platform-project")).toEqual(["infrastructure-as-code", "least-privilege"]);
    expect(named("mle.education.references")).toEqual([]);
  });

  it("do so in the guide's Markdown too", () => {
    const address = "https://cairn.example/guide/machine-learning-engineer/terms";
    expect(markdownOf(book, new URL("https://cairn.example"))).toContain(`Terms: [PCA](${address}#term-pca), [SVD](${address}#term-svd)\n`);
  });

  it("count as a use of them on the roadmap", () => {
    expect(termUses.get("svd")).toEqual(["roadmap"]);
  });
});

it("Terms stand by the alphabet wherever they are listed, in whatever order the file has them", () => {
  const { content, prose } = fullTinyGuide();
  content.terms = [crumb, { id: "yeast", names: ["Yeast"], means: "What raises it." }, { id: "batter", names: ["batter"], means: "What is poured." }];
  const { book } = readGuide(content, prose);
  expect(book?.terms.map(({ names }) => names[0])).toEqual(["batter", "Crumb", "Yeast"]);
  expect(markdownOf(book!, new URL("https://cairn.example"))).toMatch(/\*\*batter\*\*.*\n- \*\*Crumb\*\*.*\n- \*\*Yeast\*\*/);
});
