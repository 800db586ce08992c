/** Quotes and lists that one line may open, each inside the one before. */
const DEEPEST = 20;
/** Marks of emphasis, and opening brackets: what is nested of them is nested in one paragraph, and costs the square of their number. */
const MOST_MARKS = 800;
const MOST_BRACKETS = 800;

const openings = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/gm;
const opening = />|[-+*]|\d+[.)]/g;
// Between two letters an underline is part of a name and marks nothing.
const marks = /[*~]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu;

/**
 * Whether the Markdown of a text is nested deeper than people write it. Such a text is shown as it was typed: to read it as Markdown could
 * take seconds, or more of the stack than there is.
 */
export function isIntricate(text: string): boolean {
  if ((text.match(marks)?.length ?? 0) > MOST_MARKS || text.split("[").length > MOST_BRACKETS) return true;
  return (text.match(openings) ?? []).some((line) => (line.match(opening)?.length ?? 0) > DEEPEST);
}
