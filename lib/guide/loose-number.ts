import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

/** A number in words of ours must be a figure with a source. Free are years, and digits that are part of a name (F1, p95, AI-102). */
export function findLooseNumber(text: string): string | null {
  const loose = text.replace(/\b(19|20)\d\d\b/g, "").replace(/[A-Za-z]+-?[A-Za-z]*\d+/g, "");
  return /\S*\d\S*/.exec(loose)?.[0] ?? null;
}

/** The words that stand outside of the prose: they have no place for a figure, so they hold no number. */
export function findLooseNumbers(content: GuideContent): Problem[] {
  const loose = content.charts.flatMap((chart) =>
    [chart.title, chart.says, chart.caption, ...chart.rows.flatMap((row) => [row.label, row.detail ?? ""])].flatMap((words) => {
      const number = findLooseNumber(words.replace(/\b\d0th\b/g, ""));
      return number ? [{ file: "charts.ts", field: chart.id, message: `"${number}" is a number without a source` }] : [];
    }),
  );
  const counted = content.terms.flatMap(({ id, means }) => {
    const number = findLooseNumber(means);
    return number ? [{ file: "terms.ts", field: id, message: `"${number}" is a number without a source` }] : [];
  });
  return [...loose, ...counted];
}
