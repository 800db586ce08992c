/** The characters that steer the direction of text, and would reach beyond the name that they stand in. */
const steering = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Somebody's own words inside a sentence of ours: they keep their direction, and the sentence keeps its own. */
export function isolated(words: string): string {
  return `${FIRST_STRONG_ISOLATE}${words.replaceAll(steering, "")}${POP_ISOLATE}`;
}

/** One line for a mail's header or for a list: line breaks and control characters become a space, and it is cut at `most` characters. */
export function oneLine(words: string, most = 200): string {
  const line = words.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").replaceAll(/ {2,}/g, " ").trim();
  const characters = [...line];
  return characters.length <= most ? line : `${characters.slice(0, most - 1).join("")}…`;
}
