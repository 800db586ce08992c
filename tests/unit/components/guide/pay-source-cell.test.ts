import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { paySourceCell } from "#components/guide/pay-table.tsx";
import { readGuide } from "#lib/guide/store.ts";
import { first } from "#tests/support/broken-guide.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

it("A cell names its source as that names itself, and who reported it, without the title of the page", () => {
  const content = tinyGuide();
  Object.assign(first(content.sources), { name: "The guild, a union", title: "Wages, reported by the year", reportedBy: "The Daily Loaf, Utopia" });
  const { book } = readGuide(content, tinyProse);
  const cell = paySourceCell(1, { book: book!, chapterId: "the-work", whole: false });
  expect(renderToStaticMarkup(createElement("p", null, cell)).replace(/<[^>]+>/g, "")).toBe("The guild, a union, reported by The Daily Loaf, Utopia 1");
});
