import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { markdownOf } from "#lib/guide/markdown.ts";
import { inlinesOf, textOf } from "#lib/guide/place.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

const site = new URL("https://cairn.example");
const book = getBook("machine-learning-engineer")!;
const markdown = markdownOf(book, site);
const root: Root = unified().use(remarkParse).use(remarkGfm).parse(markdown);

function all(node: Nodes): Nodes[] {
  return [node, ...("children" in node ? node.children.flatMap(all) : [])];
}

function words(node: Nodes): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(words).join("") : "";
}

const nodes = all(root);
const textsOf = (type: Nodes["type"]) => nodes.filter((node) => node.type === type).map(words);

describe("A guide as Markdown", () => {
  it("reads back as what the pages say, word for word", () => {
    const paragraphs = new Set(textsOf("paragraph"));
    const expected = book.chapters.flatMap(({ lede, blocks }) => [lede, ...blocks.flatMap((block) => (block.type === "paragraph" ? [inlinesOf(block)] : []))]);
    expect(expected.length).toBeGreaterThan(50);
    expect(expected.map(textOf).filter((text) => !paragraphs.has(text))).toEqual([]);
  });

  it("has one title, every section, every heading, step and item", () => {
    const headings = nodes.flatMap((node) => (node.type === "heading" ? [[node.depth, words(node)] as const] : []));
    expect(headings.filter(([depth]) => depth === 1)).toEqual([[1, book.head.title]]);
    expect(headings.filter(([depth]) => depth === 2).map(([, text]) => text)).toEqual(book.chapters.map(({ title }) => title));
    const texts = new Set(headings.map(([, text]) => text));
    const below = book.chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "heading" ? [textOf(block.children)] : [])));
    const items = book.guide.steps.flatMap((step) => [`${step.number}. ${step.title}`, ...step.items.map(({ title }) => title)]);
    expect([...below, ...items].filter((text) => !texts.has(text))).toEqual([]);
  });

  it("gives every footnote a definition with its source, and defines none twice", () => {
    const defined = nodes.flatMap((node) => (node.type === "footnoteDefinition" ? [node.identifier] : []));
    const used = nodes.flatMap((node) => (node.type === "footnoteReference" ? [node.identifier] : []));
    expect(new Set(defined).size).toBe(defined.length);
    expect(used.length).toBeGreaterThan(50);
    expect(used.filter((identifier) => !defined.includes(identifier))).toEqual([]);
    const text = textsOf("footnoteDefinition").join("\n");
    expect([...book.notes.values()].filter(({ source, dates }) => !text.includes(source) || !text.includes(dates))).toEqual([]);
  });

  it("holds each row of its charts, and the rubric of each step, as tables of even width", () => {
    const tables = nodes.flatMap((node) => (node.type === "table" ? [node] : []));
    for (const { children: [head, ...rows] } of tables) for (const row of rows) expect(row.children).toHaveLength(head!.children.length);
    const cells = new Set(textsOf("tableCell"));
    const rows = [...book.charts.values()].flatMap((chart): { valueText: string }[] => chart.rows);
    expect(rows.filter(({ valueText }) => !cells.has(valueText))).toEqual([]);
    const levels = book.guide.steps.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => [...dimension.levels]));
    expect([...levels, "0, not yet", "3, exceeds"].filter((level) => !cells.has(level))).toEqual([]);
  });

  it("links absolutely, and never to a place that is not there", () => {
    const urls = nodes.flatMap((node) => (node.type === "link" ? [node.url] : []));
    expect(urls.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
    const own = urls.filter((url) => url.startsWith(`${site.origin}/guide/${book.head.slug}`)).map((url) => new URL(url).hash.slice(1));
    expect(own.filter((anchor) => anchor !== "" && !book.places.has(anchor))).toEqual([]);
  });

  it("escapes what Markdown would take for marks", () => {
    const guide = tinyGuide();
    guide.guide.lede = "two * three * four | [not](a-link) <b>bold</b> # _so_ & `so`";
    const parsed = unified().use(remarkParse).use(remarkGfm).parse(markdownOf(readGuide(guide, tinyProse).book!, site));
    expect(words(parsed.children[1]!)).toBe(guide.guide.lede);
    expect(parsed.children[1]).toMatchObject({ children: [{ type: "text" }] });
  });
});
