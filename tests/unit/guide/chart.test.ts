import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PayRanges } from "#components/guide/pay-ranges.tsx";
import { axisAmount, type PayChart } from "#lib/guide/chart.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

function axisOf(chart: PayChart, wide: boolean): string[] {
  const html = renderToStaticMarkup(createElement(PayRanges, { chart, wide }));
  return [...html.matchAll(/<text[^>]*fill-muted font-sans"[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");
}

describe("The axis of a chart of money", () => {
  it("names its currency at every mark but zero, which is none of any", () => {
    const chart = readGuide(tinyGuide(), tinyProse).book?.charts.get("pay") as PayChart;
    for (const wide of [true, false]) expect(axisOf(chart, wide)).toEqual(["0", "€20k", "€40k", "€60k"]);
  });

  it("does so in every chart of this guide", () => {
    const charts = [...getBook("machine-learning-engineer")!.charts.values()].filter((chart) => chart.kind === "pay");
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) expect(axisOf(chart, true).slice(1).every((mark) => mark.startsWith("$")), chart.id).toBe(true);
  });

  it("writes amounts short, in whatever currency", () => {
    expect([axisAmount(2500, "GBP"), axisAmount(40, "CAD"), axisAmount(1_500_000, "INR")]).toEqual(["£2.5k", "CA$40", "₹1.5M"]);
  });
});
