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
  const { guide, chapters, terms, resources } = book;
  const at = (anchor: string) => addressOf(book, anchor);
  const items = guide.steps.flatMap((step) => step.items.map((item) => ({
    id: item.id, kind: "item" as const, title: item.title, href: at(item.id), text: [step.title, item.shows, ...item.criteria.map(({ text }) => text)].join(". "),
  })));
  const learnt = new Map(guide.steps.flatMap((step) => step.items.flatMap((item) => item.resources.map(({ id }) => [id, item.id] as const))).reverse());
  return [
    ...chapters.flatMap((chapter) => partsOf(chapter, book).map(({ anchor, title, text }) => ({ id: anchor, kind: "section" as const, title, href: at(anchor), text }))),
    ...guide.steps.map(({ id, title, summary }) => ({ id, kind: "step" as const, title, href: at(id), text: summary })),
    ...items,
    ...resources.map(({ id, name, kind, note, url }) => ({
      id: `resource-${id}`, kind: "resource" as const, title: name, href: learnt.has(id) ? at(learnt.get(id) ?? "") : url, text: [kind, note].filter(Boolean).join(". "),
    })),
    ...terms.map(({ id, names, means }) => ({ id: termAnchor(id), kind: "term" as const, title: names[0] ?? id, href: at(termAnchor(id)), text: [means, ...names.slice(1)].join(" ") })),
  ];
}

/** A section's beginning, and what stands below each of its headings. */
function partsOf({ id, title, lede, blocks }: Chapter, book: Book): { anchor: string; title: string; text: string }[] {
  const parts = [{ anchor: id, title, text: textOf(lede) }];
  for (const block of blocks) {
    if (block.type === "heading") parts.push({ anchor: block.anchor, title: textOf(block.children), text: "" });
    else parts[parts.length - 1]!.text += ` ${wordsOf(block, book)}`;
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
