import type { Heading, Link, Nodes, Paragraph, PhrasingContent, Root, RootContent, Table } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { contentOf, findDirectiveProblems, findStrayMark, labelOf } from "#lib/guide/directive.ts";
import type { Figure } from "#lib/guide/figure.ts";
import { findLinkProblem } from "#lib/guide/link.ts";
import { findLooseNumber } from "#lib/guide/loose-number.ts";
import type { ListingName, Mention } from "#lib/guide/mention.ts";
import { chartAnchor, isPageAnchor, termAnchor } from "#lib/guide/place.ts";

/**
 * A section's Markdown as a small tree of our own: everything that is shown of the prose comes from it.
 * Directives: `:figure[record.part]`, `:source[id]`, `:item[id]`, `:anchor[id]` at the end of a heading,
 * `:term[words]`, `::chart[id]`, `::records[id id]`, `::items[id id]`, `::resources[id id]`, `::roadmap`, `::certifications`, `::events`,
 * `::frameworks`, `::terms`, `::sources`, `::resource-pages`, and the blocks `:::lede`, `:::takeaways`, `:::update[its title]`, `:::day`.
 */
export type Inline =
  | { type: "text"; value: string }
  | { type: "emphasis" | "strong"; children: Inline[] }
  | { type: "code"; value: string }
  | { type: "link"; href: string; children: Inline[] }
  | { type: "figure"; figureId: string; text: string; value: number | string }
  | NoteMark
  | { type: "item"; itemId: string; title: string }
  | { type: "term"; termId: string; text: string };

/** `first` is true where a chapter first uses the note: there its text stands in the margin. */
export type NoteMark = { type: "note"; number: number; first: boolean };

export type Block =
  | { type: "paragraph"; children: Inline[] }
  | { type: "heading"; depth: 2 | 3; anchor: string; children: Inline[] }
  | { type: "list"; ordered: boolean; items: Block[][] }
  | { type: "table"; head: Inline[][]; rows: Inline[][][] }
  | { type: "aside"; kind: AsideKind; title: string; children: Block[] }
  | { type: "chart"; chartId: string; notes: NoteMark[] }
  | { type: "records"; records: { recordId: string; notes: NoteMark[] }[] }
  | { type: "items"; itemIds: string[] }
  | { type: "resources"; resourceIds: string[] }
  /** Every record of a kind, each with its notes; an entry without a source has none. */
  | { type: ListingKind; entries: ListedEntry[] }
  | { type: ListingName };

export type AsideKind = "takeaways" | "update" | "day";
const asideTitles: Record<AsideKind, string> = { takeaways: "In short", update: "What is new", day: "A day of it" };
/** `terms` are the notes of what a certificate costs and how long it is valid. */
export type ListedEntry = { id: string; notes: NoteMark[]; terms: NoteMark[] };
type ListingKind = "certifications" | "events" | "frameworks";

/** `notes` are the numbers that the chapter uses, in the order of their first use. */
export type Chapter = { id: string; title: string; lede: Inline[]; blocks: Block[]; notes: number[] };

/** What prose may refer to. A note's number is given at its first use and stays the same in the whole guide. */
export type References = {
  getFigure(ref: string): Figure | null;
  /** Null when there is no such source. */
  numberSource(sourceId: string): number | null;
  numberFigure(figure: Figure): number | null;
  getItemTitle(itemId: string): string | null;
  /** By any of its names, in any case; null when no term has it. */
  getTermId(name: string): string | null;
  hasResource(resourceId: string): boolean;
  /** The sources of each record of a kind; `terms` are those of a certificate's price and validity. */
  listEntries(kind: ListingKind): { id: string; sources: readonly string[]; terms: readonly string[] }[];
  /** The notes of a chart's rows; null when there is no such chart. */
  numberChart(chartId: string): number[] | null;
  /** The notes of a record of pay; null when there is no such record. */
  numberRecord(recordId: string): number[] | null;
};

type Directive = Parameters<typeof findDirectiveProblems>[0];
type ContainerDirective = Extract<Directive, { type: "containerDirective" }>;

/** Who is told while a section is read; `field` is the line. */
type Reader = { report(field: string, message: string): void; mention(mention: Mention): void };

type Context = {
  references: References;
  shownNotes: Set<number>;
  report(message: string, node?: Nodes): void;
  checkDirective(node: Directive): void;
  /** That there must be such a place in the guide. */
  expectPlace(href: string, message: string, node: Nodes): void;
  mentionAnchor(anchor: string, node: Nodes): void;
  mentionListing(name: ListingName, node: Nodes): void;
};

const takesIds = new Set(["chart", "records", "items", "resources"]);
/** What lines may stand in a list or a block. Lists of the guide's records may not: searches and terms look for them in the section itself. */
const nested = new Set(["chart", "records", "items"]);
const asides = new Set<string>(["takeaways", "update", "day"] satisfies AsideKind[]);
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective);

export function parseChapter(
  id: string,
  markdown: string,
  references: References,
  { report, mention }: Reader,
): Chapter {
  const root: Root = parser.parse(markdown);
  const lineOf = (node?: Nodes) => `line ${node?.position?.start.line ?? 1}`;
  const context: Context = {
    references,
    shownNotes: new Set(),
    report: (message, node) => report(lineOf(node), message),
    checkDirective: (node) => findDirectiveProblems(node, markdown).forEach((problem) => report(lineOf(node), problem)),
    expectPlace: (href, message, node) => mention({ kind: "link", field: lineOf(node), href, message }),
    mentionAnchor: (anchor, node) => mention({ kind: "anchor", field: lineOf(node), anchor }),
    mentionListing: (name, node) => mention({ kind: "listing", field: lineOf(node), name }),
  };
  const [first, second, ...rest] = root.children;
  const title = readTitle(first, context);
  const hasLede = second?.type === "containerDirective" && second.name === "lede";
  if (!hasLede) context.report("the title must be followed by :::lede with one paragraph", second);
  const lede = hasLede ? readLede(second, context) : [];
  const body = hasLede || !second ? rest : [second, ...rest];
  const blocks = body.flatMap((node) => readBlock(node, context));
  if (blocks.length === 0) context.report("has nothing below its lede");
  return { id, title, lede, blocks, notes: [...context.shownNotes] };
}

function readTitle(node: RootContent | undefined, context: Context): string {
  if (node?.type !== "heading" || node.depth !== 1) {
    context.report("must begin with the section's title (# …)", node);
    return "";
  }
  return readPlainWords(node, "the section's title", context);
}

function readPlainWords(node: Heading | Paragraph, what: string, context: Context): string {
  const said = plainText(node.children);
  if (!said.trim() || node.children.some(({ type }) => type !== "text")) context.report(`${what} must be plain words`, node);
  refuseLooseWords(said, context, node);
  return said;
}

function readLede(node: ContainerDirective, context: Context): Inline[] {
  context.checkDirective(node);
  const [paragraph, ...more] = contentOf(node);
  if (paragraph?.type === "paragraph" && more.length === 0) return readParagraph(paragraph, context);
  context.report(":::lede must hold one paragraph and nothing else", node);
  return [];
}

/** `within` is what the block stands in: a heading and a listing belong to the section itself, and a block with ::: stands in no other. */
function readBlock(node: RootContent, context: Context, within: "section" | "list" | "block" = "section"): Block[] {
  switch (node.type) {
    case "paragraph":
      return [{ type: "paragraph", children: readParagraph(node, context) }];
    case "heading":
      if (within !== "section") context.report(`a heading may not stand in a ${within}`, node);
      return readHeading(node, context);
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered ?? false,
          items: node.children.map((item) => item.children.flatMap((child) => readBlock(child, context, within === "section" ? "list" : within))),
        },
      ];
    case "table":
      return [readTable(node, context)];
    case "leafDirective":
      context.checkDirective(node);
      if (within !== "section" && !nested.has(node.name)) context.report(`::${node.name} may not stand in a ${within}`, node);
      return readLeaf(node.name, words(node.children), context, node);
    case "containerDirective":
      if (within === "block") context.report(`:::${node.name} may not stand in another block`, node);
      return readAside(node, context);
    default:
      context.report(`${node.type} is not used in guides`, node);
      return [];
  }
}

function readAside(node: ContainerDirective, context: Context): Block[] {
  if (!asides.has(node.name)) {
    context.report(`unknown block :::${node.name}`, node);
    return [];
  }
  context.checkDirective(node);
  const children = contentOf(node).flatMap((child) => readBlock(child, context, "block"));
  if (children.length === 0) context.report(`:::${node.name} is empty`, node);
  const [kind, label] = [node.name as AsideKind, labelOf(node)];
  return [{ type: "aside", kind, title: label ? readPlainWords(label, `the label of :::${kind}`, context) : asideTitles[kind], children }];
}

function readHeading(node: Heading, context: Context): Block[] {
  const last = node.children.at(-1);
  const anchor = last?.type === "textDirective" && last.name === "anchor" ? plainText(last.children) : "";
  if (node.depth !== 2 && node.depth !== 3) context.report("headings below the title are ## or ###", node);
  if (!anchor) context.report("a heading needs a stable anchor: ## Title :anchor[its-id]", node);
  if (last?.type === "textDirective" && anchor) context.checkDirective(last);
  if (anchor && !isAnchor(anchor)) context.report(`an anchor is lower-case words joined by hyphens, and none that pages make themselves: ${anchor}`, node);
  const children = trimEnd(readInlines(anchor ? node.children.slice(0, -1) : node.children, context));
  if (children.length === 0) context.report("a heading needs words", node);
  context.mentionAnchor(anchor, node);
  return [{ type: "heading", depth: node.depth === 3 ? 3 : 2, anchor, children }];
}

function isAnchor(anchor: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(anchor) && !isPageAnchor(anchor);
}

/** In a cell there is no margin: its notes stand at the section's end alone. */
function readTable(node: Table, context: Context): Block {
  const readCell = (children: PhrasingContent[]) =>
    settleNotes(readInlines(children, context), context).map((inline) => (inline.type === "note" ? { ...inline, first: false } : inline));
  const rows = node.children.map((row) => row.children.map((cell) => readCell(cell.children)));
  const [head = [], ...body] = rows;
  return { type: "table", head, rows: body };
}

function readLeaf(name: string, ids: string[], context: Context, node: Nodes): Block[] {
  const { references } = context;
  if (ids.length === 0 && takesIds.has(name)) context.report(`::${name} names nothing`, node);
  ids.filter((id, index) => ids.indexOf(id) < index).forEach((id) => context.report(`::${name} names ${id} twice`, node));
  const missing = (what: string, id: string): [] => {
    context.report(`there is no ${what} ${id}`, node);
    return [];
  };
  switch (name) {
    case "chart":
      return ids.flatMap((chartId): Block[] => {
        const numbers = references.numberChart(chartId);
        context.mentionAnchor(chartAnchor(chartId), node);
        return numbers ? [{ type: "chart", chartId, notes: markNotes(numbers, context) }] : missing("chart", chartId);
      });
    case "records": {
      const records = ids.flatMap((recordId) => {
        const numbers = references.numberRecord(recordId);
        return numbers ? [{ recordId, notes: markNotes(numbers, context) }] : missing("record of pay", recordId);
      });
      return [{ type: "records", records }];
    }
    case "items":
      ids.forEach((id) => expectItem(id, `::items[${id}]`, context, node));
      return [{ type: "items", itemIds: ids.flatMap((id) => (references.getItemTitle(id) === null ? missing("item", id) : [id])) }];
    case "resources":
      return [{ type: "resources", resourceIds: ids.flatMap((id) => (references.hasResource(id) ? [id] : missing("resource", id))) }];
    case "certifications":
    case "events":
    case "frameworks": {
      // In a list there is no margin beside each line: the notes stand at the section's end alone.
      const marksOf = (sources: readonly string[]) =>
        markNotes(sources.flatMap((source) => references.numberSource(source) ?? []), context).map((note) => ({ ...note, first: false }));
      const entries = references.listEntries(name).map(({ id, sources, terms }) => ({ id, notes: marksOf(sources), terms: marksOf(terms) }));
      return [{ type: name, entries }];
    }
    case "roadmap":
    case "terms":
    case "sources":
    case "resource-pages":
      context.mentionListing(name, node);
      return [{ type: name }];
    default:
      context.report(`unknown directive ::${name}`, node);
      return [];
  }
}

function readParagraph(node: Paragraph, context: Context): Inline[] {
  return settleNotes(readInlines(node.children, context), context);
}

function readInlines(nodes: PhrasingContent[], context: Context): Inline[] {
  return nodes.flatMap((node) => readInline(node, context));
}

function readInline(node: PhrasingContent, context: Context): Inline[] {
  switch (node.type) {
    case "text":
      refuseLooseWords(node.value, context, node);
      return [{ type: "text", value: setType(node.value) }];
    case "emphasis":
    case "strong":
      return [{ type: node.type, children: readInlines(node.children, context) }];
    case "inlineCode":
      refuseLooseNumbers(node.value, context, node);
      return [{ type: "code", value: node.value }];
    case "link":
      return readLink(node, context);
    case "textDirective":
      context.checkDirective(node);
      return readTextDirective(node.name, plainText(node.children), context, node);
    default:
      context.report(`${node.type} is not used in guides`, node);
      return [];
  }
}

function readLink(node: Link, context: Context): Inline[] {
  const problem = findLinkProblem(node.url);
  if (problem) {
    context.report(`${problem}: ${node.url}`, node);
    return [];
  }
  context.expectPlace(node.url, `there is no place ${node.url}`, node);
  return [{ type: "link", href: node.url, children: readInlines(node.children, context) }];
}

/** An item that there is stands where the roadmap does. */
function expectItem(itemId: string, mark: string, context: Context, node: Nodes): void {
  if (context.references.getItemTitle(itemId) !== null) context.expectPlace(`#${itemId}`, `${mark} leads nowhere: no section has ::roadmap`, node);
}

function readTextDirective(name: string, target: string, context: Context, node: Nodes): Inline[] {
  const missing = (what: string): Inline[] => {
    context.report(what, node);
    return [];
  };
  if (name === "figure") {
    const figure = context.references.getFigure(target);
    if (!figure) return missing(`there is no figure ${target}`);
    const number = context.references.numberFigure(figure);
    if (number === null) return missing(`figure ${target} has no source`);
    return [
      { type: "figure", figureId: figure.id, text: figure.text, value: figure.value },
      { type: "note", number, first: false },
    ];
  }
  if (name === "source") {
    const number = context.references.numberSource(target);
    return number === null ? missing(`there is no source ${target}`) : [{ type: "note", number, first: false }];
  }
  if (name === "item") {
    expectItem(target, `:item[${target}]`, context, node);
    const title = context.references.getItemTitle(target);
    return title === null ? missing(`there is no item ${target}`) : [{ type: "item", itemId: target, title }];
  }
  if (name === "term") {
    const termId = context.references.getTermId(target);
    if (termId === null) return missing(`there is no term ${target}`);
    context.expectPlace(`#${termAnchor(termId)}`, `:term[${target}] leads nowhere: no section has ::terms`, node);
    return [{ type: "term", termId, text: target }];
  }
  return missing(`unknown directive :${name}`);
}

function refuseLooseWords(text: string, context: Context, node: Nodes): void {
  refuseLooseNumbers(text, context, node);
  const mark = findStrayMark(text);
  if (mark) context.report(`"${mark}" was not understood: a directive is :name[…], ::name or :::name, and the last two begin a line`, node);
}

function refuseLooseNumbers(text: string, context: Context, node: Nodes): void {
  const found = findLooseNumber(text);
  if (found) context.report(`"${found}" is a number without a source: write it as :figure[…]`, node);
}

/** Line ends are spaces, and an apostrophe is the one that belongs to letters. Whoever quotes writes the marks themselves. */
function setType(text: string): string {
  return text.replaceAll("\n", " ").replace(/(?<=\p{L})'/gu, "’");
}

/** Each note once in a block, after its last figure there, and behind the punctuation that follows it. */
function settleNotes(inlines: Inline[], context: Context): Inline[] {
  const lastUse = new Map<number, number>();
  inlines.forEach((inline, index) => inline.type === "note" && lastUse.set(inline.number, index));
  const kept = inlines.filter((inline, index) => inline.type !== "note" || lastUse.get(inline.number) === index);
  const settled: Inline[] = [];
  let waiting: Inline[] = [];
  for (const inline of kept) {
    if (inline.type === "note") {
      waiting.push(...markNotes([inline.number], context));
      continue;
    }
    const punctuation = inline.type === "text" && waiting.length > 0 ? (/^[.,;:)?!]+/.exec(inline.value)?.[0] ?? "") : "";
    if (punctuation) settled.push({ type: "text", value: punctuation });
    settled.push(...waiting);
    waiting = [];
    const rest = inline.type === "text" ? { ...inline, value: inline.value.slice(punctuation.length) } : inline;
    if (rest.type !== "text" || rest.value) settled.push(rest);
  }
  return [...settled, ...waiting];
}

function markNotes(numbers: number[], { shownNotes }: Context): NoteMark[] {
  return numbers.map((number) => {
    const first = !shownNotes.has(number);
    shownNotes.add(number);
    return { type: "note", number, first };
  });
}

function trimEnd(inlines: Inline[]): Inline[] {
  const last = inlines.at(-1);
  if (last?.type !== "text") return inlines;
  const value = last.value.trimEnd();
  return value ? [...inlines.slice(0, -1), { ...last, value }] : inlines.slice(0, -1);
}

function words(nodes: PhrasingContent[]): string[] {
  return plainText(nodes).split(/\s+/).filter(Boolean);
}

function plainText(nodes: readonly Nodes[]): string {
  return nodes.map((node) => ("value" in node ? node.value : "children" in node ? plainText(node.children) : "")).join("");
}
