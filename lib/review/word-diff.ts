/** A run of text that both versions have, or that only the older (`del`) or the newer one (`ins`) has. */
export interface DiffPart {
  kind: "keep" | "del" | "ins";
  text: string;
}

/** Above this many compared pairs of words the middle is shown as replaced: a browser must not stand still for a comparison. */
const MOST_PAIRS = 2_000_000;

/**
 * What changed from one text to another, word by word. The kept and deleted parts joined are `before` to the letter, the
 * kept and inserted ones are `after`; neighbours are of different kinds, and a deletion stands before its insertion.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [old, young] = [words(before), words(after)];
  const shorter = Math.min(old.length, young.length);
  let head = 0;
  while (head < shorter && old[head] === young[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === young.at(-1 - tail)) tail += 1;
  return joined([
    ...old.slice(0, head).map(keep),
    ...withoutIslands(middle(old.slice(head, old.length - tail), young.slice(head, young.length - tail))),
    ...old.slice(old.length - tail).map(keep),
  ]);
}

/** One or two words that happen to be the same amid a change say nothing: "the" between two rewritten halves. They are shown as rewritten too. */
function withoutIslands(parts: DiffPart[]): DiffPart[] {
  return parts.flatMap((part, index) => {
    if (part.kind !== "keep" || part.text.startsWith("\n")) return [part];
    let first = index;
    let last = index;
    while (parts[first - 1]?.kind === "keep") first -= 1;
    while (parts[last + 1]?.kind === "keep") last += 1;
    const isIsland = first > 0 && last < parts.length - 1 && last - first < 2;
    return isIsland ? [del(part.text), ins(part.text)] : [part];
  });
}

/** Words with the blanks behind them, so that a changed sentence reads as one run; line breaks stand for themselves. */
function words(text: string): string[] {
  return text.match(/\n\s*|\S+[^\S\n]*|[^\S\n]+/g) ?? [];
}

const keep = (text: string): DiffPart => ({ kind: "keep", text });
const del = (text: string): DiffPart => ({ kind: "del", text });
const ins = (text: string): DiffPart => ({ kind: "ins", text });

function middle(old: string[], young: string[]): DiffPart[] {
  if (old.length * young.length > MOST_PAIRS) return [...old.map(del), ...young.map(ins)];
  const common = commonLengths(old, young);
  const width = young.length + 1;
  const parts: DiffPart[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < young.length) {
    if (at < old.length && to < young.length && old[at] === young[to]) {
      parts.push(keep(old[at]!));
      [at, to] = [at + 1, to + 1];
    } else if (to >= young.length || (at < old.length && common[(at + 1) * width + to]! >= common[at * width + to + 1]!)) {
      parts.push(del(old[at++]!));
    } else {
      parts.push(ins(young[to++]!));
    }
  }
  return parts;
}

/** Row by row, the length of the longest common subsequence of what lies behind `old[row]` and `young[column]`. */
function commonLengths(old: string[], young: string[]): Uint16Array {
  const width = young.length + 1;
  const lengths = new Uint16Array((old.length + 1) * width);
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = young.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = old[row] === young[column]
        ? lengths[(row + 1) * width + column + 1]! + 1
        : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!);
    }
  }
  return lengths;
}

/** Neighbours of one kind become one run; within a change, what went stands before what came. */
function joined(parts: DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  let gone = "";
  let come = "";
  const settle = () => {
    if (gone) runs.push(del(gone));
    if (come) runs.push(ins(come));
    gone = come = "";
  };
  for (const { kind, text } of parts) {
    if (kind === "del") gone += text;
    else if (kind === "ins") come += text;
    else {
      settle();
      const last = runs.at(-1);
      if (last?.kind === "keep") last.text += text;
      else runs.push(keep(text));
    }
  }
  settle();
  return runs;
}
