import { findLooseNumber } from "#lib/guide/loose-number.ts";
import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

/**
 * What lies elsewhere is described with its own numbers, which have no record: they need somebody who has looked. Notes of certificates, events and
 * frameworks have a source by their shape. The hours of a step and what they rest on are this guide's own estimate, so no source can be asked of them.
 */
export function findUnseen({ resources, sources }: GuideContent): Problem[] {
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

/** A figure needs a source that somebody has opened. One that must be named without it says so itself, and says so only then. */
export function findUnopened({ sources, pay, growth, measures }: GuideContent): Problem[] {
  const unopened = new Set(sources.filter(({ checked }) => checked === null).map(({ id }) => id));
  const find = (file: string, records: readonly { id: string; source: string; unopened?: true | undefined }[]): Problem[] =>
    records.flatMap(({ id, source, unopened: admitted = false }) => {
      if (unopened.has(source) === admitted) return [];
      return [admitted
        ? { file, field: `${id}.unopened`, message: `${source} was opened: leave it out` }
        : { file, field: `${id}.source`, message: `nobody has opened ${source}: its \`checked\` is null` }];
    });
  return [...find("pay.ts", pay), ...find("growth.ts", growth), ...find("measures.ts", measures)];
}

/**
 * "Checked on" is `updated`, the day on which the guide was last looked through: nothing was measured or seen after it, and nothing published after it
 * was seen. What is announced may lie ahead: the day of an event or of a law.
 * Changes and removals may be later, since words are corrected without looking everything up again.
 */
export function findLateDays({ guide, resources, sources, pay, measures, certifications, frameworks }: GuideContent): Problem[] {
  const find = (file: string, field: string, date: string | null | undefined, last: string | null = guide.updated): Problem[] =>
    date && last && date > last.slice(0, date.length) ? [{ file, field, message: `${date} is later than ${last}, when it was looked at` }] : [];
  return [
    ...resources.flatMap(({ id, seen }) => [
      ...find("resources.ts", `${id}.seen.day`, seen?.day),
      ...find("resources.ts", `${id}.seen.published`, seen?.published, seen?.day),
    ]),
    ...sources.flatMap(({ id, published, checked }) => [
      ...find("sources.ts", `${id}.checked`, checked),
      ...find("sources.ts", `${id}.published`, published, checked ?? guide.updated),
    ]),
    ...pay.flatMap(({ id, year, month }) => [...find("pay.ts", `${id}.year`, year?.toString()), ...find("pay.ts", `${id}.month`, month)]),
    ...measures.flatMap(({ id, year }) => find("measures.ts", `${id}.year`, String(year))),
    ...certifications.flatMap(({ id, since }) => find("certifications.ts", `${id}.since`, since)),
    ...frameworks.flatMap(({ id, version }) => find("frameworks.ts", `${id}.version.seen`, version?.seen)),
  ];
}
