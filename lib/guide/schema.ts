import { z } from "zod";
import { isCurrency } from "#lib/guide/currency.ts";
import { isPageAnchor } from "#lib/guide/place.ts";

/**
 * The shape of a guide's content files, and the only description of it: a key that is unknown here is refused by the build.
 * Ids of criteria and dimensions are short in the files and become full ids (`<item>.<criterion>`) in the tree.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const partName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "must be one word in camel case");
const dottedId = z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$/, "must look like mle.foundations.pca");
// Refused and not trimmed: the guide is made of the files as they stand.
const text = z.string().min(1, "must not be empty").refine((given) => given === given.trim(), "must not begin or end with a space");
const sentences = text.regex(/[.?]$/, "must end as a sentence does");
const day = z.iso.date();
const url = z.url({ protocol: /^https?$/ });
const year = z.int().min(1990).max(2100);
const month = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, "must be a month of the calendar, as in 2025-11");
/** As precise as the source is: 2025, 2025-11 or 2025-11-23. */
const published = z.string().refine((given) => /^(19|20)\d\d$/.test(given) || month.safeParse(given).success || day.safeParse(given).success, "must be a year, a month or a day of the calendar");

// The roadmap

const hoursShape = z
  .strictObject({ low: z.int().positive(), high: z.int().positive() })
  .refine((hours) => hours.low <= hours.high, "low must not exceed high");

const itemShape = z.strictObject({
  id: dottedId,
  title: text,
  shows: text,
  hours: hoursShape,
  edition: z.int().min(1),
  criteria: z.array(z.strictObject({ id: slug, text })).min(2).max(5),
  resources: z.array(slug),
});

const stepShape = z.strictObject({
  id: dottedId,
  title: text,
  shortTitle: text,
  summary: text,
  hours: hoursShape,
  effort: text,
  items: z.array(itemShape).min(1),
  dimensions: z.array(z.strictObject({ id: slug, title: text, levels: z.tuple([text, text, text, text]) })).min(1),
});

const roadmapShape = z.strictObject({ steps: z.array(stepShape).min(1) });

const resourceShape = z.strictObject({
  id: slug,
  name: text,
  url,
  kind: text,
  cost: text.optional(),
  licence: text.optional(),
  /** By its own author, or by those whose tool, exam or data it is about. */
  official: z.literal(true).optional(),
  note: text.optional(),
  seen: z.strictObject({ day, at: url, published: published.nullable() }).optional(),
});

/** What is on record of each item's requirement; `edition.ts` says how it is used. */
const editionsShape = z.record(
  dottedId,
  z.strictObject({
    removed: day.optional(),
    editions: z.array(z.strictObject({ edition: z.int().min(1), hashes: z.array(z.string().regex(/^[0-9a-f]{16}$/)).min(1) })).min(1),
  }),
);

// Sources and figures

const sourceShape = z.strictObject({
  id: slug,
  /** Who says so. Where the page only repeats somebody else's figure, that somebody; the page's owner is `reportedBy`. */
  name: text,
  title: text.optional(),
  reportedBy: text.optional(),
  pages: z.array(z.strictObject({ url, copy: url.optional() })).min(1),
  published: published.nullable(),
  /** Null when nobody has opened the page for this guide. */
  checked: day.nullable(),
  licence: text.optional(),
  /** What a reader must know of every figure from it; it stands in each note. What is to be known of one figure is said in its record. */
  caution: sentences.optional(),
  note: text.optional(),
  /** What the prose says on its word; the records that name it tell the rest themselves. */
  citedFor: text.optional(),
});

/**
 * Said of a figure whose source nobody has opened for this guide (its `checked` is null). It is only for what must be named although it could not be
 * looked up, as one dated point of an earlier article; readers see that it was not opened.
 */
const unopened = z.literal(true).optional();

/** Which of the source's pages says it; left out, it is the first. */
const pageOfSource = url.optional();

const percentiles = z.strictObject({
  p10: z.number().positive().optional(),
  p25: z.number().positive().optional(),
  p75: z.number().positive().optional(),
  p90: z.number().positive().optional(),
});

const payShape = z.strictObject({
  id: slug,
  role: text,
  place: text,
  /** Null when the source does not say which year it speaks of. */
  year: year.nullable(),
  month: month.optional(),
  window: text.optional(),
  currency: z.string().refine(isCurrency, "must be a currency, as in EUR"),
  per: z.enum(["year", "month", "day", "hour"]),
  kind: text,
  statistic: z.enum(["median", "mean", "range"]),
  value: z.number().positive().optional(),
  low: z.number().positive().optional(),
  high: z.number().positive().optional(),
  percentiles: percentiles.optional(),
  mean: z.number().positive().optional(),
  entry: z.number().positive().optional(),
  seniorFrom: z.number().positive().optional(),
  annual: z.number().positive().optional(),
  employment: z.int().positive().optional(),
  sample: z.int().positive().optional(),
  level: text.optional(),
  converted: z.literal(true).optional(),
  caution: sentences.optional(),
  source: slug,
  page: pageOfSource,
  unopened,
});

const growthShape = z.strictObject({
  id: slug,
  occupation: text,
  place: text,
  /** Of ten years mostly: 2024-34. */
  period: z.string().regex(/^(19|20)\d\d-\d\d$/, "must be two years, as in 2024-34"),
  growthPercent: z.number(),
  jobsStart: z.int().positive().optional(),
  jobsEnd: z.int().positive().optional(),
  jobsAdded: z.int().positive().optional(),
  openingsPerYear: z.int().positive().optional(),
  entryEducation: text.optional(),
  caution: sentences.optional(),
  source: slug,
  page: pageOfSource,
  unopened,
});

const measuredValue = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.enum(["percent", "percentage points", "count", "dollars"]), label: text, value: z.number() }),
  z.strictObject({ unit: z.literal("day"), label: text, value: day }),
]);

/** Anything counted or dated that is neither pay nor a projection. */
const measureShape = z.strictObject({
  id: slug,
  what: text,
  year,
  values: z.record(partName, measuredValue).refine((values) => Object.keys(values).length > 0, "must hold a value"),
  caution: sentences.optional(),
  source: slug,
  unopened,
});

// What is listed: certificates, events, frameworks, terms

const certificationShape = z.strictObject({
  id: slug,
  vendor: text,
  name: text,
  code: text.optional(),
  /** `beta` as when it was last seen; `closed` has no successor of its own and `retired` was taken out of service. */
  status: z.enum(["active", "beta", "retired", "closed"]),
  /** When it took that status, where that is known. */
  since: published.optional(),
  replacedBy: slug.optional(),
  /** 0 is free. */
  dollars: z.number().nonnegative().optional(),
  validYears: z.int().positive().optional(),
  format: text.optional(),
  url,
  /** A few words beside its vendor, without a full stop: "Recommended in 2023". */
  remark: text.optional(),
  note: text.optional(),
  source: slug,
  /** Who says what it is now, what it costs and how long it is valid, where that is not `source`, or not it alone. */
  statusSource: slug.optional(),
  priceSource: slug.optional(),
  validitySource: slug.optional(),
})
  .refine(({ dollars, priceSource }) => dollars !== undefined || priceSource === undefined, { path: ["priceSource"], message: "is of no price" })
  .refine(({ validYears, validitySource }) => validYears !== undefined || validitySource === undefined, { path: ["validitySource"], message: "is of no validity" })
  .refine(({ status, since }) => since !== undefined || status === "active" || status === "beta", { path: ["since"], message: "must say when it ended" });

const endsInOrder = { path: ["end"], message: "must not lie before the start" };
const isInOrder = ({ start, end }: { start: string; end?: string | undefined }) => end === undefined || start.slice(0, end.length) <= end;
const whenAndWhere = { start: published, end: published, place: text };

const eventShape = z.strictObject({
  id: slug,
  name: text,
  /** Null where no date was found; then nothing else is claimed about it, and no source is needed. */
  held: z.strictObject({ ...whenAndWhere, end: published.optional() }).refine(isInOrder, endsInOrder).nullable(),
  alsoIn: z.array(z.strictObject(whenAndWhere).refine(isInOrder, endsInOrder)).optional(),
  url,
  note: text.optional(),
  source: slug.optional(),
});

const frameworkShape = z.strictObject({
  id: slug,
  name: text,
  role: text,
  /** The newest version that was seen, and when. */
  version: z.strictObject({ number: text, seen: published }).optional(),
  licence: text.optional(),
  governance: text.optional(),
  note: text.optional(),
  source: slug,
});

const termShape = z.strictObject({
  id: slug,
  /** The first is the headword; prose may use any of them. */
  names: z.array(text).min(1),
  means: text,
});

/** Words that readers search with and the guide says otherwise, and the section, part, step, item or term (`term-…`) that they lead to. */
const synonymShape = z.strictObject({ words: z.array(text).min(1), place: text });

/** What changed in the guide itself, newest first: its feed. */
const changeShape = z.strictObject({ id: slug, day, title: text, text });

// Charts and the whole

const chartShape = z.strictObject({
  id: slug,
  kind: z.enum(["pay", "growth"]),
  title: text,
  /** One sentence: what the chart shows. It is also the picture's name for those who do not see it. */
  says: text,
  caption: text,
  rows: z.array(z.strictObject({ figure: slug, label: text, detail: text.optional() })).min(1),
});

const guideShape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+$/),
  slug,
  title: text,
  lede: text,
  description: text,
  updated: day,
  /** The first is the guide's front page; the others get a page each under their own name. */
  sections: z.array(slug
    .refine((name) => !["all", "cards", "files"].includes(name), "has another meaning below a guide's address")
    .refine((name) => !isPageAnchor(name), "is an anchor that pages make themselves")).min(1),
});

export const contentShape = z.strictObject({
  guide: guideShape,
  roadmap: roadmapShape,
  resources: z.array(resourceShape),
  editions: editionsShape,
  sources: z.array(sourceShape),
  pay: z.array(payShape),
  growth: z.array(growthShape),
  measures: z.array(measureShape),
  charts: z.array(chartShape),
  certifications: z.array(certificationShape),
  events: z.array(eventShape),
  frameworks: z.array(frameworkShape),
  terms: z.array(termShape),
  synonyms: z.array(synonymShape),
  changes: z.array(changeShape),
});

// What other programs read of a guide

/** A block of a section: its words without marks, and what it refers to by id. Asides and the entries of a list hold blocks again. */
const blockData = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("paragraph"), text: z.string(), notes: z.array(z.int()) }),
  z.strictObject({ type: z.literal("heading"), depth: z.literal([2, 3]), anchor: z.string(), text }),
  z.strictObject({ type: z.literal("list"), ordered: z.boolean(), get items() { return z.array(z.array(blockData)); } }),
  z.strictObject({ type: z.literal("table"), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  z.strictObject({ type: z.literal("aside"), kind: z.enum(["takeaways", "update", "day"]), title: text, get blocks() { return z.array(blockData); } }),
  z.strictObject({ type: z.enum(["chart", "records", "items", "resources", "certifications", "events", "frameworks"]), ids: z.array(z.string()) }),
  z.strictObject({ type: z.enum(["roadmap", "terms", "sources", "resource-pages"]) }),
]);

/**
 * `/guide/<slug>.json`. `version` changes when a key goes or means something else. `pay`, `growth` and `measures` are the records, with year,
 * place and source, and `unopened` where nobody has opened that source; `figures` are the numbers of the text, each `<record>.<part>`. `notes` are
 * numbered as in the text; a note names its source. Ids stay the same. Days are as precise as known, null is unknown, and money is in the currency named.
 */
export const datasetShape = contentShape.omit({ guide: true, roadmap: true, editions: true, synonyms: true }).extend({
  version: z.literal(2),
  guide: guideShape.omit({ sections: true }).extend({ address: url }),
  sections: z.array(z.strictObject({ id: slug, title: text, address: url, lede: z.string(), notes: z.array(z.int()), blocks: z.array(blockData) })),
  roadmap: z.array(stepShape.omit({ items: true, dimensions: true }).extend({
    number: z.int().positive(),
    items: z.array(itemShape.omit({ criteria: true }).extend({ address: url, criteria: z.array(z.strictObject({ id: z.string(), text })) })),
    dimensions: z.array(z.strictObject({ id: z.string(), title: text, levels: z.array(text).length(4) })),
  })),
  figures: z.array(z.strictObject({ id: z.string(), value: z.union([z.number(), z.string()]), text, sections: z.array(slug) })),
  notes: z.array(z.strictObject({ number: z.int().positive(), source: slug, measures: z.string(), caution: z.string(), dates: text })),
});

export type Dataset = z.output<typeof datasetShape>;
export type GuideHead = z.output<typeof guideShape>;
export type RoadmapContent = z.output<typeof roadmapShape>;
export type ResourceContent = z.output<typeof resourceShape>;
export type EditionsContent = z.output<typeof editionsShape>;
export type SourceContent = z.output<typeof sourceShape>;
export type PayContent = z.output<typeof payShape>;
export type GrowthContent = z.output<typeof growthShape>;
export type MeasureContent = z.output<typeof measureShape>;
export type ChartContent = z.output<typeof chartShape>;
export type CertificationContent = z.output<typeof certificationShape>;
export type EventContent = z.output<typeof eventShape>;
export type FrameworkContent = z.output<typeof frameworkShape>;
export type TermContent = z.output<typeof termShape>;
export type SynonymContent = z.output<typeof synonymShape>;
export type ChangeContent = z.output<typeof changeShape>;
/** One file each in the guide's folder, named as its key; the prose stands beside them, one Markdown file a section. */
export type GuideContent = z.output<typeof contentShape>;
