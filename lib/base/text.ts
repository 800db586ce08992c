/**
 * What a text field accepts. Text is stored to the letter or refused: nothing is trimmed, folded or replaced.
 * Lengths are in UTF-16 code units, as browsers count them.
 */
export interface TextRule {
  max: number;
  /** At least one character that is not white space. */
  required?: boolean;
  /** Line breaks and tabs are allowed. */
  lines?: boolean;
}

const invisible = /^[\s\p{C}\u3164\u115f\u1160\u2800]*$/u;
const controlInLine = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const controlInLines = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** Why a text is refused, in words for the person who typed it; null when it is fine. */
export function textProblem(text: string, { max, required = false, lines = false }: TextRule): string | null {
  if (required && invisible.test(text)) return "Please fill this in.";
  if (text.length > max) {
    return `Please keep this to ${count(max)} characters; it has ${count(text.length)}.`;
  }
  if (!text.isWellFormed()) return "This holds half of a character that was cut apart. Please type that place again.";
  if (text.includes("\u0000")) return "This holds a NUL character, which cannot be kept. Please remove it.";
  if ((lines ? controlInLines : controlInLine).test(text)) {
    return lines
      ? "This holds a control character, which cannot be kept. Please remove it."
      : "This holds a line break or a control character. Please keep it to one line.";
  }
  return null;
}

function count(value: number): string {
  return value.toLocaleString("en");
}

/** Words to be looked for as they stand: Prisma hands the wildcards of LIKE on as they are. */
export function literalLike(words: string): string {
  return words.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
