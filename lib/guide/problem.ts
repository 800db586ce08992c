import { assembleBook, type Book } from "#lib/guide/book.ts";
import { findEditionProblems } from "#lib/guide/edition.ts";
import { findLooseNumber } from "#lib/guide/prose.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

export type Problem = { file: string; field: string; message: string };

/** The prose by section. */
export type Prose = Readonly<Record<string, string>>;

/** Either the whole guide, or every problem that was found. The content has its shape already: what is checked is how it fits together. */
export function checkGuide(content: GuideContent, prose: Prose): { book: Book; problems: [] } | { book: null; problems: Problem[] } {
  const problems = [...findDuplicates(content), ...findDangling(content), ...findMisplaced(content), ...findUnseen(content), ...findUnlisted(content, prose)];
  const items = content.roadmap.steps.flatMap((step) => step.items);
  problems.push(...findEditionProblems(items, content.editions).map((problem) => ({ file: "editions.ts", ...problem })));
  const book = assembleBook(content, prose, (section, field, message) => problems.push({ file: `${section}.md`, field, message }));
  problems.push(...findLostSynonyms(content, book));
  return problems.length > 0 ? { book: null, problems } : { book, problems: [] };
}

/** What a failing build prints: one line a problem, with file and field. */
export function describeProblems(folder: string, problems: readonly Problem[]): string {
  const lines = problems.map(({ file, field, message }) => `  ${folder}/${file}: ${field}: ${message}`);
  return [`The guide's content has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}:`, ...lines].join("\n");
}

/** A problem of shape, from where it was found: the first key is the file. */
export function shapeProblem([key, ...rest]: readonly PropertyKey[], message: string): Problem {
  const field = rest.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return { file: key === undefined ? "content.ts" : `${String(key)}.ts`, field: field.replace(/^\./, "") || "all of it", message };
}

type Named = { file: string; field: string; id: string };

function findDuplicates(content: GuideContent): Problem[] {
  const named = (file: string, list: readonly { id: string }[]): Named[] => list.map(({ id }, index) => ({ file, field: `[${index}].id`, id }));
  const steps = content.roadmap.steps;
  const places = steps.flatMap((step): Named[] => [
    { file: "roadmap.ts", field: step.id, id: step.id },
    ...step.dimensions.map(({ id }) => ({ file: "roadmap.ts", field: `${step.id}.dimensions`, id: `${step.id}.rubric.${id}` })),
    ...step.items.map(({ id }) => ({ file: "roadmap.ts", field: id, id })),
    ...step.items.flatMap((item) =>
      item.criteria.map(({ id }) => ({ file: "roadmap.ts", field: `${item.id}.criteria`, id: `${item.id}.${id}` })),
    ),
  ]);
  const figures = [...named("pay.ts", content.pay), ...named("growth.ts", content.growth), ...named("measures.ts", content.measures)];
  const sections = content.guide.sections.map((id, index) => ({ file: "guide.ts", field: `sections[${index}]`, id }));
  const lists = (["resources", "sources", "charts", "certifications", "events", "frameworks", "terms", "changes"] as const)
    .map((list) => named(`${list}.ts`, content[list]));
  const termNames = content.terms.flatMap(({ names }, index) => names.map((name) => ({ file: "terms.ts", field: `[${index}].names`, id: name.toLowerCase() })));
  const synonyms = content.synonyms.map(({ place }, index) => ({ file: "synonyms.ts", field: `[${index}].place`, id: place }));
  return [places, figures, sections, termNames, synonyms, ...lists].flatMap(repeated);
}

function repeated(names: readonly Named[]): Problem[] {
  const seen = new Set<string>();
  return names.flatMap(({ file, field, id }) => {
    const known = seen.has(id);
    seen.add(id);
    return known ? [{ file, field, message: `duplicate id ${id}` }] : [];
  });
}

function findDangling(content: GuideContent): Problem[] {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [resources, sources, pay, growth] = [ids(content.resources), ids(content.sources), ids(content.pay), ids(content.growth)];
  const items = content.roadmap.steps.flatMap((step) => step.items);
  const missingResources = items.flatMap((item) =>
    item.resources
      .filter((id) => !resources.has(id))
      .map((id) => ({ file: "roadmap.ts", field: `${item.id}.resources`, message: `there is no resource ${id}` })),
  );
  const missingSources = (file: string, list: readonly { id: string; source?: string | undefined }[]) =>
    list
      .filter(({ source }) => source !== undefined && !sources.has(source))
      .map(({ id, source }) => ({ file, field: `${id}.source`, message: `there is no source ${source}` }));
  const pages = new Map(content.sources.map((source) => [source.id, source.pages.map(({ url }) => url)]));
  const missingPages = (file: string, list: readonly { id: string; source: string; page?: string | undefined }[]) =>
    list
      .filter(({ source, page }) => page !== undefined && pages.get(source)?.includes(page) === false)
      .map(({ id, source, page }) => ({ file, field: `${id}.page`, message: `${source} has no page ${page}` }));
  const missingRows = content.charts.flatMap((chart) =>
    chart.rows
      .filter(({ figure }) => !(chart.kind === "pay" ? pay : growth).has(figure))
      .map(({ figure }) => ({ file: "charts.ts", field: `${chart.id}.rows`, message: `there is no record of ${chart.kind} ${figure}` })),
  );
  const certifications = ids(content.certifications);
  const missingSuccessors = content.certifications
    .filter(({ id, replacedBy }) => replacedBy !== undefined && (replacedBy === id || !certifications.has(replacedBy)))
    .map(({ id, replacedBy }) => ({ file: "certifications.ts", field: `${id}.replacedBy`, message: `there is no other certification ${replacedBy}` }));
  const unsourced = content.events
    .filter(({ held, alsoIn, note, source }) => source === undefined && Boolean(held ?? alsoIn ?? note))
    .map(({ id }) => ({ file: "events.ts", field: `${id}.source`, message: "what is said of it needs a source" }));
  return [
    ...missingSuccessors,
    ...unsourced,
    ...missingSources("certifications.ts", content.certifications),
    ...(["statusSource", "priceSource", "validitySource"] as const).flatMap((field) => content.certifications
      .filter((each) => each[field] !== undefined && !sources.has(each[field]))
      .map((each) => ({ file: "certifications.ts", field: `${each.id}.${field}`, message: `there is no source ${each[field]}` }))),
    ...missingSources("events.ts", content.events),
    ...missingSources("frameworks.ts", content.frameworks),
    ...missingResources,
    ...missingSources("pay.ts", content.pay),
    ...missingSources("growth.ts", content.growth),
    ...missingSources("measures.ts", content.measures),
    ...missingPages("pay.ts", content.pay),
    ...missingPages("growth.ts", content.growth),
    ...missingRows,
  ];
}

/** Ids carry where they belong; one axis carries one currency and one period; a record of pay has a number; changes go back in time. */
function findMisplaced(content: GuideContent): Problem[] {
  const strays = content.roadmap.steps.flatMap((step) => [
    ...(step.id.startsWith(`${content.guide.id}.`) ? [] : [{ file: "roadmap.ts", field: step.id, message: `must begin with ${content.guide.id}.` }]),
    ...step.items
      .filter((item) => !item.id.startsWith(`${step.id}.`))
      .map((item) => ({ file: "roadmap.ts", field: item.id, message: `must begin with ${step.id}.` })),
  ]);
  const mixed = content.charts.flatMap((chart) => {
    const axes = chart.rows.flatMap(({ figure }) => content.pay.filter(({ id }) => id === figure).map(({ currency, per }) => `${currency} per ${per}`));
    const kinds = new Set(axes);
    return kinds.size > 1 ? [{ file: "charts.ts", field: chart.id, message: `mixes ${[...kinds].join(" and ")} on one axis` }] : [];
  });
  const loose = content.charts.flatMap((chart) =>
    [chart.title, chart.says, chart.caption, ...chart.rows.flatMap((row) => [row.label, row.detail ?? ""])].flatMap((words) => {
      const number = findLooseNumber(words.replace(/\b\d0th\b/g, ""));
      return number ? [{ file: "charts.ts", field: chart.id, message: `"${number}" is a number without a source` }] : [];
    }),
  );
  const empty = content.pay
    .filter(({ value, low, high }) => value === undefined && (low === undefined || high === undefined))
    .map(({ id }) => ({ file: "pay.ts", field: id, message: "needs a value, or both low and high" }));
  const counted = content.terms.flatMap(({ id, means }) => {
    const number = findLooseNumber(means);
    return number ? [{ file: "terms.ts", field: id, message: `"${number}" is a number without a source` }] : [];
  });
  const disordered = content.changes.flatMap(({ id, day }, index) =>
    day > (content.changes[index - 1]?.day ?? day) ? [{ file: "changes.ts", field: `${id}.day`, message: "is later than the one above it: the newest stands first" }] : []);
  return [...strays, ...mixed, ...loose, ...empty, ...counted, ...disordered];
}

/**
 * What lies elsewhere is described with its own numbers, which have no record: they need somebody who has looked. Notes of certificates, events and
 * frameworks have a source by their shape. The hours of a step and what they rest on are this guide's own estimate, so no source can be asked of them.
 */
function findUnseen({ resources, sources }: GuideContent): Problem[] {
  const find = (file: string, id: string, said: Record<string, string | undefined>): Problem[] =>
    Object.entries(said).flatMap(([field, words = ""]) => {
      const number = findLooseNumber(words);
      return number ? [{ file, field: `${id}.${field}`, message: `"${number}" is a number that nobody has seen: say in \`${file === "sources.ts" ? "checked" : "seen"}\` when and where it was` }] : [];
    });
  return [
    ...resources.filter(({ seen }) => seen === undefined).flatMap(({ id, cost, note }) => find("resources.ts", id, { cost, note })),
    ...sources.filter(({ checked }) => checked === null).flatMap(({ id, caution, note }) => find("sources.ts", id, { caution, note })),
  ];
}

function findLostSynonyms({ synonyms }: GuideContent, { places }: Book): Problem[] {
  return synonyms.flatMap(({ place }, index) => (places.has(place) ? [] : [{ file: "synonyms.ts", field: `[${index}].place`, message: `there is no place ${place}` }]));
}

function findUnlisted(content: GuideContent, prose: Prose): Problem[] {
  const { sections } = content.guide;
  const absent = sections
    .map((id, index) => ({ id, index }))
    .filter(({ id }) => prose[id] === undefined)
    .map(({ id, index }) => ({ file: "guide.ts", field: `sections[${index}]`, message: `there is no ${id}.md` }));
  const extra = Object.keys(prose)
    .filter((id) => !sections.includes(id))
    .map((id) => ({ file: `${id}.md`, field: "all of it", message: "is not among the sections of guide.ts" }));
  return [...absent, ...extra];
}
