/** One stone of a cairn, in the units of a drawing 260 wide and 300 high whose ground lies at 288. */
export type Stone = { path: string; cx: number; cy: number };

const ground = 288;
const middle = 130;

/**
 * How many stones lie in each row, from the ground up: `count` of them shared out like a triangle, at least one a row, never
 * more than in the row below.
 */
export function rowsOf(count: number): number[] {
  if (count <= 0) return [];
  const rows = Math.min(count, Math.round(1.9 * Math.sqrt(count)));
  const spare = count - rows;
  const total = (rows * (rows - 1)) / 2 || 1;
  const shares = Array.from({ length: rows }, (_, row) => (spare * (rows - 1 - row)) / total);
  const whole = shares.map((share) => 1 + Math.floor(share));
  // What rounding left over goes to the lowest rows, where it widens the foot.
  let left = count - whole.reduce((sum, stones) => sum + stones, 0);
  for (let row = 0; left > 0; row = (row + 1) % rows, left--) whole[row] = (whole[row] ?? 0) + 1;
  return whole.sort((a, b) => b - a);
}

/** A number from -1 to 1 that looks like chance and is the same each time. */
function chance(row: number, place: number, salt: number): number {
  const wave = Math.sin(row * 12.9898 + place * 78.233 + salt * 37.719) * 43758.5453;
  return (wave - Math.floor(wave)) * 2 - 1;
}

/** The stones of a cairn, lowest row first, from left to right. The same count gives the same drawing. */
export function stack(count: number): Stone[] {
  const rows = rowsOf(count);
  const height = Math.min(31, 272 / Math.max(rows.length, 1));
  const foot = Math.min(244, 104 + 15 * (count - 1));
  let floor = ground;
  return rows.flatMap((stones, row) => {
    const rise = height * (1 - 0.14 * (row / rows.length));
    // A row of one keeps the shape of a stone, however wide the foot is.
    const width = Math.min(foot * (1 - 0.74 * (row / rows.length)), stones * rise * 3.7);
    const shift = chance(row, 0, 1) * Math.min(9, width * 0.07);
    const centre = floor - rise / 2;
    floor -= rise * 0.97;
    return rowOfStones({ row, stones, width, rise, centre, start: middle - width / 2 + shift });
  });
}

type Row = { row: number; stones: number; width: number; rise: number; centre: number; start: number };

function rowOfStones({ row, stones, width, rise, centre, start }: Row): Stone[] {
  const shares = Array.from({ length: stones }, (_, place) => 1 + 0.2 * chance(row, place, 2));
  const total = shares.reduce((sum, share) => sum + share, 0);
  let x = start;
  return shares.map((share, place) => {
    const rx = (width * share) / total / 2;
    const cx = x + rx;
    x += rx * 2;
    return pebble({ cx, cy: centre, rx: rx * 1.02, ry: rise / 2, row, place });
  });
}

/** A rounded stone, flatter below than above, its top a little off the middle. */
function pebble(shape: { cx: number; cy: number; rx: number; ry: number; row: number; place: number }): Stone {
  const { cx, cy, rx, ry, row, place } = shape;
  const lean = chance(row, place, 3) * 0.22 * rx;
  const tilt = chance(row, place, 4) * 0.12 * ry;
  const [left, right, top, bottom] = [cx - rx, cx + rx, cy - ry, cy + ry];
  const point = (px: number, py: number) => `${px.toFixed(1)} ${py.toFixed(1)}`;
  const side = cy + 0.1 * ry;
  const path = [
    `M${point(left, side + tilt)}`,
    `C${point(left, cy - 0.48 * ry)} ${point(cx + lean - 0.58 * rx, top)} ${point(cx + lean, top)}`,
    `S${point(right, cy - 0.5 * ry)} ${point(right, side - tilt)}`,
    `S${point(cx + 0.66 * rx, bottom)} ${point(cx - lean * 0.5, bottom)}`,
    `S${point(left, cy + 0.68 * ry)} ${point(left, side + tilt)}Z`,
  ].join("");
  return { path, cx, cy };
}
