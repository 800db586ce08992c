import type { TermContent } from "#lib/guide/schema.ts";

/** The terms that a text names, in the order in which it first does: by whole words, in any case. A word with a hyphen is one word. */
export function findTerms(text: string, terms: readonly TermContent[]): TermContent[] {
  return terms
    .map((term) => ({ term, at: Math.min(...term.names.map((name) => placeOf(name, text))) }))
    .filter(({ at }) => at < text.length)
    .sort((one, other) => one.at - other.at)
    .map(({ term }) => term);
}

/** Behind the text's end where it is not in it. */
function placeOf(name: string, text: string): number {
  const word = name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}-])${word}(?![\\p{L}\\p{N}-])`, "iu").exec(text)?.index ?? text.length;
}
