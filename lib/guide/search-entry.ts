/** Something that a search of the guide may find. */
export interface Entry {
  id: string;
  kind: "section" | "step" | "item" | "resource" | "term";
  title: string;
  /** The name of what it stands in: a part's section, an item's step. "" where it stands by itself. */
  within: string;
  href: string;
  /** Other words that it is found by, as its title is: they are not shown. */
  also: string;
  text: string;
}

/** As much of a question as is looked for. */
export const queryLength = 100;

const marks = /\p{M}/gu;
const between = /[\n\r\p{Z}\p{P}]+/u;
/** In "118,000" the comma parts nothing. */
const thousands = /(?<=\p{N}),(?=\p{N}{3})/gu;
const hyphens = /[-‐‑]/g;
const hyphenated = /[\p{L}\p{N}\p{M}]+(?:[-‐‑][\p{L}\p{N}\p{M}]+)+/gu;
/** Words of a question that say nothing of what is asked for. */
const idle = new Set("a an and are as at be by can do does for from how i in is it its my of on or that the this to was what which who with you your".split(" "));

/** How the index is made and read; both sides must agree. */
export const searchOptions = {
  fields: ["title", "also", "text"],
  storeFields: ["kind", "title", "within", "href", "text"],
  // "crossvalidation" finds "cross-validation", too.
  tokenize: (text: string) => [...wordsIn(text), ...(text.match(hyphenated) ?? []).map(joined)],
  processTerm: (term: string) => {
    const folded = fold(term);
    return idle.has(folded) ? null : folded;
  },
  searchOptions: {
    tokenize: wordsIn,
    prefix: true, fuzzy: false, weights: { fuzzy: 0.15, prefix: 0.4 }, boost: { title: 4, also: 2 }, combineWith: "AND" as const,
    boostDocument: (_id: string, _term: string, stored?: Record<string, unknown>) => weigh(stored as Partial<Entry> | undefined),
  },
};

function wordsIn(text: string): string[] {
  return text.replace(thousands, "").split(between);
}

/** A whole section comes before its parts, and the guide's own words before what lies elsewhere. */
function weigh({ kind, within }: Partial<Entry> = {}): number {
  if (kind === "resource") return 0.3;
  return kind === "section" && within === "" ? 1.3 : 1;
}

/** Accents are folded, so that "resume" finds "résumé", and so are the two spellings of "quantisation". */
export function fold(word: string): string {
  return word.normalize("NFKD").replace(marks, "").toLowerCase().replaceAll("iz", "is");
}

/** What stands as one word in the index: "cross-validation" as "crossvalidation", "118,000" as "118000". */
export function joined(words: string): string {
  return words.replace(hyphens, "").replace(thousands, "");
}

/** `words` are the words of the guide that matched, folded as the index folds them. */
export interface Finding extends Entry { words: ReadonlySet<string> }

/** As much of a minisearch as is used here: the library itself is loaded when a search is opened. */
interface Index { search(query: string | Combined, options?: { fuzzy?: typeof oneSlip; combineWith?: "OR" }): { id: string; terms: string[]; [stored: string]: unknown }[] }
type Combined = { combineWith: "AND" | "OR"; queries: (string | Combined)[] };

/** With two slips "conference" would find "inference", and with one in a short word "café" would find "case". */
const oneSlip = (word: string) => word.length > 4 && 1;

/** Two letters that changed places are two slips, and the commonest of the hand: each such pair is put back. */
function unswapped(asked: string): Combined {
  const words = wordsIn(asked).filter((word) => word !== "" && !idle.has(fold(word)));
  const swaps = (word: string) => [...word].slice(1).map((_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  return { combineWith: "AND", queries: words.map((word) => ({ combineWith: "OR", queries: [word, ...(oneSlip(word) ? swaps(word) : [])] })) };
}

/**
 * The best first. What has all words of the query is found alone; where nothing has them, what has them but for a slip of the hand; and where
 * nothing has them all, what has some of them.
 */
export function findIn(index: Index, query: string): Finding[] {
  const asked = query.slice(0, queryLength);
  const words = asked.trim().split(/\s+/);
  // "hyper parameter" is asked for as "hyperparameter", too.
  const attempts = [
    () => index.search(words.length === 2 ? { combineWith: "OR", queries: [{ combineWith: "AND", queries: [asked] }, words.join("")] } : asked),
    () => index.search(asked, { fuzzy: oneSlip }),
    () => index.search(unswapped(asked)),
    () => index.search(asked, { fuzzy: oneSlip, combineWith: "OR" }),
  ];
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) return found.map(({ terms, ...stored }) => ({ ...stored, words: new Set(terms) }) as unknown as Finding);
  }
  return [];
}
