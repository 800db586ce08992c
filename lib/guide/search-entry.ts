/** Something that a search of the guide may find. */
export interface Entry {
  id: string;
  kind: "section" | "step" | "item" | "resource" | "term";
  title: string;
  href: string;
  text: string;
}

const marks = /\p{M}/gu;
/** Words of a question that say nothing of what is asked for. */
const idle = new Set("a an and are as at be by can do does for from how i in is it its my of on or that the this to was what which who with you your".split(" "));

/** How the index is made and read; both sides must agree. Accents are folded, so that "resume" finds "résumé". */
export const searchOptions = {
  fields: ["title", "text"],
  storeFields: ["kind", "title", "href", "text"],
  processTerm: (term: string) => {
    const folded = fold(term);
    return idle.has(folded) ? null : folded;
  },
  searchOptions: {
    // One slip of the hand: with two, "conference" finds "inference".
    prefix: true, fuzzy: 0.2, maxFuzzy: 1, weights: { fuzzy: 0.15, prefix: 0.4 }, boost: { title: 4 }, combineWith: "AND" as const,
    // The guide's own words come before what lies elsewhere.
    boostDocument: (_id: string, _term: string, stored?: Record<string, unknown>) => (stored?.kind === "resource" ? 0.3 : 1),
  },
};

export function fold(word: string): string {
  return word.normalize("NFKD").replace(marks, "").toLowerCase();
}

/** `words` are the words of the guide that matched, folded as the index folds them. */
export interface Finding extends Entry { words: ReadonlySet<string> }

/** As much of a minisearch as is used here: the library itself is loaded when a search is opened. */
interface Index { search(query: string, options?: { combineWith: "OR" }): { id: string; terms: string[]; [stored: string]: unknown }[] }

/** The best first. What has all words of the query is found alone; where nothing has them all, what has some of them. */
export function findIn(index: Index, query: string): Finding[] {
  const found = index.search(query);
  const results = found.length > 0 ? found : index.search(query, { combineWith: "OR" });
  return results.map(({ id, kind, title, href, text, terms }) => ({ id, kind, title, href, text, words: new Set(terms) }) as Finding);
}
