import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { markdownOf } from "#lib/guide/markdown.ts";
import { inlinesOf, textOf } from "#lib/guide/place.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { chartedTinyGuide, crumb, fair, fullTinyGuide, oven, tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

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

/** The lines of a guide's Markdown that say something, with single spaces and without what only draws a table. */
function linesOf({ content, prose }: { content: GuideContent; prose: Record<string, string> }): string[] {
  return markdownOf(readGuide(content, prose).book!, site).split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter((line) => line !== "" && !/^[| -]+$/.test(line));
}

function from(lines: readonly string[], beginning: string, count: number): string[] {
  const start = lines.findIndex((line) => line.startsWith(beginning));
  return lines.slice(start, start + count);
}

describe("The Markdown of a second guide", () => {
  it("has each part of a record of pay below its name", () => {
    expect(from(linesOf(chartedTinyGuide()), "**Pay**", 4)).toEqual([
      "**Pay**. Bread feeds. Wages.",
      "| Who | Value | 10th percentile | 90th percentile | Also given | Place | When | What it counts | Sample | Caution | Source |",
      "| Bakers, masters | €31,000 | €24,000 | €42,000 | 25th to 75th percentile €27,000 to €36,000; mean €33,000; at entry €22,000; seniors from €40,000; 1,900 people employed | Utopia | 2025 | wages, median | 120 | A small sample. | [^1] |",
      "| Millers | €45,000 | | | | Utopia | 2024 | wages, mean | | | [^2] |",
    ]);
  });

  it("has each part of a projection below its name", () => {
    expect(from(linesOf(chartedTinyGuide()), "**Growth**", 4)).toEqual([
      "**Growth**. Bread rises. Jobs.",
      "| Occupation | Growth | Years | Place | Jobs at the start | Jobs added | Jobs at the end | Openings a year | Usual entry | Source |",
      "| Bakers | 3% | 2024 to 2034 | Utopia | 1,000 | 30 | 1,030 | 75 | an apprenticeship | [^3] |",
      "| Millers, of flour | 12% | 2024 to 2034 | Utopia | | | | | | [^4] |",
    ]);
  });

  it("says of a step how long it takes, what to show and how it is judged", () => {
    const guide = fullTinyGuide();
    guide.content.terms = [{ ...crumb, names: ["Crust"] }];
    expect(from(linesOf({ ...guide, prose: { "the-work": guide.prose["the-work"]!.replace("crumbs", "crust") } }), "### 1.", 13)).toEqual([
      "### 1. Learn the basics", "Flour, water, salt, time.", "3 to 5 hours in all. One weekend.",
      "#### Bake a loaf", "To show: A photograph of the cut loaf. 3 to 5 hours.", "- It has risen", "- The crust is brown", "Terms: [Crust](https://cairn.example/guide/baker#term-crumb)",
      "To learn from:", "- [The book of flour](https://example.org/flour), book, not opened for this guide.",
      "#### How well, in four levels", "| What is looked at | 0, not yet | 1, started | 2, meets | 3, exceeds |", "| Patience | None | Some | Enough | Plenty |",
    ]);
  });

  it("says of a source what is to be known of it, where it was read, and what rests on it", () => {
    const content = tinyGuide();
    Object.assign(content.sources[0]!, {
      title: "The yearbook", licence: "CC BY", caution: "Members only.", note: "Printed, too.",
      pages: [{ url: "https://example.org/guild", copy: "https://copies.example/guild" }, { url: "https://example.org/best" }],
    });
    const lines = linesOf({ content, prose: tinyProse });
    expect(from(lines, "- The guild", 1)).toEqual([
      "- The guild, The yearbook. Published 2025, checked 23 November 2026. Licence CC BY. Members only. Printed, too. <https://example.org/guild>, read at <https://copies.example/guild> and <https://example.org/best>. For: Bakers, Utopia, wages: 2025",
    ]);
    expect(from(lines, "[^1]:", 1)).toEqual([
      "[^1]: [The guild, The yearbook](https://example.org/guild). Utopia, bakers, wages, median, 2025. Members only. Published 2025, checked 23 November 2026 at copies.example.",
    ]);
  });

  it("says of an event from when to when, and of a framework all that is known", () => {
    const guide = fullTinyGuide();
    guide.content.events[0] = { ...fair, alsoIn: [{ start: "2026-06-01", end: "2026-06-03", place: "Elsewhere" }], note: "Bring bread." };
    guide.content.frameworks[0] = { ...oven, licence: "MIT", governance: "the guild", note: "Hot." };
    const lines = linesOf(guide);
    expect(from(lines, "- [The fair]", 2)).toEqual([
      "- [The fair](https://example.org/fair): 2 May 2026 to 4 May 2026, Utopia; 1 June 2026 to 3 June 2026, Elsewhere[^2]. Bring bread.",
      "- [The next fair](https://example.org/next-fair): dates not found when this was checked",
    ]);
    expect(from(lines, "| Framework", 2)).toEqual(["| Framework | For | Version seen | On | Licence | Governed by | Note |", "| Oven[^2] | heat | 2.1 | May 2026 | MIT | the guild | Hot. |"]);
  });

  it("keeps the order of a list, the rows of a table and what an aside is called", () => {
    const body = "1. Knead\n2. Bake\n\n- Salt\n- Yeast\n\n| Who | When |\n| --- | --- |\n| Bakers | At night |\n\n:::takeaways\nBake *well*.\n:::\n";
    const lines = linesOf({ content: tinyGuide(), prose: { "the-work": `${tinyProse["the-work"]}\n${body}` } });
    expect(from(lines, "1. Knead", 9)).toEqual(["1. Knead", "2. Bake", "- Salt", "- Yeast", "| Who | When |", "| Bakers | At night |", "> **In short**", ">", "> Bake *well*."]);
  });
});
