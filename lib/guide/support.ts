import { statusSources, termsSources } from "#lib/guide/certification.ts";
import { formatPeriod, payTime } from "#lib/guide/figure.ts";
import type { GuideContent, PayContent } from "#lib/guide/schema.ts";

type Records = Pick<GuideContent, "sources" | "pay" | "growth" | "measures" | "certifications" | "events" | "frameworks">;

/** What rests on a source: figures of pay by who, where and when, projections, other figures, the records that name it, and what the prose cites it for. */
export function listSupports(sourceId: string, content: Records): string[] {
  const from = <R extends { source?: string | undefined }>(records: readonly R[]) => records.filter(({ source }) => source === sourceId);
  const projected = Map.groupBy(from(content.growth), ({ period }) => period);
  return [
    ...describePays(from(content.pay)),
    ...[...projected].map(([period, rows]) => `Projected jobs, ${formatPeriod(period)}: ${list(rows.map(({ occupation }) => occupation))}`),
    ...from(content.measures).map(({ what, year }) => (what.includes(String(year)) ? what : `${what}, ${year}`)),
    ...named("Certificates", content.certifications.filter((each) => statusSources(each).includes(sourceId))),
    ...named("Price or validity of certificates", content.certifications.filter((each) => !statusSources(each).includes(sourceId) && termsSources(each).includes(sourceId))),
    ...named("Events", from(content.events)),
    ...named("Frameworks", from(content.frameworks)),
    ...content.sources.flatMap(({ id, citedFor }) => (id === sourceId && citedFor !== undefined ? [citedFor] : [])),
  ];
}

/** One line for each kind of pay in a place, with the times for which it is given. */
function describePays(pays: readonly PayContent[]): string[] {
  const alike = Map.groupBy(pays, ({ role, place, kind }) => `${role}, ${place}, ${kind}`);
  return [...alike].map(([who, rows]) => {
    const times = list(rows.map(payTime).filter(Boolean).sort());
    return times ? `${who}: ${times}` : who;
  });
}

function named(kind: string, records: readonly { name: string }[]): string[] {
  return records.length > 0 ? [`${kind}: ${list(records.map(({ name }) => name))}`] : [];
}

function list(words: readonly string[]): string {
  return [...new Set(words)].join("; ");
}
