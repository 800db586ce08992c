import type { Book } from "#lib/guide/book.ts";
import { textOf } from "#lib/guide/place.ts";
import type { Block, Inline } from "#lib/guide/prose.ts";

/**
 * A whole guide as data, for other programs. `version` changes when a key is removed or means something else. Notes are numbers
 * into `notes`; a note names its source. Days are ISO dates, as precise as known; null is unknown; money is in the currency named.
 */
export function datasetOf(book: Book) {
  const { head, guide, chapters, charts, payRows, notes, sources, certifications, events, frameworks, terms, changes, resources } = book;
  return {
    version: 1,
    ...head,
    sections: chapters.map((chapter) => ({ id: chapter.id, title: chapter.title, lede: textOf(chapter.lede), notes: chapter.notes, blocks: chapter.blocks.map(blockData) })),
    roadmap: guide.steps,
    figures: chapters.flatMap(({ id, lede, blocks }) => [...lede, ...blocks.flatMap(inlinesIn)].flatMap((inline, index, all) => figureData(inline, all[index + 1], id))),
    pay: [...payRows.values()],
    charts: [...charts.values()],
    notes: [...notes.values()],
    sources, certifications, events, frameworks, terms, changes, resources,
  };
}

/** The words of a block, and what it refers to. */
function blockData(block: Block): object {
  switch (block.type) {
    case "paragraph":
      return { type: block.type, text: textOf(block.children) };
    case "heading":
      return { type: block.type, anchor: block.anchor, text: textOf(block.children) };
    case "list":
      return { type: block.type, ordered: block.ordered, items: block.items.map((item) => item.map(blockData)) };
    case "table":
      return { type: block.type, head: block.head.map(textOf), rows: block.rows.map((row) => row.map(textOf)) };
    case "aside":
      return { type: block.type, kind: block.kind, blocks: block.children.map(blockData) };
    case "records":
      return { type: block.type, ids: block.records.map(({ recordId }) => recordId) };
    case "certifications":
    case "events":
    case "frameworks":
      return { type: block.type, ids: block.entries.map(({ id }) => id) };
    default:
      return block;
  }
}

function inlinesIn(block: Block): Inline[] {
  if (block.type === "paragraph" || block.type === "heading") return block.children.flatMap(flat);
  if (block.type === "aside") return block.children.flatMap(inlinesIn);
  return block.type === "list" ? block.items.flat().flatMap(inlinesIn) : [];
}

const flat = (inline: Inline): Inline[] => ("children" in inline ? inline.children.flatMap(flat) : [inline]);

function figureData(inline: Inline, next: Inline | undefined, sectionId: string): object[] {
  if (inline.type !== "figure") return [];
  return [{ id: inline.figureId, value: inline.value, text: inline.text, section: sectionId, note: next?.type === "note" ? next.number : null }];
}
