import type { EditionsContent, RoadmapContent } from "#lib/guide/schema.ts";

type ItemContent = RoadmapContent["steps"][number]["items"][number];

/** What is hashed is what a learner is judged by: title, what to show, and the criteria. Hours and resources may change freely. */
export function hashRequirement(item: Pick<ItemContent, "title" | "shows" | "criteria">): string {
  const requirement = [item.title, item.shows, ...item.criteria.flatMap(({ id, text }) => [id, text])];
  return fnv1a(JSON.stringify(requirement));
}

/** FNV-1a, 64 bits: it only has to notice an edit, and needs no machine around it. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

/**
 * Compares the items with what is on record of them. Confirmations name an edition, so its text must not change unnoticed:
 * either the author raises the edition, or adds the new hash to the edition's list as a correction of wording.
 * Items that are gone stay on record as `removed`, so that their ids are never used again.
 */
export function findEditionProblems(items: readonly ItemContent[], editions: EditionsContent): { field: string; message: string }[] {
  const current = new Set(items.map((item) => item.id));
  const lost = Object.entries(editions)
    .filter(([itemId, record]) => !current.has(itemId) && record.removed === undefined)
    .map(([itemId]) => ({ field: itemId, message: "is no longer on the roadmap: record the day as removed, and keep the entry" }));
  return [...items.flatMap((item) => checkItem(item, editions[item.id])), ...lost];
}

function checkItem(item: ItemContent, record: EditionsContent[string] | undefined): { field: string; message: string }[] {
  const hash = hashRequirement(item);
  const problem = (message: string) => [{ field: item.id, message }];
  if (!record) return problem(`is not on record: add { editions: [{ edition: ${item.edition}, hashes: ["${hash}"] }] }`);
  if (record.removed !== undefined) return problem(`was removed on ${record.removed}: an id is never used again`);
  const newest = record.editions.at(-1);
  if (record.editions.some(({ edition }, index) => edition !== index + 1)) return problem("editions must be 1, 2, 3, … without gaps");
  if (newest?.edition !== item.edition) {
    return problem(`says edition ${item.edition}, on record is ${newest?.edition}: add edition ${item.edition} with hash "${hash}"`);
  }
  if (newest.hashes.at(-1) === hash) return [];
  return problem(
    `the requirement's text changed under edition ${item.edition}: raise the edition in roadmap.ts and record it, ` +
      `or, if only the wording was corrected, add "${hash}" to the edition's hashes`,
  );
}
