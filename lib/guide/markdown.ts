import type { BlockContent, DefinitionContent, FootnoteDefinition, ListItem, Nodes, PhrasingContent, Root, RootContent, TableRow } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import type { Book } from "#lib/guide/book.ts";
import { describeStatus, describeTerms, describeVendor } from "#lib/guide/certification.ts";
import type { Chart, PayRow } from "#lib/guide/chart.ts";
import { formatDate, formatHours } from "#lib/guide/figure.ts";
import type { Item, Step } from "#lib/guide/guide.ts";
import { levelNames, nameLevel } from "#lib/guide/level.ts";
import { addressOf, termAnchor } from "#lib/guide/place.ts";
import type { Block, Inline } from "#lib/guide/prose.ts";
import { readingOf, readElsewhere } from "#lib/guide/resource.ts";
import type { ResourceContent, TermContent } from "#lib/guide/schema.ts";

// A whole guide as Markdown: the same tree as the pages', with footnotes for the sources. Links are absolute, since the file is read elsewhere.

type Flow = BlockContent | DefinitionContent;

export function markdownOf(book: Book, site: URL): string {
  const root: Root = {
    type: "root",
    children: [
      heading(1, book.head.title), paragraph(book.head.lede), paragraph(`Checked on ${formatDate(book.head.updated)}.`),
      ...book.chapters.flatMap((chapter): RootContent[] => [
        heading(2, chapter.title),
        { type: "paragraph", children: chapter.lede.flatMap(phrasing) },
        ...chapter.blocks.flatMap((block) => blockOf(block, book)),
      ]),
      ...footnotes(book),
    ],
  };
  resolveLinks(root, (href) => new URL(href.startsWith("#") ? addressOf(book, href.slice(1)) : href, site).href);
  return unified().use(remarkGfm).use(remarkStringify, { bullet: "-", rule: "-" }).stringify(root);
}

function resolveLinks(node: Nodes, resolve: (href: string) => string): void {
  if (node.type === "link") node.url = resolve(node.url);
  if ("children" in node) for (const child of node.children) resolveLinks(child, resolve);
}

function blockOf(block: Block, book: Book): Flow[] {
  switch (block.type) {
    case "paragraph":
      return [{ type: "paragraph", children: block.children.flatMap(phrasing) }];
    case "heading":
      return [{ type: "heading", depth: block.depth === 2 ? 3 : 4, children: block.children.flatMap(phrasing) }];
    case "list":
      return [list(block.items.map((item) => item.flatMap((inner) => blockOf(inner, book))), block.ordered)];
    case "table":
      return [table([block.head, ...block.rows].map((row) => row.map((cell) => cell.flatMap(phrasing))))];
    case "aside":
      return [{ type: "blockquote", children: [{ type: "paragraph", children: [strong(block.title)] }, ...block.children.flatMap((inner) => blockOf(inner, book))] }];
    case "chart":
      return chartOf(book.charts.get(block.chartId));
    case "records":
      return [payTable(block.records.flatMap(({ recordId }) => book.payRows.get(recordId) ?? []))];
    case "items":
      return [list(block.itemIds.map((id) => [{ type: "paragraph", children: [...words("On the roadmap: "), link(`#${id}`, titleOf(book, id))] }]))];
    case "resources":
      return [list(block.resourceIds.flatMap((id) => book.resources.filter((each) => each.id === id)).map(resourceLine))];
    case "certifications":
      return [table([["Certificate", "Vendor", "What it is now", "The exam", "Its form", "Note"].map(words), ...block.entries.flatMap(({ id, notes, terms }) =>
        book.certifications.filter((each) => each.id === id).map((found) => {
          const { status, successor } = describeStatus(found, book.certifications);
          return [
            [link(found.url, found.name)], words(describeVendor(found)), [...words(status + successor), ...notes.flatMap(phrasing)],
            [...words(describeTerms(found)), ...terms.flatMap(phrasing)], words(found.format ?? ""), words(found.note ?? ""),
          ];
        }))])];
    case "events":
      return [list(block.entries.flatMap(({ id, notes }) => book.events.filter((each) => each.id === id).map(({ name, url, held, alsoIn = [], note }): Flow[] => {
        const when = held ? `: ${[held, ...alsoIn].map(stay).join("; ")}` : ": dates not found when this was checked";
        return [{ type: "paragraph", children: [link(url, name), ...words(when), ...notes.flatMap(phrasing), ...words(note ? `. ${note}` : "")] }];
      })))];
    case "frameworks":
      return [table([["Framework", "For", "Version seen", "On", "Licence", "Governed by", "Note"].map(words), ...block.entries.flatMap(({ id, notes }) =>
        book.frameworks.filter((each) => each.id === id).map(({ name, role, version, licence, governance, note }) => [
          [...words(name), ...notes.flatMap(phrasing)], words(role), words(version?.number ?? ""), words(version ? formatDate(version.seen) : ""),
          words(licence ?? ""), words(governance ?? ""), words(note ?? ""),
        ]))])];
    case "terms":
      return [list(book.terms.map(({ names, means }) => [{ type: "paragraph", children: [strong(names[0] ?? ""), ...words(`: ${means}`)] }]))];
    case "resource-pages":
      return [list(readElsewhere(book.resources).map(({ name, host, url, dates }) => [{ type: "paragraph", children: [...words(`${name}: `), link(url, host), ...words(`, ${dates}`)] }]))];
    case "roadmap":
      return book.guide.steps.flatMap((step) => stepOf(step, book));
    case "sources":
      return [list(book.sources.map(({ label, dates, licence, caution, note, pages, supports }) => [{ type: "paragraph", children: [
        ...words(`${[label, dates, licence && `Licence ${licence}`].filter(Boolean).join(". ")}. ${[caution, note].flatMap((said) => (said ? [`${said} `] : [])).join("")}`),
        ...pages.flatMap(({ url, copy }, index): PhrasingContent[] => [
          ...words(index > 0 ? " and " : ""), link(url, url), ...(copy ? [...words(", read at "), link(copy, copy)] : []),
        ]),
        ...words(supports.length > 0 ? `. For: ${supports.join("; ")}` : ""),
      ] }]))];
  }
}

function stepOf(step: Step, book: Book): Flow[] {
  return [
    heading(3, `${step.number}. ${step.title}`), paragraph(step.summary), paragraph(`${formatHours(step.hours)} in all. ${step.effort}`),
    ...step.items.flatMap((item) => itemOf(item, book)),
    heading(4, "How well, in four levels"),
    table([["What is looked at", ...levelNames.map((_, level) => nameLevel(level))].map(words), ...step.dimensions.map(({ title, levels }) => [title, ...levels].map(words))]),
  ];
}

function itemOf(item: Item, { itemTerms }: Book): Flow[] {
  const terms = itemTerms.get(item.id) ?? [];
  return [
    heading(4, item.title), paragraph(`To show: ${item.shows}. ${formatHours(item.hours)}.`),
    list(item.criteria.map(({ text }) => [paragraph(text)])),
    ...(terms.length > 0 ? [termLine(terms)] : []),
    ...(item.resources.length > 0 ? [paragraph("To learn from:"), list(item.resources.map(resourceLine))] : []),
  ];
}

function termLine(terms: readonly TermContent[]): Flow {
  const links = terms.flatMap(({ id, names: [name = id] }, index) => [...words(index > 0 ? ", " : ""), link(`#${termAnchor(id)}`, name)]);
  return { type: "paragraph", children: [...words("Terms: "), ...links] };
}

type Offer = { name: string; url: string; kind: string } & { [fact in "cost" | "licence" | "note"]?: string | null | undefined } & { seen?: ResourceContent["seen"] | null };

function resourceLine({ name, url, kind, cost, licence, note, seen }: Offer): Flow[] {
  const facts = [kind, cost, licence, seen ? null : "not opened for this guide"].filter(Boolean).join(", ");
  const { elsewhere, dates } = readingOf({ url, seen });
  const read = elsewhere ? [...words(" As read at "), link(elsewhere.url, elsewhere.host), ...words(`, ${elsewhere.dates}.`)] : words(dates ? ` (${dates}.)` : "");
  return [{ type: "paragraph", children: [link(url, name), ...words(`, ${facts}.${note ? ` ${note}` : ""}`), ...read] }];
}

function chartOf(chart: Chart | undefined): Flow[] {
  if (!chart) return [];
  const rows = chart.kind === "pay" ? payTable(chart.rows) : table([
    ["Occupation", "Growth", "Years", "Place", "Jobs at the start", "Jobs added", "Jobs at the end", "Openings a year", "Usual entry", "Source"].map(words),
    ...chart.rows.map(({ label, detail, valueText, period, place, jobsStart, jobsAdded, jobsEnd, openings, entryEducation, note }) => [
      ...[[label, detail].filter(Boolean).join(", "), valueText, period, place, ...[jobsStart, jobsAdded, jobsEnd, openings, entryEducation].map((given) => given ?? "")].map(words),
      reference(note),
    ]),
  ]);
  return [{ type: "paragraph", children: [strong(chart.title), ...words(`. ${chart.says} ${chart.caption}`)] }, rows];
}

function payTable(rows: readonly PayRow[]): Flow {
  return table([
    ["Who", "Value", "10th percentile", "90th percentile", "Also given", "Place", "When", "What it counts", "Sample", "Caution", "Source"].map(words),
    ...rows.map((row) => [
      words([row.label, row.detail].filter(Boolean).join(", ")), words(row.valueText), words(row.lowText ?? ""), words(row.highText ?? ""), words(row.further.join("; ")),
      words(row.place), words(row.time), words(`${row.kind}, ${row.statistic}`), words(row.sample ?? ""), words(row.caution ?? ""), reference(row.note),
    ]),
  ]);
}

function phrasing(inline: Inline): PhrasingContent[] {
  switch (inline.type) {
    case "text":
      return words(inline.value);
    case "emphasis":
    case "strong":
      return [{ type: inline.type, children: inline.children.flatMap(phrasing) }];
    case "code":
      return [{ type: "inlineCode", value: inline.value }];
    case "link":
      return [{ type: "link", url: inline.href, children: inline.children.flatMap(phrasing) }];
    case "figure":
      return words(inline.text);
    case "term":
      return [link(`#${termAnchor(inline.termId)}`, inline.text)];
    case "item":
      return [link(`#${inline.itemId}`, inline.title)];
    case "note":
      return reference(inline.number);
  }
}

function stay({ start, end, place }: { start: string; end?: string | undefined; place: string }): string {
  return `${[...new Set([start, end ?? start])].map(formatDate).join(" to ")}, ${place}`;
}

function footnotes(book: Book): FootnoteDefinition[] {
  return [...book.notes.values()].map(({ number, source, measures, caution, dates, url }) => ({
    type: "footnoteDefinition", identifier: String(number), label: String(number),
    children: [{ type: "paragraph", children: [link(url, source), ...words(`. ${[measures && `${measures}.`, caution, `${dates}.`].filter(Boolean).join(" ")}`)] }],
  }));
}

const words = (value: string): PhrasingContent[] => (value === "" ? [] : [{ type: "text", value }]);
const link = (url: string, value: string): PhrasingContent => ({ type: "link", url, children: words(value) });
const strong = (value: string): PhrasingContent => ({ type: "strong", children: words(value) });
const reference = (number: number): PhrasingContent[] => [{ type: "footnoteReference", identifier: String(number), label: String(number) }];
const paragraph = (value: string): Flow => ({ type: "paragraph", children: words(value) });
const heading = (depth: 1 | 2 | 3 | 4, value: string): Flow => ({ type: "heading", depth, children: words(value) });

function table(rows: PhrasingContent[][][]): Flow {
  return { type: "table", children: rows.map((cells): TableRow => ({ type: "tableRow", children: cells.map((children) => ({ type: "tableCell", children })) })) };
}

function list(items: Flow[][], ordered = false): Flow {
  return { type: "list", ordered, spread: false, children: items.map((children): ListItem => ({ type: "listItem", spread: false, children })) };
}

function titleOf(book: Book, itemId: string): string {
  return book.guide.steps.flatMap(({ items }) => items).find(({ id }) => id === itemId)?.title ?? itemId;
}
