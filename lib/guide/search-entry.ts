/** Something that a search of the guide may find. */
export interface Entry {
  id: string;
  kind: "section" | "step" | "item" | "resource" | "term";
  title: string;
  href: string;
  text: string;
}

const marks = /\p{M}/gu;

/** How the index is made and read; both sides must agree. Accents are folded, so that "resume" finds "résumé". */
export const searchOptions = {
  fields: ["title", "text"],
  storeFields: ["kind", "title", "href", "text"],
  processTerm: (term: string) => term.normalize("NFKD").replace(marks, "").toLowerCase(),
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 4 }, combineWith: "AND" as const },
};
