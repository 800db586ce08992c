import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { GuideBook } from "#components/guide/guide-book.tsx";
import { GuideSection } from "#components/guide/guide-section.tsx";
import type { Book } from "#lib/guide/book.ts";
import { content } from "#lib/guide/content/machine-learning-engineer/content.ts";
import { indexFigures } from "#lib/guide/figure.ts";
import { listItems } from "#lib/guide/guide.ts";
import { markdownOf } from "#lib/guide/markdown.ts";
import { inlinesOf } from "#lib/guide/place.ts";
import { getBook, listBooks, readGuide } from "#lib/guide/store.ts";
import { fullTinyGuide, guildMark, tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

const slug = "machine-learning-engineer";

function requireBook(book: Book | null): Book {
  if (!book) throw new Error("the guide is wrong");
  return book;
}

const render = (book: Book) => renderToStaticMarkup(createElement(GuideBook, { book }));

describe("The guide of this installation", () => {
  it("has no problems", () => {
    expect(listBooks().map((book) => book.head.slug)).toEqual([slug]);
  });
});

describe("A note", () => {
  it("leads to the page that says its figure, and to its source's first page where none is named", () => {
    const given = tinyGuide();
    const [first, second] = ["https://example.org/guild", "https://example.org/guild/best"];
    given.sources[0]!.pages.push({ url: second });
    given.pay.push({ ...structuredClone(given.pay[0]!), id: "best-pay", role: "Best bakers", page: second });
    const prose = { ...tinyProse, "the-work": `${tinyProse["the-work"]}\nThe best of all get :figure[best-pay].\n` };
    const { notes } = requireBook(readGuide(given, prose).book);
    expect([...notes.values()].map(({ url }) => url)).toEqual([first, second]);
  });

  it("says what must be known of its figure and of its source, and is another's where that differs", () => {
    const given = tinyGuide();
    given.sources[0]!.caution = "Members only.";
    given.pay.push({ ...structuredClone(given.pay[0]!), id: "island-pay", caution: "A small sample." });
    const prose = { ...tinyProse, "the-work": `${tinyProse["the-work"]}\nOn the island they get :figure[island-pay].\n` };
    const book = requireBook(readGuide(given, prose).book);
    expect([...book.notes.values()].map(({ caution }) => caution)).toEqual(["Members only.", "A small sample. Members only."]);
    const markdown = markdownOf(book, new URL("https://cairn.example"));
    for (const page of [render(book), markdown]) expect(page).toContain("median, 2025. A small sample. Members only. Published 2025, checked 23 November 2026");
  });

  it("says where it was read, if that was not its own page", () => {
    const given = tinyGuide();
    given.sources[0]!.pages[0]!.copy = "https://copies.example/guild";
    const [note] = requireBook(readGuide(given, tinyProse).book).notes.values();
    expect(note?.dates).toBe("Published 2025, checked 23 November 2026 at copies.example");
  });
});

describe("The page of the guide", () => {
  const html = render(requireBook(getBook(slug)));

  it("prints each figure exactly as its record has it", () => {
    const figures = indexFigures(content);
    const printed = [...html.matchAll(/<data value="([^"]*)" data-figure="([^"]+)"[^>]*>([^<]*)<\/data>/g)];
    expect(printed.length).toBeGreaterThan(60);
    for (const [, , id = "", text] of printed) {
      expect(text, id).toBe((figures.getFigure(id) ?? { text: rangeOf(id) }).text);
    }
  });

  it("says every caution of a record in the note of its very figure", () => {
    const figures = indexFigures(content);
    const { notes, charts, chapters } = requireBook(getBook(slug));
    const noteAt = (sectionId = "", number = "") => notes.get(chapters.find(({ id }) => id === sectionId)?.notes[Number(number) - 1] ?? 0);
    const printed = html.split(/<\/(?:p|tr)>/).flatMap((block) => {
      const beside = [...block.matchAll(/href="#note-([^"]+)-(\d+)"/g)].map(([, sectionId, number]) => noteAt(sectionId, number));
      return [...block.matchAll(/data-figure="([^"]+)"/g)].map(([, id = ""]) => ({ figure: figures.getFigure(id) ?? figures.getFigure(`${id}.low`), beside }));
    });
    const cautioned = printed.flatMap(({ figure, beside }) => (figure?.caution ? [{ id: figure.id, caution: figure.caution, note: beside.find((note) => note?.sourceId === figure.sourceId && note.measures === figure.measures) }] : []));
    expect(new Set(cautioned.map(({ caution }) => caution)).size).toBeGreaterThan(12);
    expect(cautioned.filter(({ caution, note }) => !note?.caution.includes(caution)).map(({ id }) => id)).toEqual([]);
    const rows = [...charts.values()].flatMap((chart): { recordId: string; note: number }[] => chart.rows);
    expect(rows.filter(({ recordId, note }) => !notes.get(note)?.caution.includes(figures.getFigure(recordId)?.caution ?? "")).map(({ recordId }) => recordId)).toEqual([]);
  });

  it("gives each note a place where its number leads", () => {
    const targets = [...html.matchAll(/href="#(note-[^"]+)"/g)].map((match) => match[1] ?? "");
    expect(targets.length).toBeGreaterThan(50);
    for (const target of new Set(targets)) expect(html).toContain(`id="${target}"`);
  });

  it("tells the dates of the law in one section, to which the others lead", () => {
    const { chapters } = requireBook(getBook(slug));
    const dated = chapters.filter(({ blocks }) => blocks.flatMap(inlinesOf).some((inline) => inline.type === "figure" && inline.figureId.startsWith("eu-ai-act.")));
    expect(dated.map(({ id }) => id)).toEqual(["staying-current"]);
    expect(html.match(/href="#law"/g)?.length).toBeGreaterThan(1);
  });

  it("says of a record whose year is not known when it was seen", () => {
    const text = html.replace(/<[^>]+>/g, "");
    expect(text).toContain("Germany, year not given, seen 23 November 2026");
    expect(text).toContain("Canada, year not given, seen 23 November 2026");
    expect(markdownOf(requireBook(getBook(slug)), new URL("https://cairn.example"))).toContain("| year not given, seen 23 November 2026 ");
  });

  it("leads from the words of the trade to what they mean, also from those of statistics and of running things", () => {
    const { termUses } = requireBook(getBook(slug));
    const wanted = ["median", "percentile", "interval", "linear-model", "decision-tree", "metric", "clustering", "monitoring", "retraining", "quality-gate", "notebook", "data-card", "cuda", "infrastructure-as-code"];
    expect(wanted.filter((id) => !termUses.get(id)?.length)).toEqual([]);
    for (const id of wanted) expect(html).toContain(`href="#term-${id}"`);
  });

  it("uses no id twice and no inline style", () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(html).not.toMatch(/ style=/);
  });

  it("leads from every item to its place on the learner's roadmap", () => {
    for (const item of listItems(slug)) expect(html).toContain(`href="/roadmap/${slug}#${item.id}"`);
  });

  it("calls the figure of 2023 by its year wherever it is charted, and names its source as unopened", () => {
    const chart = requireBook(getBook(slug)).charts.get("by-source-and-year");
    expect(chart?.rows[0]).toMatchObject({ recordId: "glassdoor-us-2023", label: "Glassdoor, 2023", valueText: "$118,000" });
    expect(html).toContain("Published 2023, not opened for this guide");
  });
});

function rangeOf(id: string): string {
  const figures = indexFigures(content);
  return `${figures.getFigure(`${id}.low`)?.text} to ${figures.getFigure(`${id}.high`)?.text}`;
}

describe("A second guide", () => {
  it("needs content and no code", () => {
    const html = render(requireBook(readGuide(tinyGuide(), tinyProse).book));
    expect(html).toContain("€31,000");
    expect(html).toContain("It’s <a");
    expect(html).toContain('href="/roadmap/baker#bread.basics.loaf"');
  });

  it("shows certificates, events, frameworks, terms and resources of its own", () => {
    const { content, prose } = fullTinyGuide();
    const html = render(requireBook(readGuide(content, prose).book));
    const text = html.replace(/<[^>]+>/g, "");
    expect(text).toContain("Retired on 30 June 2026. Replaced by The new mark.");
    expect(text).toContain("No longer offered; it cost $12");
    expect(text).toContain("In beta when last seen");
    expect(text).toContain("2 to 4 May 2026");
    expect(text).toContain("Dates not found when this was checked");
    expect(text).toContain("Oven");
    expect(text).toContain("What the crust holds.");
    expect(html).toContain('href="#term-crumb"');
    expect(html).toContain('href="https://example.org/flour"');
  });

  it("counts the notes of each section from one, in the order in which a reader meets them", () => {
    const content = tinyGuide();
    content.guide.sections.push("the-trade");
    content.sources.push({ id: "shop", name: "The shop", pages: [{ url: "https://example.org/shop" }], published: "2026", checked: "2026-11-23", citedFor: "What a shop sells" });
    const trade = "# The trade\n\n:::lede\nBuying.\n:::\n\nA shop sells.:source[shop]\n\nIt pays :figure[baker-pay].\n\nIt sells.:source[shop]\n";
    const book = requireBook(readGuide(content, { ...tinyProse, "the-trade": trade }).book);
    const page = renderToStaticMarkup(createElement(GuideSection, { book, chapter: book.chapters[1]! }));
    expect([...page.matchAll(/aria-label="Source (\d+)"/g)].map(([, number]) => number)).toEqual(["1", "2", "1"]);
    expect(page).toMatch(/id="note-the-trade-1".*The shop.*id="note-the-trade-2".*The guild/s);
  });

  it("credits a certificate's price and validity to the pages that say them", () => {
    const { content, prose } = fullTinyGuide();
    content.sources.push({ id: "shop", name: "The shop", pages: [{ url: "https://example.org/shop" }], published: "2026", checked: "2026-11-23" });
    content.certifications.push({ ...guildMark, id: "old-mark", status: "active", validYears: 2, priceSource: "shop" });
    const book = requireBook(readGuide(content, prose).book);
    const row = render(book).split("<tr").find((each) => each.includes("$12, valid for 2 years"))?.split("$12, valid for 2 years")[1]?.split("</tr")[0];
    expect([...(row ?? "").matchAll(/Source (\d+)/g)].map(([, number]) => book.notes.get(book.chapters[0]!.notes[Number(number) - 1]!)?.sourceId)).toEqual(["shop", "guild"]);
    expect(book.sources.find(({ id }) => id === "shop")?.supports).toEqual(["Price or validity of certificates: The mark of the guild"]);
    expect(markdownOf(book, new URL("https://cairn.example"))).toMatch(/\$12, valid for 2 years(\[\^\d+\]){2} /);
  });

  it("says on which page the facts of a resource were read where that is not its own, in its line and among the sources", () => {
    const { content, prose } = fullTinyGuide();
    content.resources.push(
      { id: "school", name: "The school", url: "https://school.example.org", kind: "course", cost: "30 EUR", seen: { day: "2026-11-23", at: "https://www.press.example/school", published: "2020" } },
      { id: "mill", name: "The mill", url: "https://mill.example.org", kind: "course", note: "7 sorts.", seen: { day: "2026-11-23", at: "https://www.mill.example.org/sorts", published: null } },
    );
    const book = requireBook(readGuide(content, { "the-work": `${prose["the-work"]}\n::resources[school mill]\n\n::resource-pages\n` }).book);
    const html = render(book);
    const read = '<a href="https://www.press.example/school" rel="noreferrer">press.example</a>, page of 2020, seen 23 November 2026';
    expect(html).toContain(`As read at ${read}.`);
    expect(html).toContain(`The school: ${read.replace("</a>", '</a><span class="text-muted">')}</span>`);
    expect(html.replace(/<[^>]+>/g, "")).toContain("The mill, course. 7 sorts. Undated page, seen 23 November 2026.");
    const markdown = markdownOf(book, new URL("https://cairn.example"));
    expect(markdown).toContain("As read at [press.example](https://www.press.example/school), page of 2020, seen 23 November 2026.");
    expect(markdown).toContain("The school: [press.example](https://www.press.example/school), page of 2020");
  });

  it("keeps the margin clear beside a table, whose cells have none", () => {
    const table = "\n| Who | Pay |\n| --- | --- |\n| Bakers | :figure[baker-pay] |\n";
    const { book } = readGuide(tinyGuide(), { "the-work": tinyProse["the-work"].replace("A baker earns :figure[baker-pay], and the best :figure[baker-pay.p90]. ", `${table}\n`) });
    const cells = requireBook(book).chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "table" ? block.rows.flat(2) : [])));
    expect(cells.filter(({ type }) => type === "note")).toEqual([{ type: "note", number: expect.any(Number) as number, first: false }]);
  });

  it("says of each source what rests on it, and where", () => {
    const { content, prose } = fullTinyGuide();
    const source = requireBook(readGuide(content, prose).book).sources[0];
    expect(source?.supports).toEqual([
      "Bakers, Utopia, wages: 2025",
      "Certificates: The mark of the guild; The new mark",
      "Events: The fair",
      "Frameworks: Oven",
    ]);
    expect(source?.usedIn).toEqual(["the-work"]);
  });

  it("does not say of an event whether it is past: that is for the reader's clock", () => {
    const { content, prose } = fullTinyGuide();
    expect(render(requireBook(readGuide(content, prose).book))).not.toContain("(past)");
  });

  it("shows a note once in a paragraph, after its last figure and the punctuation", () => {
    const paragraph = requireBook(readGuide(tinyGuide(), tinyProse).book).chapters[0]?.blocks[0];
    const kinds = paragraph?.type === "paragraph" ? paragraph.children.map((inline) => (inline.type === "text" ? inline.value : inline.type)) : [];
    expect(kinds).toEqual(["A baker earns ", "figure", ", and the best ", "figure", ".", "note", " It’s ", "item", "."]);
  });

  it("shows what stands inside of a list or an aside, and knows its place", () => {
    const inside = tinyProse["the-work"].replace("::chart[pay]", "- Since then:\n\n  :::update\n  ::chart[pay]\n\n  ::records[baker-pay]\n  :::\n\n").replace("## Pay :anchor[pay]", "See [the pay](#chart-pay).");
    const { book, problems } = readGuide(tinyGuide(), { "the-work": inside });
    expect(problems).toEqual([]);
    expect(requireBook(book).places.get("chart-pay")).toBe("the-work");
    const html = render(requireBook(book));
    expect(html).toContain('id="chart-pay"');
    expect(html).toContain("Bakers, Utopia");
  });
});
