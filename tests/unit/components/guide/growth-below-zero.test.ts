import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { GrowthBars } from "#components/guide/growth-bars.tsx";
import type { GrowthChart } from "#lib/guide/chart.ts";
import { readGuide } from "#lib/guide/store.ts";
import { rise } from "#tests/support/broken-guide.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

function drawn(...percents: number[]) {
  const content = tinyGuide();
  content.growth = percents.map((growthPercent, index) => ({ ...rise, id: `rise-${index}`, growthPercent, source: "guild" }));
  content.charts.push({ id: "rises", kind: "growth", title: "Rises", says: "So it goes.", caption: "Jobs.", rows: content.growth.map(({ id }) => ({ figure: id, label: "Bakers" })) });
  const chart = readGuide(content, { "the-work": `${tinyProse["the-work"]}\n::chart[rises]\n` }).book?.charts.get("rises") as GrowthChart;
  return [true, false].map((wide) => {
    const html = renderToStaticMarkup(createElement(GrowthBars, { chart, wide }));
    const numbers = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match.slice(1).map(Number));
    return {
      html,
      marks: numbers(/text-anchor="middle"[^>]*>(-?[\d.]+)%/g).flat(),
      lines: numbers(/<line x1="(-?\d+)"/g).flat(),
      bars: numbers(/<rect x="(-?\d+)" y="\d+" width="(-?\d+)"/g),
    };
  });
}

describe("Bars of growth", () => {
  it("begin at zero, which stands within the axis where jobs are lost", () => {
    for (const { marks, lines, bars: [gain, loss] } of drawn(12, -7)) {
      expect(marks).toEqual([-10, -5, 0, 5, 10, 15]);
      const zero = lines[2]!;
      expect([gain?.[0], loss && loss[0]! + loss[1]!]).toEqual([zero, zero]);
      expect([gain?.[1], loss?.[1], loss?.[0]].every((length) => length! > 0)).toBe(true);
      expect(loss![0]).toBeGreaterThan(lines[0]!);
    }
  });

  it("end at zero where every row loses jobs", () => {
    for (const { marks, lines, bars } of drawn(-8)) {
      expect(marks).toEqual([-8, -6, -4, -2, 0]);
      expect(bars).toEqual([[lines[0], lines[4]! - lines[0]!]]);
    }
  });

  it("have an axis where nothing grows", () => {
    for (const { html, marks, bars } of drawn(0)) {
      expect(html).not.toContain("NaN");
      expect(marks).toEqual([0, 1]);
      expect(bars[0]?.[1]).toBe(0);
    }
  });

  it("have round numbers below them, however small", () => {
    expect(drawn(0.7).map(({ marks }) => marks)).toEqual([[0, 0.2, 0.4, 0.6, 0.8], [0, 0.2, 0.4, 0.6, 0.8]]);
  });
});
