import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Found } from "#components/guide/search-found.tsx";
import type { Finding } from "#lib/guide/search-entry.ts";

function marked(text: string, ...words: string[]): string[] {
  const finding: Finding = { id: "a", kind: "section", title: "A part", within: "", href: "#a", also: "", text, words: new Set(words) };
  const html = renderToStaticMarkup(createElement(Found, { id: "found", finding, chosen: false, onChoose: () => undefined }));
  return [...html.matchAll(/<mark[^>]*>(.*?)<\/mark>/g)].map(([, word]) => word!);
}

it.each([
  ["They earn $112,590, and more.", "112590", "112,590"],
  ["Try cross-validation.", "validation", "cross-validation"],
  ["Try cross-validation.", "crossvalidation", "cross-validation"],
  ["Write a résumé.", "resume", "résumé"],
])("the word that was found is marked as it is written: in %j, %s is %s", (text, found, written) => {
  expect(marked(text, found)).toEqual([written]);
});

it("what was not found is not marked", () => {
  expect(marked("One, 2, 300 or 4.", "2300")).toEqual([]);
});
