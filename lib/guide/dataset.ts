import type { Book } from "#lib/guide/book.ts";
import type { Step } from "#lib/guide/guide.ts";
import { addressOf, inlinesOf, textOf } from "#lib/guide/place.ts";
import type { Block, Chapter, Inline } from "#lib/guide/prose.ts";
import type { Dataset, GuideContent } from "#lib/guide/schema.ts";

/** A whole guide as data, for other programs; `datasetShape` says what each part means. */
export function datasetOf(book: Book, content: GuideContent, site: URL): Dataset {
  const { sections: _, ...head } = book.head;
  const at = (anchor: string) => new URL(addressOf(book, anchor), site).href;
  const { resources, sources, pay, growth, measures, charts, certifications, events, frameworks, terms, changes } = content;
  return {
    version: 2,
    guide: { ...head, address: new URL(`/guide/${head.slug}`, site).href },
    sections: book.chapters.map((chapter) => ({ ...sectionData(chapter), address: at(chapter.id) })),
    roadmap: book.guide.steps.map((step) => stepData(step, at)),
    figures: figuresIn(book.chapters),
    notes: [...book.notes.values()].map(({ number, sourceId, measures: what, caution, dates }) => ({ number, source: sourceId, measures: what, caution, dates })),
    resources, sources, pay, growth, measures, charts, certifications, events, frameworks, terms, changes,
  };
}

function sectionData({ id, title, lede, notes, blocks }: Chapter) {
  return { id, title, lede: textOf(lede), notes, blocks: blocks.map(blockData) };
}

function stepData({ items, dimensions, ...step }: Step, at: (anchor: string) => string): Dataset["roadmap"][number] {
  return {
    ...step,
    items: items.map((item) => ({ ...item, address: at(item.id), criteria: [...item.criteria], resources: item.resources.map(({ id }) => id) })),
    dimensions: dimensions.map((dimension) => ({ ...dimension, levels: [...dimension.levels] })),
  };
}

function blockData(block: Block): Dataset["sections"][number]["blocks"][number] {
  switch (block.type) {
    case "paragraph":
      return { type: block.type, text: textOf(block.children), notes: block.children.flatMap((inline) => (inline.type === "note" ? [inline.number] : [])) };
    case "heading":
      return { type: block.type, depth: block.depth, anchor: block.anchor, text: textOf(block.children) };
    case "list":
      return { type: block.type, ordered: block.ordered, items: block.items.map((item) => item.map(blockData)) };
    case "table":
      return { type: block.type, head: block.head.map(textOf), rows: block.rows.map((row) => row.map(textOf)) };
    case "aside":
      return { type: block.type, kind: block.kind, title: block.title, blocks: block.children.map(blockData) };
    case "chart":
      return { type: block.type, ids: [block.chartId] };
    case "records":
      return { type: block.type, ids: block.records.map(({ recordId }) => recordId) };
    case "items":
      return { type: block.type, ids: block.itemIds };
    case "resources":
      return { type: block.type, ids: block.resourceIds };
    case "certifications":
    case "events":
    case "frameworks":
      return { type: block.type, ids: block.entries.map(({ id }) => id) };
    case "roadmap":
    case "terms":
    case "sources":
    case "resource-pages":
      return { type: block.type };
  }
}

/** The numbers of the text, each once, with the sections that it stands in. */
function figuresIn(chapters: readonly Chapter[]): Dataset["figures"] {
  const figures = new Map<string, Dataset["figures"][number]>();
  for (const { id: sectionId, lede, blocks } of chapters) {
    for (const inline of [...lede, ...blocks.flatMap(inlinesOf)].flatMap(flat)) {
      if (inline.type !== "figure") continue;
      const { figureId: id, value, text } = inline;
      const known = figures.get(id) ?? { id, value, text, sections: [] };
      if (!known.sections.includes(sectionId)) known.sections.push(sectionId);
      figures.set(id, known);
    }
  }
  return [...figures.values()];
}

function flat(inline: Inline): Inline[] {
  return "children" in inline ? inline.children.flatMap(flat) : [inline];
}
