import { listCurrencies } from "#lib/guide/currency.ts";
import type { Problem } from "#lib/guide/problem.ts";
import type { ChartContent, GuideContent } from "#lib/guide/schema.ts";

const ends = String.raw`(?![\p{L}\p{N}]|[.,]\p{N}|\s?[%‰\p{Sc}])`;
const begins = String.raw`(?<![\p{L}\p{N}\p{Sc}-])`;
/** Of these codes, the dram's and the paʻanga's, a number makes a name: AMD64, TOP500. */
const named = ["AMD", "TOP"];
const money = `(?!(?:US|${listCurrencies().filter((code) => !named.includes(code)).join("|")})-?\\d)`;
/** Names whose number stands apart from them. */
const versioned = ["CUDA", "Python"];
const free = [
  String.raw`(?<![\p{L}\p{N}\p{Sc}])(?:19|20)\d\d${ends}`,
  String.raw`${begins}${money}(?:[A-Z]{1,4}-)?[A-Z]{1,4}-?\d{1,4}s?${ends}`,
  String.raw`${begins}p\d\d${ends}`,
  String.raw`${begins}(?:${versioned.join("|")}) \d{1,2}(?:\.\d{1,2})?${ends}`,
].map((pattern) => new RegExp(pattern, "gu"));

/**
 * The first number in words of ours, in whatever script: it must be a figure with a source. Free are years, and the digits of a name: a few capitals
 * with up to four digits (F1, H100, AI-102, MLS-C01), a percentile (p95), a version of what is listed above (CUDA 12). "2000 dollars" cannot be told
 * from a year, and passes; numbers written in letters pass too.
 */
export function findLooseNumber(text: string): string | null {
  const loose = free.reduce((rest, pattern) => rest.replace(pattern, ""), text);
  return /\S*\p{N}\S*/u.exec(loose)?.[0] ?? null;
}

/**
 * The words that stand outside of the prose have no place for a figure, so they hold no number. What an item asks for is no claim and may hold some,
 * and a step's effort is this guide's own estimate.
 */
export function findLooseNumbers({ guide, roadmap, charts, terms, changes }: GuideContent): Problem[] {
  const find = (file: string, said: Record<string, string>): Problem[] => Object.entries(said).flatMap(([field, words]) => {
    const number = findLooseNumber(words);
    return number ? [{ file, field, message: `"${number}" is a number without a source` }] : [];
  });
  const wordsOf = (chart: ChartContent) => [chart.title, chart.says, chart.caption, ...chart.rows.flatMap((row) => [row.label, row.detail ?? ""])];
  return [
    ...find("guide.ts", { title: guide.title, lede: guide.lede, description: guide.description }),
    ...roadmap.steps.flatMap(({ id, title, shortTitle, summary }) =>
      find("roadmap.ts", { [`${id}.title`]: title, [`${id}.shortTitle`]: shortTitle, [`${id}.summary`]: summary })),
    ...charts.flatMap((chart) => wordsOf(chart).flatMap((words) => find("charts.ts", { [chart.id]: words.replace(/\b\d0th\b/g, "") }))),
    ...terms.flatMap(({ id, names, means }) => [...names.flatMap((name) => find("terms.ts", { [`${id}.names`]: name })), ...find("terms.ts", { [id]: means })]),
    ...changes.flatMap(({ id, title, text }) => find("changes.ts", { [`${id}.title`]: title, [`${id}.text`]: text })),
  ];
}
