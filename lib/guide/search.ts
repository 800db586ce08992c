import MiniSearch from "minisearch";
import type { Book } from "#lib/guide/book.ts";
import { addressOf, inlinesOf, termAnchor, textOf } from "#lib/guide/place.ts";
import type { Block, Chapter } from "#lib/guide/prose.ts";
import { searchOptions, type Entry } from "#lib/guide/search-entry.ts";

/** What a search of the guide looks in, as minisearch keeps it: made when the project is built, loaded when a search is opened. */
export function searchIndexOf(book: Book): string {
  const index = new MiniSearch<Entry>(searchOptions);
  index.addAll(entriesOf(book));
  return JSON.stringify(index);
}

/** Sections and their parts, items, resources and terms, each with the address that it leads to. */
export function entriesOf(book: Book): Entry[] {
  const { guide, chapters, terms, synonyms } = book;
  const parts = chapters.flatMap((chapter) => partsOf(chapter, book));
  const roadmap = chapters.find(({ blocks }) => blocks.some(({ type }) => type === "roadmap"))?.title ?? "";
  const entries = [
    ...parts.map(({ anchor, title, within, names, text }) => ({ id: anchor, kind: "section" as const, title, within, also: names.join(" "), text })),
    ...guide.steps.map(({ id, title, summary }) => ({ id, kind: "step" as const, title, within: roadmap, also: "", text: summary })),
    ...guide.steps.flatMap(({ title, shortTitle, items }) => items.map((item) => ({
      id: item.id, kind: "item" as const, title: item.title, within: shortTitle, also: "", text: [title, item.shows, ...item.criteria.map(({ text }) => text)].join(". "),
    }))),
    ...terms.map(({ id, names: [title = id, ...others], means }) => ({ id: termAnchor(id), kind: "term" as const, title, within: "", also: others.join(" "), text: means })),
  ];
  const words = new Map(synonyms.map((synonym) => [synonym.place, synonym.words.join(" ")]));
  return [
    ...entries.map((entry) => ({ ...entry, href: addressOf(book, entry.id), also: [entry.also, words.get(entry.id)].filter(Boolean).join(" ") })),
    ...resourcesOf(book, parts),
  ];
}

/** A resource leads to where the guide shows it: the first item to learn from it, or else the part of a section that lists it. */
function resourcesOf(book: Book, parts: readonly Part[]): Entry[] {
  const places = [
    ...book.guide.steps.flatMap(({ shortTitle, items }) => items.map(({ id, resources }) => ({ anchor: id, within: shortTitle, resourceIds: resources.map((resource) => resource.id) }))),
    ...parts.map(({ anchor, title, resourceIds }) => ({ anchor, within: title, resourceIds })),
  ];
  return book.resources.map(({ id, name, kind, note, url }) => {
    const place = places.find(({ resourceIds }) => resourceIds.includes(id));
    return {
      id: `resource-${id}`, kind: "resource", title: name, within: place?.within ?? "", href: place ? addressOf(book, place.anchor) : url,
      also: "", text: [kind, note].filter(Boolean).join(". "),
    };
  });
}

/** `names` are of what is listed, `resourceIds` the resources among it. */
type Part = { anchor: string; title: string; within: string; names: string[]; resourceIds: string[]; text: string };

/** A section's beginning, and what stands below each of its headings. */
function partsOf({ id, title, lede, blocks }: Chapter, book: Book): Part[] {
  const parts: Part[] = [{ anchor: id, title, within: "", names: [], resourceIds: [], text: textOf(lede) }];
  for (const block of blocks) {
    const part = parts[parts.length - 1]!;
    if (block.type === "heading") parts.push({ anchor: block.anchor, title: textOf(block.children), within: title, names: [], resourceIds: [], text: "" });
    else part.text += ` ${wordsOf(block, book)}`;
    if (block.type === "certifications" || block.type === "events" || block.type === "frameworks") part.names.push(...book[block.type].map(({ name }) => name));
    if (block.type === "resources") part.resourceIds.push(...block.resourceIds);
  }
  return parts;
}

/** What is listed below a heading is found there, by its names and by what is said of it. */
function wordsOf(block: Block, book: Book): string {
  switch (block.type) {
    case "aside":
      return block.children.map((child) => wordsOf(child, book)).join(" ");
    case "list":
      return block.items.flat().map((child) => wordsOf(child, book)).join(" ");
    case "chart": {
      const chart = book.charts.get(block.chartId);
      return chart ? sentences([chart.title, chart.says, ...chart.rows.flatMap(({ label, detail, place }) => [label, detail, place])]) : "";
    }
    case "records":
      return sentences(block.records.flatMap(({ recordId }) => {
        const row = book.payRows.get(recordId);
        return row ? [[row.label, row.detail, row.place, row.time].filter(Boolean).join(", "), row.kind] : [];
      }));
    case "certifications":
      return sentences(book.certifications.flatMap(({ vendor, name, code, status, note }) => [[name, code, vendor, status].filter(Boolean).join(", "), note]));
    case "events":
      return sentences(book.events.flatMap(({ name, held, alsoIn = [], note }) => [[name, held?.place, ...alsoIn.map(({ place }) => place)].filter(Boolean).join(", "), note]));
    case "frameworks":
      return sentences(book.frameworks.flatMap(({ name, role, governance, note }) => [`${name}: ${role}`, governance, note]));
    case "resources":
      return sentences(book.resources.filter(({ id }) => block.resourceIds.includes(id)).map(({ name }) => name));
    default:
      return textOf(inlinesOf(block));
  }
}

/** What is said several times, as the place of each row, is kept once. */
function sentences(parts: readonly (string | null | undefined)[]): string {
  return [...new Set(parts.filter(Boolean))].map((part) => `${part}`.replace(/\.$/, "")).join(". ");
}
