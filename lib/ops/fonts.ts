import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

/**
 * Cuts the two families down to what the pages need, and writes the files that app/fonts.ts loads:
 * `node lib/ops/fonts.ts`. The results are committed; tests/unit/ops/fonts.test.ts makes them again and compares.
 */

const root = join(import.meta.dirname, "../..");
export const fontFolder = join(root, "app/fonts");

function range(first: number, last: number): string {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("");
}

const ascii = range(0x20, 0x7e);
const latin1 = range(0xa0, 0xff).replace("\u00ad", "");
const typographic = "–—‘’“”…•€−≈→←↑↓\u2009\u202f\u2011";
/** What English prose needs, and the letters of names that are met most often. */
const common = `${ascii}\u00a0§©«°±²³·»¼½×àáäåçèéëíñóöøúü${typographic}`;
const uncommon = [...latin1].filter((character) => !common.includes(character)).join("") + "‚„†‡‰‹›⁄™≠≤≥ŒœŸ";
/** Latin Extended-A and the Romanian letters: names of people and places. */
const extended = range(0x100, 0x17f) + "ȘșȚț";

/** Bold text is 600 at most; a lighter weight than 400 is never used. The optical sizes stay whole. */
const serifAxes = { wght: { min: 400, max: 600 } };
const sansAxes = { wght: { min: 400, max: 700 } };
const serif = "@fontsource-variable/newsreader/files/newsreader";
const sans = "@fontsource-variable/instrument-sans/files/instrument-sans";

type Cut = { file: string; source: string; text: string; axes: Record<string, { min: number; max: number } | number> };

export const cuts: Cut[] = [
  { file: "newsreader.woff2", source: `${serif}-latin-opsz-normal.woff2`, text: common, axes: serifAxes },
  { file: "newsreader-italic.woff2", source: `${serif}-latin-opsz-italic.woff2`, text: common, axes: serifAxes },
  { file: "newsreader-uncommon.woff2", source: `${serif}-latin-opsz-normal.woff2`, text: uncommon, axes: serifAxes },
  { file: "newsreader-extended.woff2", source: `${serif}-latin-ext-opsz-normal.woff2`, text: extended, axes: serifAxes },
  { file: "instrument-sans.woff2", source: `${sans}-latin-wght-normal.woff2`, text: common + uncommon, axes: sansAxes },
  { file: "instrument-sans-extended.woff2", source: `${sans}-latin-ext-wght-normal.woff2`, text: extended, axes: sansAxes },
  // For pictures that are drawn when the project is built: what draws them reads neither woff2 nor axes.
  { file: "newsreader-card.ttf", source: `${serif}-latin-opsz-normal.woff2`, text: common, axes: { wght: 460, opsz: 72 } },
  { file: "instrument-sans-card.ttf", source: `${sans}-latin-wght-normal.woff2`, text: common, axes: { wght: 450 } },
];

/** The bytes of one file. The same sources give the same bytes. */
export async function cutFont({ file, source, text, axes }: Cut): Promise<Buffer> {
  const whole = await readFile(join(root, "node_modules", source));
  return subsetFont(whole, text, { targetFormat: file.endsWith(".ttf") ? "truetype" : "woff2", variationAxes: axes, noHinting: true });
}

/** The unicode-range that app/fonts.ts declares for the files that are loaded only when a letter asks for them. */
export function unicodeRange(text: string): string {
  const points = [...new Set([...text].map((character) => character.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run[1] === point - 1) run[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number) => point.toString(16).toUpperCase().padStart(4, "0");
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(", ");
}

if (import.meta.main) {
  for (const cut of cuts) {
    const bytes = await cutFont(cut);
    await writeFile(join(fontFolder, cut.file), bytes);
    process.stdout.write(`${cut.file} ${bytes.length} bytes\n`);
  }
  process.stdout.write(`uncommon: ${unicodeRange(uncommon)}\nextended: ${unicodeRange(extended)}\n`);
}
