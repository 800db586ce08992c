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
    ...chapters.flatMap((chapter) => partsOf(chapter).map(({ anchor, title, text }) => ({ id: anchor, kind: "section" as const, title, href: at(anchor), text }))),
    ...guide.steps.map(({ id, title, summary }) => ({ id, kind: "step" as const, title, href: at(id), text: summary })),
    ...items,
    ...resources.map(({ id, name, kind, note, url }) => ({
      id: `resource-${id}`, kind: "resource" as const, title: name, href: learnt.has(id) ? at(learnt.get(id) ?? "") : url, text: [kind, note].filter(Boolean).join(". "),
    })),
    ...terms.map(({ id, names, means }) => ({ id: termAnchor(id), kind: "term" as const, title: names[0] ?? id, href: at(termAnchor(id)), text: [means, ...names.slice(1)].join(" ") })),
  ];
}

/** A section's beginning, and what stands below each of its headings. */
function partsOf({ id, title, lede, blocks }: Chapter): { anchor: string; title: string; text: string }[] {
  const parts = [{ anchor: id, title, text: textOf(lede) }];
  for (const block of blocks) {
    if (block.type === "heading") parts.push({ anchor: block.anchor, title: textOf(block.children), text: "" });
    else parts[parts.length - 1]!.text += ` ${wordsOf(block)}`;
  }
  return parts;
}

function wordsOf(block: Block): string {
  return block.type === "aside" ? block.children.map(wordsOf).join(" ") : textOf(inlinesOf(block));
}
