/** How many pieces of evidence one portfolio may show, archived ones not counted: it is read as a whole. */
export const MOST_EVIDENCE = 300;

/** How many versions one evidence may have. */
export const MOST_VERSIONS = 100;
