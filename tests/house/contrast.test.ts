import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Theme = "light" | "dark";
type Rgb = [number, number, number];

const css = readFileSync("app/globals.css", "utf8");
const tokens = new Map(
  [...css.matchAll(/--color-([\w-]+): light-dark\(oklch\(([^)]+)\), oklch\(([^)]+)\)\);/g)].map(([, name = "", light = "", dark = ""]) => [
    name,
    { light: linearRgb(light), dark: linearRgb(dark) },
  ]),
);

/** Linear sRGB of an oklch colour, by the matrices of CSS Color 4. */
function linearRgb(oklch: string): Rgb {
  const [lightness = 0, chroma = 0, hue = 0] = oklch.split(" ").map((part) => (part.endsWith("%") ? parseFloat(part) / 100 : Number(part)));
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part))) as Rgb;
}

/** The contrast ratio of WCAG 2. */
function contrast(theme: Theme, one: string, other: string): number {
  const luminance = (name: string) => {
    const colour = tokens.get(name)?.[theme];
    if (!colour) throw new Error(`globals.css has no colour "${name}".`);
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2];
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunk"];
const texts: [text: string, grounds: string[]][] = [
  ["ink", [...grounds, "lichen-soft", "signal-soft", "range"]],
  ["muted", [...grounds, "signal-soft", "lichen-soft"]],
  ["lichen", [...grounds, "lichen-soft"]],
  ["danger", grounds],
  ["signal-ink", [...grounds, "signal-soft"]],
  ["on-lichen", ["lichen"]],
  // A chosen segment, and a danger button that is pointed at.
  ["paper", ["ink", "danger"]],
];
/** What has to be seen to be used: borders of fields, the focus, filled stones. */
const shapes: [shape: string, grounds: string[]][] = [
  ["edge", grounds],
  ["lichen", grounds],
  ["danger", grounds],
];

describe.each<Theme>(["light", "dark"])("the %s theme", (theme) => {
  const pairs = (list: [string, string[]][]) => list.flatMap(([one, others]) => others.map((other) => [one, other] as const));

  it.each(pairs(texts))("has text in %s readable on %s, at 4.5 to 1", (text, ground) => {
    expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(shapes))("shows what is drawn in %s on %s, at 3 to 1", (shape, ground) => {
    expect(contrast(theme, shape, ground)).toBeGreaterThanOrEqual(3);
  });
});

it("knows a contrast that is known: black on white is 21 to 1", () => {
  tokens.set("white", { light: linearRgb("100% 0 0"), dark: linearRgb("100% 0 0") });
  tokens.set("black", { light: linearRgb("0% 0 0"), dark: linearRgb("0% 0 0") });
  expect(contrast("light", "white", "black")).toBeCloseTo(21, 1);
});
