import { nameCurrency } from "#lib/guide/currency.ts";
import type { GrowthContent, GuideContent, MeasureContent, PayContent, SourceContent } from "#lib/guide/schema.ts";

/** One number (or day) of a record, as it is printed, with what must be said beside it. */
export type Figure = {
  /** `<record>.<part>`: a record may hold several numbers. */
  id: string;
  text: string;
  value: number | string;
  /** Place, of whom, what is measured, year: "United States, data scientists, annual wage, median, May 2024". */
  measures: string;
  sourceId: string;
  /** What must be known beside it, in whole sentences; null when there is nothing. */
  caution: string | null;
  /** Which page of the source says it; null for the first. */
  page: string | null;
};

type Part = { text: string; value: number | string };
type FigureRecord = { parts: ReadonlyMap<string, Part>; mainPart: string; measures: string; caution: string | null; sourceId: string; page: string | null };

type FigureIndex = {
  /** `ref` is `<record>` for the record's main number, or `<record>.<part>`. */
  getFigure(ref: string): Figure | null;
};

type Figures = Pick<GuideContent, "pay" | "growth" | "measures">;

export function indexFigures(content: Figures): FigureIndex {
  const records = new Map<string, FigureRecord>([
    ...content.pay.map((record) => [record.id, payRecord(record)] as const),
    ...content.growth.map((record) => [record.id, growthRecord(record)] as const),
    ...content.measures.map((record) => [record.id, measureRecord(record)] as const),
  ]);
  return {
    getFigure(ref) {
      const [recordId = "", partName, ...more] = ref.split(".");
      const record = more.length > 0 ? undefined : records.get(recordId);
      const name = partName ?? record?.mainPart ?? "";
      const part = record?.parts.get(name);
      return record && part ? { id: `${recordId}.${name}`, ...part, measures: record.measures, caution: record.caution, sourceId: record.sourceId, page: record.page } : null;
    },
  };
}

function payRecord(pay: PayContent): FigureRecord {
  const amounts = { value: pay.value, low: pay.low, high: pay.high, ...pay.percentiles, mean: pay.mean };
  const further = { entry: pay.entry, seniorFrom: pay.seniorFrom, annual: pay.annual };
  const counts = { sample: pay.sample, employment: pay.employment };
  return {
    parts: new Map([
      ...parts({ ...amounts, ...further }, (value) => formatAmount(value, pay.currency)),
      ...parts(counts, formatCount),
    ]),
    mainPart: "value",
    measures: describePay(pay),
    caution: pay.caution ?? null,
    sourceId: pay.source,
    page: pay.page ?? null,
  };
}

function growthRecord(growth: GrowthContent): FigureRecord {
  const { growthPercent, jobsStart, jobsEnd, jobsAdded, openingsPerYear } = growth;
  return {
    parts: new Map([
      ...parts({ growthPercent }, formatPercent),
      ...parts({ jobsStart, jobsEnd, jobsAdded, openingsPerYear }, formatCount),
    ]),
    mainPart: "growthPercent",
    measures: `${growth.place}, ${lowerFirst(growth.occupation)}, projected change in jobs, ${formatPeriod(growth.period)}`,
    caution: growth.caution ?? null,
    sourceId: growth.source,
    page: growth.page ?? null,
  };
}

function measureRecord(measure: MeasureContent): FigureRecord {
  const named = Object.entries(measure.values).map(([name, entry]) => [name, { text: formatMeasured(entry), value: entry.value }] as const);
  const described = measure.what.includes(String(measure.year)) ? measure.what : `${measure.what}, ${measure.year}`;
  return { parts: new Map(named), mainPart: named[0]?.[0] ?? "", measures: described, caution: measure.caution ?? null, sourceId: measure.source, page: null };
}

function parts(values: Record<string, number | undefined>, format: (value: number) => string): [string, Part][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { text: format(value), value }] satisfies [string, Part]],
  );
}

/** Place, whose pay, of which kind and who converted it, statistic and year of a record, in this order. */
export function describePay(pay: PayContent): string {
  return [pay.place, lowerFirst(pay.role), payKind(pay), payStatistic(pay), payTime(pay)].filter(Boolean).join(", ");
}

export function payKind({ kind, converted, currency }: PayContent): string {
  return converted ? `${kind}, converted to ${nameCurrency(currency)} by the publisher` : kind;
}

/** As within a sentence: "data scientists", but "AI engineers". */
function lowerFirst(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

export function payStatistic(pay: PayContent): string {
  return pay.statistic === "range" ? "range" : pay.per === "year" ? pay.statistic : `${pay.statistic} per ${pay.per}`;
}

/** "May 2024", "six months to 29 December 2025", "2024", or "" where the source does not say: its note then says when it was seen. */
export function payTime(pay: PayContent): string {
  return pay.window ?? (pay.month ? formatDate(pay.month) : (pay.year?.toString() ?? ""));
}

/** The time of a record for a row that stands alone: where the source does not say, when the page was looked at. */
export function payTimeOrSeen(pay: PayContent, checked: string | null): string {
  return payTime(pay) || ["year not given", checked && `seen ${formatDate(checked)}`].filter(Boolean).join(", ");
}

/** As long as it needs to be: cents only where the source has them. */
export function formatAmount(value: number, currency: string): string {
  const digits = Number.isInteger(value) ? 0 : 2;
  const options = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat("en-US", options).format(value);
}

export function formatCount(value: number): string {
  return new Intl.NumberFormat("en-US").format(value);
}

/** "3 to 5 hours". */
export function formatHours({ low, high }: { low: number; high: number }): string {
  return `${formatCount(low)} to ${formatCount(high)} hours`;
}

export function formatPercent(value: number): string {
  return `${value}%`;
}

function formatMeasured(entry: MeasureContent["values"][string]): string {
  switch (entry.unit) {
    case "day":
      return formatDate(entry.value);
    case "percent":
      return formatPercent(entry.value);
    case "percentage points":
      return `${entry.value} percentage points`;
    case "dollars":
      return formatAmount(entry.value, "USD");
    case "count":
      return formatCount(entry.value);
  }
}

/** "2024-34" to "2024 to 2034". */
export function formatPeriod(period: string): string {
  return `${period.slice(0, 4)} to ${period.slice(0, 2)}${period.slice(5)}`;
}

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A year, a month or a day, as precise as it is given: "2025", "March 2026", "30 June 2026". No time zone is involved. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = month ? months[Number(month) - 1] : undefined;
  return [day ? Number(day) : null, name, year].filter(Boolean).join(" ");
}

/** Who says so: "Glassdoor, reported by 365 Data Science". */
export function nameSpeaker({ name, reportedBy }: SourceContent): string {
  return reportedBy ? `${name}, reported by ${reportedBy}` : name;
}

/** Who says so, with the title of the page. */
export function nameSource(source: SourceContent): string {
  return nameSpeaker({ ...source, name: [source.name, source.title].filter(Boolean).join(", ") });
}

/** When it was published and when it was looked at, and where if that was a copy; a page that nobody opened says so. */
export function dateSource(source: SourceContent, copy?: string): string {
  const seen = source.checked && [formatDate(source.checked), copy && `at ${new URL(copy).hostname}`].filter(Boolean).join(" ");
  if (seen === null) return [source.published && `Published ${formatDate(source.published)}`, "not opened for this guide"].filter(Boolean).join(", ").replace(/^n/, "N");
  if (source.published === null) return `Undated, seen ${seen}`;
  return `Published ${formatDate(source.published)}, checked ${seen}`;
}
