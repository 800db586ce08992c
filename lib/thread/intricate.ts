/** Quotes and lists that one line may open, each inside the one before. */
const DEEPEST = 20;
/** Of all lines together, beyond the first two of each: every line may begin its quotes and lists anew, and each is an element. */
const MOST_NESTED = 200;
/** Lines that open two or more: each may be an element within another. */
const MOST_TWOFOLD = 1_000;
/** Signs of ASCII between two spaces: an address, and what may end one, is read again from each of them. */
const MOST_SIGNS_IN_A_WORD = 400;
/** What may begin a comment or another thing of HTML, and is read to the end of the text to find whether it does. */
const MOST_BEGINNINGS = 100;
/** Marks of emphasis, and opening brackets: what is nested of them is nested in one paragraph, and costs the square of their number. */
const MOST_MARKS = 800;
const MOST_BRACKETS = 800;

/** Cells of a table: a row that is shorter than its head is filled up, so that few letters make many. */
const MOST_CELLS = 2_000;

const openings = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const opening = />|[-+*]|\d+[.)]/g;
// Between two letters an underline is part of a name and marks nothing.
const marks = /[*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

const signs = /[!-/:-@[-`{-~]/g;

// What stands between a table's head and its rows.
const underHead = /^[ \t>|:-]+$/;

/**
 * Whether the Markdown of a text is nested deeper, or has larger tables, than people write. Such a text is shown as it was typed: to read
 * it as Markdown could take seconds, or more of the stack than there is.
 */
export function isIntricate(text: string): boolean {
  if ((text.match(marks)?.length ?? 0) > MOST_MARKS || text.split("[").length > MOST_BRACKETS) return true;
  if (cellsIn(text) > MOST_CELLS || (text.match(/<[!?]/g)?.length ?? 0) > MOST_BEGINNINGS) return true;
  if (text.split(/\s+/).some((word) => (word.match(signs)?.length ?? 0) > MOST_SIGNS_IN_A_WORD)) return true;
  const depths = depthsOf(text);
  return depths.some((depth) => depth > DEEPEST) || depths.filter((depth) => depth > 1).length > MOST_TWOFOLD
    || depths.reduce((sum, depth) => sum + Math.max(0, depth - 2), 0) > MOST_NESTED;
}

/** How many quotes and lists each line stands in: a line that opens none goes on with those before it, up to the next blank one. */
function depthsOf(text: string): number[] {
  let before = 0;
  return text.split(/\r\n|\r|\n/).map((line) => {
    const opened = openings.exec(line)?.[0].match(opening)?.length ?? 0;
    before = line.trim() === "" ? 0 : Math.max(opened, opened === 0 ? before : 0);
    return before;
  });
}

/** At most so many cells the tables of a text have: a head's columns in each line that follows it, up to the next blank one. */
function cellsIn(text: string): number {
  let cells = 0;
  let columns = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.includes("-") && line.includes("|") && underHead.test(line)) columns = Math.max(columns, line.split("|").length);
    else if (line.trim() === "") columns = 0;
    cells += columns;
  }
  return cells;
}
