import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

/** One axis carries one currency and one period; a record of pay has a number; changes go back in time. */
export function findContradictions(content: GuideContent): Problem[] {
  const mixed = content.charts.flatMap((chart) => {
    const axes = chart.rows.flatMap(({ figure }) => content.pay.filter(({ id }) => id === figure).map(({ currency, per }) => `${currency} per ${per}`));
    const kinds = new Set(axes);
    return kinds.size > 1 ? [{ file: "charts.ts", field: chart.id, message: `mixes ${[...kinds].join(" and ")} on one axis` }] : [];
  });
  const empty = content.pay
    .filter(({ value, low, high }) => value === undefined && (low === undefined || high === undefined))
    .map(({ id }) => ({ file: "pay.ts", field: id, message: "needs a value, or both low and high" }));
  const disordered = content.changes.flatMap(({ id, day }, index) =>
    day > (content.changes[index - 1]?.day ?? day) ? [{ file: "changes.ts", field: `${id}.day`, message: "is later than the one above it: the newest stands first" }] : []);
  return [...mixed, ...empty, ...disordered];
}
