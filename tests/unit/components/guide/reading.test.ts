import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { GuideBook } from "#components/guide/guide-book.tsx";
import { GuideFront } from "#components/guide/guide-front.tsx";
import { GuideSection } from "#components/guide/guide-section.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { wordsOf } from "#tests/support/rendered.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

const content = tinyGuide();
content.guide.sections.push("the-shop");
const work = tinyProse["the-work"].replace("::roadmap\n", "### In Utopia :anchor[in-utopia]\n\nA place.\n");
const shop = "# The shop\n\n:::lede\nIt opens early.\n:::\n\n## Till :anchor[till]\n\nIt rings.\n\n### Coins :anchor[coins]\n\nThey clink.\n\n::roadmap\n";
const book = readGuide(content, { "the-work": work, "the-shop": shop }).book!;
const outline = (html: string) => [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(([, level, words = ""]) => `${level} ${wordsOf(words).replace(/ ?#$/, "")}`);
const [, other] = book.chapters;

describe("The headings of a page", () => {
  it("stand below the section's title where it is the page's own", () => {
    expect(outline(renderToStaticMarkup(createElement(GuideSection, { book, chapter: other! })))).toEqual(["1 The shop", "2 Till", "3 Coins", "2 Step 1: Learn the basics"]);
  });

  it("stand one lower where the guide's title stands above the section's", () => {
    const below = ["2 The work", "3 Pay", "4 In Utopia"];
    expect(outline(renderToStaticMarkup(createElement(GuideFront, { book })))).toEqual(["1 Baker", ...below, "2 In this guide", "3 The shop"]);
    expect(outline(renderToStaticMarkup(createElement(GuideBook, { book })))).toEqual(["1 Baker", ...below, "2 The shop", "3 Till", "4 Coins", "3 Step 1: Learn the basics"]);
  });
});
