import { statusSources, termsSources } from "#lib/guide/certification.ts";
import { buildChart, type Chart, type PayRow, payRow } from "#lib/guide/chart.ts";
import { dateSource, type Figure, indexFigures, nameSource, nameSpeaker } from "#lib/guide/figure.ts";
import type { Guide } from "#lib/guide/guide.ts";
import { makeLibrary } from "#lib/guide/library.ts";
import { findListingProblems, findLostLinks, type Mentions } from "#lib/guide/mention.ts";
import { everyBlock, findPlaceProblems, inlinesOf, mapPlaces } from "#lib/guide/place.ts";
import type { Problem } from "#lib/guide/problem.ts";
import { type Block, type Chapter, type Inline, parseChapter, type References } from "#lib/guide/prose.ts";
import type { GuideContent, GuideHead, SourceContent, TermContent } from "#lib/guide/schema.ts";
import { listSupports } from "#lib/guide/support.ts";
import { findTerms } from "#lib/guide/term.ts";

/**
 * A numbered note: which source says what, of which year, and what to know of it. `speaker` is the source without the title of its page;
 * `measures` is "" where a source is named without a figure.
 */
export type Note = { number: number; sourceId: string; source: string; speaker: string; measures: string; caution: string; dates: string; url: string };

/** `supports` says what rests on the source: what its figures measure, and the records that name it. `usedIn` are the sections with its notes. */
export type BookSource = SourceContent & { label: string; dates: string; notes: number[]; supports: string[]; usedIn: string[] };

/** A whole guide as it is read: everything resolved, in the order of the page; terms stand by the alphabet. */
export type Book = {
  head: GuideHead;
  guide: Guide;
  chapters: Chapter[];
  /** The sections that use a term, by the term's id. */
  termUses: ReadonlyMap<string, string[]>;
  /** The terms that an item's title and criteria name, by the item's id. */
  itemTerms: ReadonlyMap<string, TermContent[]>;
  /** Where each anchor of the guide stands: the section's id by the anchor. */
  places: ReadonlyMap<string, string>;
  charts: ReadonlyMap<string, Chart>;
  payRows: ReadonlyMap<string, PayRow>;
  notes: ReadonlyMap<number, Note>;
  sources: BookSource[];
} & Pick<GuideContent, "certifications" | "events" | "frameworks" | "terms" | "synonyms" | "changes" | "resources">;

/** `prose` is the Markdown by section, `slugs` are of all guides. What does not fit together is reported, and left out of the book. */
export function assembleBook(content: GuideContent, { prose, slugs }: { prose: Readonly<Record<string, string>>; slugs: readonly string[] }, report: (problem: Problem) => void): Book {
  const library = makeLibrary([content]);
  const guide = library.listGuides()[0];
  if (!guide) throw new Error("a library of one content has one guide");
  const notebook = makeNotebook(content.sources);
  const figures = indexFigures(content);
  const termIds = new Map(content.terms.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)));
  const resourceIds = new Set(content.resources.map(({ id }) => id));
  const numberRecord = (recordId: string): number | null => {
    const figure = firstFigure(recordId, figures);
    return figure && notebook.numberFigure(figure);
  };
  const references: References = {
    getFigure: figures.getFigure,
    numberSource: notebook.numberSource,
    numberFigure: notebook.numberFigure,
    getTermId: (name) => termIds.get(name.toLowerCase()) ?? null,
    hasResource: (resourceId) => resourceIds.has(resourceId),
    listEntries: (kind) => kind === "certifications"
      ? content.certifications.map((each) => ({ id: each.id, sources: statusSources(each), terms: termsSources(each) }))
      : content[kind].map(({ id, source }) => ({ id, sources: source === undefined ? [] : [source], terms: [] })),
    getItemTitle: (itemId) => library.getItem(itemId)?.item.title ?? null,
    numberChart: (chartId) => {
      const chart = content.charts.find(({ id }) => id === chartId);
      return chart ? unique(chart.rows.flatMap((row) => numberRecord(row.figure) ?? [])).sort((one, other) => one - other) : null;
    },
    numberRecord: (recordId) => {
      const number = content.pay.some(({ id }) => id === recordId) ? numberRecord(recordId) : null;
      return number === null ? null : [number];
    },
  };
  const mentions: Mentions[number][] = [];
  const chapters = content.guide.sections.map((id) => parseChapter(id, prose[id] ?? "", references, {
    report: (field, message) => report({ file: `${id}.md`, field, message }),
    mention: (mention) => mentions.push({ ...mention, section: id }),
  }));
  const places = mapPlaces(chapters, guide, content);
  const problems = [...findPlaceProblems(chapters, guide, content, mentions), ...findLostLinks(mentions, { head: content.guide, chapters, places }, slugs), ...findListingProblems(mentions, content)];
  problems.forEach(report);
  const { certifications, events, frameworks, synonyms, changes, resources } = content;
  const terms = content.terms.toSorted((one, other) => (one.names[0] ?? "").localeCompare(other.names[0] ?? "", "en"));
  const note = (recordId: string) => numberRecord(recordId) ?? 0;
  const blocks = chapters.flatMap(everyBlock);
  const listed = new Set(blocks.flatMap(recordsIn));
  const shown = new Set(blocks.flatMap(chartsIn));
  const itemTerms = new Map(guide.steps.flatMap(({ items }) => items.map(({ id, title, criteria }) =>
    [id, findTerms([title, ...criteria.map(({ text }) => text)].join(". "), terms)] as const)));
  const onRoadmap = new Set([...itemTerms.values()].flat().map(({ id }) => id));
  return {
    head: content.guide,
    guide,
    chapters,
    places,
    termUses: new Map(content.terms.map(({ id }) => [id, chapters.filter((chapter) => usesTerm(chapter, id) || (holdsRoadmap(chapter) && onRoadmap.has(id))).map((chapter) => chapter.id)])),
    itemTerms,
    certifications, events, frameworks, terms, synonyms, changes, resources,
    charts: new Map(content.charts.filter(({ id }) => shown.has(id)).map((chart) => [chart.id, buildChart(chart, content, note)])),
    payRows: new Map(content.pay.filter(({ id }) => listed.has(id)).map((pay) => [pay.id, payRow(pay, { label: pay.role, detail: pay.level, note: note(pay.id), sources: content.sources })])),
    ...notebook.close(content, chapters),
  };
}

function usesTerm({ lede, blocks }: Chapter, termId: string): boolean {
  const isUse = (inline: Inline): boolean => (inline.type === "term" ? inline.termId === termId : "children" in inline && inline.children.some(isUse));
  return [...lede, ...blocks.flatMap(inlinesOf)].some(isUse);
}

function holdsRoadmap({ blocks }: Chapter): boolean {
  return blocks.some(({ type }) => type === "roadmap");
}

/** Only what is shown gets a note, so only that is looked up. */
function recordsIn(block: Block): string[] {
  return block.type === "records" ? block.records.map(({ recordId }) => recordId) : [];
}

function chartsIn(block: Block): string[] {
  return block.type === "chart" ? [block.chartId] : [];
}

/** Any part will do: all parts of a record have one source and one description. */
function firstFigure(recordId: string, figures: ReturnType<typeof indexFigures>): Figure | null {
  return figures.getFigure(recordId) ?? figures.getFigure(`${recordId}.low`);
}

/** Gives what a page of a source says of one thing one number, in the order of first use. What needs a caution of its own has a note of its own. */
function makeNotebook(sources: readonly SourceContent[]) {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const notes = new Map<string, Note>();
  const number = (sourceId: string, { measures, caution, page }: Pick<Figure, "measures" | "caution" | "page">): number | null => {
    const source = byId.get(sourceId);
    if (!source) return null;
    const { url = "", copy } = source.pages.find((each) => each.url === page) ?? source.pages[0] ?? {};
    const key = [sourceId, measures, caution, url].join("|");
    const known = notes.get(key);
    if (known) return known.number;
    const note = { number: notes.size + 1, sourceId, source: nameSource(source), speaker: nameSpeaker(source), measures, caution: sayOnce([caution, source.caution]), dates: dateSource(source, copy), url };
    notes.set(key, note);
    return note.number;
  };
  return {
    numberSource: (sourceId: string) => number(sourceId, { measures: "", caution: null, page: null }),
    numberFigure: (figure: Figure) => number(figure.sourceId, figure),
    close: (content: GuideContent, chapters: readonly Chapter[]) => {
      const all = [...notes.values()];
      const used = sources.map((source) => ({
        ...source,
        label: nameSource(source),
        dates: dateSource(source),
        notes: all.filter((note) => note.sourceId === source.id).map((note) => note.number),
        supports: listSupports(source.id, content),
      }));
      return {
        notes: new Map(all.map((note) => [note.number, note])),
        sources: used
          .filter((source) => source.notes.length > 0)
          .map((source) => ({ ...source, usedIn: chapters.filter(({ notes: shown }) => source.notes.some((each) => shown.includes(each))).map(({ id }) => id) }))
          .sort((one, other) => (one.notes[0] ?? 0) - (other.notes[0] ?? 0)),
      };
    },
  };
}

function sayOnce(words: readonly (string | null | undefined)[]): string {
  return [...new Set(words)].filter(Boolean).join(" ");
}

function unique(numbers: number[]): number[] {
  return [...new Set(numbers)];
}
