import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { destinations } from "#components/shell/destinations.ts";
import { getGuide, getItem, listItems } from "#lib/guide/guide.ts";
import { homeGuide } from "#lib/guide/home.ts";
import { sectionHref } from "#lib/guide/place.ts";
import { getBook } from "#lib/guide/store.ts";

const slug = "machine-learning-engineer";

const files = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("prisma/"))
    .map((name) => join(folder, name)),
);
const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

describe("The guide that the portal opens with", () => {
  it("is one of those installed", () => {
    expect(getGuide(homeGuide)).not.toBeNull();
  });

  it("has a section wherever the navigation leads a visitor", () => {
    const book = getBook(homeGuide)!;
    const sections = book.chapters.map(({ id }) => sectionHref(book, id));
    for (const { href } of destinations(null)) expect(sections).toContain(href);
  });

  it("is named in its content and in one place of the code", () => {
    const naming = files.filter((file) => !file.startsWith(join("lib", "guide", "content")) && texts.get(file)!.includes(slug));
    expect(naming).toEqual([join("lib", "guide", "home.ts")]);
  });
});

describe("The guide of this installation", () => {
  it("has six steps with 38 items, whose ids lead back to them", () => {
    expect(getGuide(slug)?.steps.map((step) => step.items.length)).toEqual([6, 6, 7, 6, 6, 7]);
    for (const item of listItems(slug)) expect(getItem(item.id)?.item).toBe(item);
    expect(getItem("mle.foundations.logistic-regression")?.item.criteria[0]?.id).toBe("mle.foundations.logistic-regression.gradient");
  });

  it("answers null for what it does not have", () => {
    expect([getGuide("plumber"), getItem("mle.none"), listItems("plumber")]).toEqual([null, null, []]);
  });
});
