import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SourceList } from "#components/guide/source-list.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { wordsOf } from "#tests/support/rendered.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

it("The list of sources says of each when it was seen, what to be careful of, where it was read, what rests on it and where", () => {
  const content = tinyGuide();
  Object.assign(content.sources[0]!, { title: "The yearbook", licence: "CC BY", caution: "Members only.", note: "Printed, too.", pages: [{ url: "https://www.example.org/guild", copy: "https://copies.example/guild" }] });
  const book = readGuide(content, tinyProse).book!;
  const html = renderToStaticMarkup(createElement(SourceList, { reading: { book, chapterId: "the-work", whole: false } }));
  expect(wordsOf(html)).toBe([
    "The guild, The yearbook Published 2025, checked 23 November 2026. Licence CC BY. Members only. Printed, too.",
    "example.org/guild, read at copies.example", "Bakers, Utopia, wages: 2025", "Used in The work",
  ].join(" "));
  expect(html).toContain('href="https://copies.example/guild"');
});
