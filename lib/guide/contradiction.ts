import type { Problem } from "#lib/guide/problem.ts";
import type { CertificationContent, ChartContent, GrowthContent, GuideContent, PayContent } from "#lib/guide/schema.ts";

/** What cannot be true at once, within a record or a list. */
export function findContradictions({ pay, growth, charts, certifications, events, changes }: GuideContent): Problem[] {
  return [
    ...pay.flatMap(findInPay),
    ...growth.flatMap(findInGrowth),
    ...charts.flatMap((chart) => [...findMixedMoney(chart, pay), ...findUndrawn(chart, pay), ...findMixedPeriods(chart, growth)]),
    ...certifications.flatMap((each) => findInReplacement(each, certifications)),
    ...events.flatMap(({ id, held, alsoIn }): Problem[] =>
      held === null && alsoIn ? [{ file: "events.ts", field: `${id}.alsoIn`, message: "is held nowhere first: say in `held` when and where" }] : []),
    ...changes.flatMap(({ id, day }, index): Problem[] =>
      day > (changes[index - 1]?.day ?? day) ? [{ file: "changes.ts", field: `${id}.day`, message: "is later than the one above it: the newest stands first" }] : []),
  ];
}

function findInPay({ id, year, month, statistic, value, low, high, percentiles: { p10, p25, p75, p90 } = {} }: PayContent): Problem[] {
  const median = statistic === "median" ? { value } : {};
  const problem = (field: string, message: string) => ({ file: "pay.ts", field, message });
  return [
    ...(statistic !== "range" && value === undefined ? [problem(id, `a ${statistic} needs a value`)] : []),
    ...(statistic === "range" && value !== undefined ? [problem(id, "a range has no value: it is its low and high")] : []),
    ...(statistic === "range" && (low === undefined || high === undefined) ? [problem(id, "a range needs low and high")] : []),
    ...(month !== undefined && year !== null && !month.startsWith(`${year}-`) ? [problem(`${id}.month`, `${month} is not in ${year}`)] : []),
    ...[...findFalling({ low, value, high }), ...findFalling({ p10, p25, ...median, p75, p90 })].map(([name, message]) => problem(`${id}.${name}`, message)),
  ];
}

/** Each amount that is less than the one before it; what is not known is passed over. */
function findFalling(amounts: Record<string, number | undefined>): [name: string, message: string][] {
  const known = Object.entries(amounts).flatMap(([name, amount]) => (amount === undefined ? [] : [[name, amount] as const]));
  return known.flatMap(([name, amount], index) => {
    const before = known[index - 1];
    return before && amount < before[1] ? [[name, `${amount} is less than ${before[0]}, ${before[1]}`]] : [];
  });
}

function findInGrowth({ id, period, jobsStart, jobsAdded, jobsEnd }: GrowthContent): Problem[] {
  const [start = "", end = ""] = period.split("-");
  const backwards = end <= start.slice(2) ? [{ file: "growth.ts", field: `${id}.period`, message: "must end after it starts" }] : [];
  if (jobsStart === undefined || jobsAdded === undefined || jobsEnd === undefined) return backwards;
  const slack = [jobsStart, jobsAdded, jobsEnd].map((count) => precisionOf(count) / 2).reduce((sum, each) => sum + each);
  const sum = jobsStart + jobsAdded;
  return Math.abs(sum - jobsEnd) <= slack ? backwards : [...backwards, { file: "growth.ts", field: `${id}.jobsEnd`, message: `${jobsEnd} is not ${jobsStart} and ${jobsAdded} more` }];
}

/** To what a count was rounded, by the zeros that it ends with: 1,895,500 to hundreds. */
function precisionOf(count: number): number {
  return 10 ** (/0*$/.exec(String(count))?.[0].length ?? 0);
}

/** One axis carries one currency and one unit of time. */
function findMixedMoney(chart: ChartContent, pay: readonly PayContent[]): Problem[] {
  const kinds = new Set(chart.rows.flatMap(({ figure }) => pay.filter(({ id }) => id === figure).map(({ currency, per }) => `${currency} per ${per}`)));
  return kinds.size > 1 ? [{ file: "charts.ts", field: chart.id, message: `mixes ${[...kinds].join(" and ")} on one axis` }] : [];
}

/** What is drawn of a record of pay is its value; its percentiles only stand around that. */
function findUndrawn(chart: ChartContent, pay: readonly PayContent[]): Problem[] {
  const undrawn = chart.rows.filter(({ figure }) => chart.kind === "pay" && pay.some(({ id, value }) => id === figure && value === undefined));
  return undrawn.map(({ figure }) => ({ file: "charts.ts", field: `${chart.id}.rows`, message: `${figure} has no value to be drawn: show it with ::records` }));
}

/** Projections of different rounds may be compared, if each row says in which year its round begins. */
function findMixedPeriods(chart: ChartContent, growth: readonly GrowthContent[]): Problem[] {
  const rows = chart.rows.flatMap((row) => growth.filter(({ id }) => chart.kind === "growth" && id === row.figure).map(({ period }) => ({ ...row, period })));
  if (new Set(rows.map(({ period }) => period)).size < 2) return [];
  return rows
    .filter(({ label, detail = "", period }) => !`${label} ${detail}`.includes(period.slice(0, 4)))
    .map(({ figure, period }) => ({ file: "charts.ts", field: `${chart.id}.rows`, message: `the chart mixes periods, and the row of ${figure} does not say that its own begins in ${period.slice(0, 4)}` }));
}

/** Only what was retired is replaced, and nothing comes round to itself by what replaces it. A successor that does not exist is another's to find. */
function findInReplacement({ id, status, replacedBy }: CertificationContent, all: readonly CertificationContent[]): Problem[] {
  if (replacedBy === undefined) return [];
  const problem = (message: string) => [{ file: "certifications.ts", field: `${id}.replacedBy`, message }];
  if (status !== "retired") return problem(`is ${status}, so nothing has replaced it`);
  const seen = new Set<string>();
  for (let next: string | undefined = replacedBy; next !== undefined && !seen.has(next); next = all.find((each) => each.id === next)?.replacedBy) seen.add(next);
  return replacedBy !== id && seen.has(id) ? problem(`leads back to ${id} by way of ${replacedBy}`) : [];
}
