import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { GuideSection } from "#components/guide/guide-section.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

it("a number of a source knows the one that stands right before it, and no other", () => {
  const content = tinyGuide();
  content.sources.push(...["mill", "shop"].map((id) => ({ ...content.sources[0]!, id, citedFor: "What is said" })));
  const prose = { "the-work": `${tinyProse["the-work"]}\nMillers say so.:source[mill]:source[shop] Others do.:source[guild]\n` };
  const { book } = readGuide(content, prose);
  const page = renderToStaticMarkup(createElement(GuideSection, { book: book!, chapter: book!.chapters[0]! }));
  const marks = page.slice(page.indexOf("Millers say so")).split("</p>")[0]!.match(/<sup class="note-mark"[^>]*>/g);
  expect(marks?.map((mark) => mark.includes("data-next"))).toEqual([false, true, false]);
});
