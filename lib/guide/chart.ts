import { formatAmount, formatCount, formatPercent, formatPeriod, payKind, payStatistic, payTimeOrSeen } from "#lib/guide/figure.ts";
import type { ChartContent, GrowthContent, GuideContent, PayContent } from "#lib/guide/schema.ts";

/** A record of pay, ready to be drawn and to be read in a table. A null is a number that was not found. */
export type PayRow = {
  recordId: string;
  label: string;
  detail: string | null;
  currency: string;
  value: number | null;
  low: number | null;
  high: number | null;
  /** "$112,590", or "₹500,000 to ₹800,000" where only a range is known. */
  valueText: string;
  lowText: string | null;
  highText: string | null;
  /** What the source gives beside these: "25th to 75th percentile $82,630 to $155,810", "mean $124,590". */
  further: string[];
  statistic: string;
  place: string;
  time: string;
  kind: string;
  sample: string | null;
  caution: string | null;
  note: number;
};

export type GrowthRow = {
  recordId: string;
  label: string;
  detail: string | null;
  value: number;
  valueText: string;
  place: string;
  period: string;
  jobsStart: string | null;
  jobsAdded: string | null;
  jobsEnd: string | null;
  entryEducation: string | null;
  openings: string | null;
  note: number;
};

type ChartHead = Pick<ChartContent, "id" | "title" | "says" | "caption">;
export type PayChart = ChartHead & { kind: "pay"; rows: PayRow[] };
export type GrowthChart = ChartHead & { kind: "growth"; rows: GrowthRow[] };
export type Chart = PayChart | GrowthChart;

/** `numberOf` gives the note of a record. Rows whose record is missing are left out: the validation has named them. */
export function buildChart(
  chart: ChartContent,
  content: Pick<GuideContent, "pay" | "growth" | "sources">,
  numberOf: (recordId: string) => number,
): Chart {
  const { id, title, says, caption, kind } = chart;
  const head = { id, title, says, caption };
  if (kind === "pay") {
    const rows = chart.rows.flatMap((row) => {
      const record = content.pay.find((pay) => pay.id === row.figure);
      return record ? [payRow(record, { ...row, note: numberOf(record.id), sources: content.sources })] : [];
    });
    return { ...head, kind, rows };
  }
  const rows = chart.rows.flatMap((row) => {
    const record = content.growth.find((growth) => growth.id === row.figure);
    return record ? [growthRow(record, row.label, row.detail ?? null, numberOf(record.id))] : [];
  });
  return { ...head, kind, rows };
}

type Beside = Pick<GuideContent, "sources"> & { label: string; detail?: string | undefined; note: number };

export function payRow(pay: PayContent, { label, detail, note, sources }: Beside): PayRow {
  const checked = sources.find(({ id }) => id === pay.source)?.checked ?? null;
  const amount = (value: number | undefined) => (value === undefined ? null : formatAmount(value, pay.currency));
  return {
    recordId: pay.id,
    label,
    detail: detail ?? null,
    currency: pay.currency,
    value: pay.value ?? null,
    low: pay.percentiles?.p10 ?? null,
    high: pay.percentiles?.p90 ?? null,
    valueText: amount(pay.value) ?? `${amount(pay.low)} to ${amount(pay.high)}`,
    lowText: amount(pay.percentiles?.p10),
    highText: amount(pay.percentiles?.p90),
    further: furtherPay(pay),
    statistic: payStatistic(pay),
    place: pay.place,
    time: payTimeOrSeen(pay, checked),
    kind: payKind(pay),
    sample: pay.sample === undefined ? null : formatCount(pay.sample),
    caution: pay.caution ?? null,
    note,
  };
}

function furtherPay(pay: PayContent): string[] {
  const { percentiles, low, high, mean, entry, seniorFrom, annual, employment } = pay;
  const amount = (value: number) => formatAmount(value, pay.currency);
  const between = (name: string, from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined ? [] : [`${name} ${amount(from)} to ${amount(to)}`];
  const one = (name: string, value: number | undefined) => (value === undefined ? [] : [`${name} ${amount(value)}`]);
  return [
    ...between("25th to 75th percentile", percentiles?.p25, percentiles?.p75),
    ...(pay.value === undefined ? [] : between("low to high", low, high)),
    ...one("mean", mean),
    ...one("at entry", entry),
    ...one("seniors from", seniorFrom),
    ...one("in a year", annual),
    ...(employment === undefined ? [] : [`${formatCount(employment)} people employed`]),
  ];
}

function growthRow(growth: GrowthContent, label: string, detail: string | null, note: number): GrowthRow {
  const count = (value: number | undefined) => (value === undefined ? null : formatCount(value));
  return {
    recordId: growth.id,
    label,
    detail,
    value: growth.growthPercent,
    valueText: formatPercent(growth.growthPercent),
    place: growth.place,
    period: formatPeriod(growth.period),
    jobsStart: count(growth.jobsStart),
    jobsAdded: count(growth.jobsAdded),
    jobsEnd: count(growth.jobsEnd),
    entryEducation: growth.entryEducation ?? null,
    openings: count(growth.openingsPerYear),
    note,
  };
}

/** An amount as an axis has room for it: "$50k", "£2.5k". Zero is the same in every currency, and stands where there is least room. */
export function axisAmount(value: number, currency: string): string {
  if (value === 0) return "0";
  const options = { style: "currency", currency, notation: "compact", maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat("en-US", options).format(value).replace("K", "k");
}

/** Round steps from zero that reach beyond the largest value, and the smallest where it lies below zero, at most six of them: 0, 100,000, 200,000, … */
export function ticks(largest: number, smallest = 0): number[] {
  const [from, to] = [Math.min(0, smallest), Math.max(0, largest)];
  if (from === to) return [0, 1];
  const raw = (to - from) / 4;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= raw) ?? raw;
  const [first, last] = [Math.floor(from / step), Math.ceil(to / step)];
  // Three steps of 0.2 would be 0.6000000000000001.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}
