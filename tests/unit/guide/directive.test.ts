import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { GuideBook } from "#components/guide/guide-book.tsx";
import { markdownOf } from "#lib/guide/markdown.ts";
import { readGuide } from "#lib/guide/store.ts";
import { written } from "#tests/support/broken-guide.ts";
import { tinyGuide } from "#tests/support/tiny-guide.ts";

it.each([["[New since 2024]", "New since 2024"], ["", "What is new"]])("An update has the title that its author gives it, or one that fits any guide: %s", (label, title) => {
  const { book } = readGuide(tinyGuide(), written(`\n:::update${label}\nThe ovens are electric.\n:::\n`));
  expect(renderToStaticMarkup(createElement(GuideBook, { book: book! }))).toMatch(new RegExp(`>${title}</p><p[^>]*>The ovens are electric.</p>`));
  expect(markdownOf(book!, new URL("https://cairn.example"))).toContain(`> **${title}**\n>\n> The ovens are electric.`);
});
