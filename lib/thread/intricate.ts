/** Quotes and lists that one line may open, each inside the one before. */
const DEEPEST = 20;
/** Of all lines together, beyond the first two of each: every line may begin its quotes and lists anew, and each is an element. */
const MOST_NESTED = 200;
/** Marks of emphasis, and opening brackets: what is nested of them is nested in one paragraph, and costs the square of their number. */
const MOST_MARKS = 800;
const MOST_BRACKETS = 800;

/** Cells of a table: a row that is shorter than its head is filled up, so that few letters make many. */
const MOST_CELLS = 2_000;

const openings = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const opening = />|[-+*]|\d+[.)]/g;
// Between two letters an underline is part of a name and marks nothing.
const marks = /[*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

// What stands between a table's head and its rows.
const underHead = /^[ \t>|:-]+$/;

/**
 * Whether the Markdown of a text is nested deeper, or has larger tables, than people write. Such a text is shown as it was typed: to read
 * it as Markdown could take seconds, or more of the stack than there is.
 */
export function isIntricate(text: string): boolean {
  if ((text.match(marks)?.length ?? 0) > MOST_MARKS || text.split("[").length > MOST_BRACKETS) return true;
  if (cellsIn(text) > MOST_CELLS) return true;
  const depths = (text.match(openings) ?? []).map((line) => line.match(opening)?.length ?? 0);
  return depths.some((depth) => depth > DEEPEST) || depths.reduce((sum, depth) => sum + Math.max(0, depth - 2), 0) > MOST_NESTED;
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
