import { describe, expect, it } from "vitest";
import { describePay, indexFigures } from "#lib/guide/figure.ts";
import type { MeasureContent } from "#lib/guide/schema.ts";
import { tinyGuide } from "#tests/support/tiny-guide.ts";

const [pay] = tinyGuide().pay;

describe("What a figure of pay measures", () => {
  it.each([
    [{}, "Utopia, bakers, wages, median, 2025"],
    [{ converted: true }, "Utopia, bakers, wages, converted to euros by the publisher, median, 2025"],
    [{ per: "hour", month: "2025-05" }, "Utopia, bakers, wages, median per hour, May 2025"],
    [{ role: "AI engineers", statistic: "range", year: null }, "Utopia, AI engineers, wages, range"],
  ] as const)("is where, whose, of which kind and who converted it, how it was counted, and when: %o", (more, words) => {
    expect(describePay({ ...pay!, ...more })).toBe(words);
  });
});

describe("A figure", () => {
  it.each([
    [{ unit: "percent", label: "About", value: 7 }, "7%"], [{ unit: "percentage points", label: "About", value: 7 }, "7 percentage points"], [{ unit: "count", label: "About", value: 12000 }, "12,000"],
    [{ unit: "dollars", label: "About", value: 12.5 }, "$12.50"], [{ unit: "day", label: "On", value: "2026-11-23" }, "23 November 2026"],
  ] as const)("is printed in its unit: %o", (baked, text) => {
    const loaves: MeasureContent = { id: "loaves", what: "Loaves baked", year: 2025, values: { baked }, source: "guild" };
    expect(indexFigures({ pay: [], growth: [], measures: [loaves] }).getFigure("loaves")).toMatchObject({ text, value: baked.value, measures: "Loaves baked, 2025" });
  });
});
