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
