import type { Guide } from "#lib/guide/guide.ts";
import type { Mentions } from "#lib/guide/mention.ts";
import type { Problem } from "#lib/guide/problem.ts";
import type { Block, Chapter, Inline } from "#lib/guide/prose.ts";
import type { GuideContent, GuideHead } from "#lib/guide/schema.ts";

// An anchor is unique in the whole guide: a section's page and the page that holds everything can both have it.

type Terms = Pick<GuideContent, "terms">;
type Sections = { head: Pick<GuideHead, "slug">; chapters: readonly Pick<Chapter, "id">[] };

/** The section of each anchor: sections themselves, headings, charts, steps, items, terms. */
export function mapPlaces(chapters: readonly Chapter[], guide: Guide, content: Terms): Map<string, string> {
  return new Map(chapters.flatMap((chapter) => anchorsOf(chapter, guide, content).map((anchor) => [anchor, chapter.id] as const)));
}

/** Anchors that stand twice, with the line of the last one where they are of a heading or a chart. */
export function findPlaceProblems(chapters: readonly Chapter[], guide: Guide, content: Terms, mentions: Mentions): Problem[] {
  // The front page opens each section under this name.
  const seen = new Set(chapters.map(({ id }) => `in-${id}`));
  const lineOf = (section: string, anchor: string) => mentions.findLast((each) => each.kind === "anchor" && each.section === section && each.anchor === anchor)?.field;
  return chapters.flatMap((chapter) => anchorsOf(chapter, guide, content).flatMap((anchor) => {
    const known = seen.has(anchor);
    seen.add(anchor);
    return known ? [{ file: `${chapter.id}.md`, field: lineOf(chapter.id, anchor) ?? "anchors", message: `duplicate anchor ${anchor}` }] : [];
  }));
}

/** The page of a section. The first section is the guide's front page. */
export function sectionHref({ head, chapters }: Sections, sectionId: string): string {
  return sectionId === chapters[0]?.id ? `/guide/${head.slug}` : `/guide/${head.slug}/${sectionId}`;
}

/** Where an anchor of the guide is found; what is no anchor leads to the front page. */
export function addressOf(book: Sections & { places: ReadonlyMap<string, string> }, anchor: string): string {
  const sectionId = book.places.get(anchor) ?? book.chapters[0]?.id ?? "";
  return anchor === sectionId ? sectionHref(book, sectionId) : `${sectionHref(book, sectionId)}#${anchor}`;
}

export const termAnchor = (termId: string): string => `term-${termId}`;
export const chartAnchor = (chartId: string): string => `chart-${chartId}`;

/** The ids that the pages give of themselves, whatever their sections are: their frame, their notes and sources. */
export function isPageAnchor(anchor: string): boolean {
  return anchor === "main" || anchor === "in-this-guide" || /^(note|source)-/.test(anchor);
}

function anchorsOf(chapter: Chapter, guide: Guide, { terms }: Terms): string[] {
  return [chapter.id, ...everyBlock(chapter).flatMap((block): string[] => {
    if (block.type === "heading") return [block.anchor];
    if (block.type === "chart") return [chartAnchor(block.chartId)];
    if (block.type === "roadmap") return guide.steps.flatMap((step) => [step.id, ...step.items.map(({ id }) => id)]);
    return block.type === "terms" ? terms.map(({ id }) => termAnchor(id)) : [];
  })];
}

/** A chapter's blocks in reading order, with those that stand inside of others. */
export function everyBlock({ blocks }: Pick<Chapter, "blocks">): Block[] {
  return blocks.flatMap(withInner);
}

function withInner(block: Block): Block[] {
  const inner = block.type === "aside" ? block.children : block.type === "list" ? block.items.flat() : [];
  return [block, ...inner.flatMap(withInner)];
}

/** The words of a block, with those inside of it. */
export function inlinesOf(block: Block): Inline[] {
  return withInner(block).flatMap((each) => {
    if (each.type === "paragraph" || each.type === "heading") return each.children;
    return each.type === "table" ? [...each.head.flat(), ...each.rows.flat(2)] : [];
  });
}

/** The words alone. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => {
    if ("children" in inline) return textOf(inline.children);
    if (inline.type === "note") return "";
    return inline.type === "item" ? inline.title : "text" in inline ? inline.text : inline.value;
  }).join("");
}
