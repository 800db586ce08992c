import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PayRanges } from "#components/guide/pay-ranges.tsx";
import { axisAmount, type GrowthChart, type PayChart, payRow } from "#lib/guide/chart.ts";
import { getBook, readGuide } from "#lib/guide/store.ts";
import { axisOf } from "#tests/support/rendered.ts";
import { chartedTinyGuide, tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

function marksOf(chart: PayChart, wide: boolean): string[] {
  return axisOf(renderToStaticMarkup(createElement(PayRanges, { chart, wide }))).map(({ label }) => label);
}

describe("The axis of a chart of money", () => {
  it("names its currency at every mark but zero, which is none of any", () => {
    const chart = readGuide(tinyGuide(), tinyProse).book?.charts.get("pay") as PayChart;
    for (const wide of [true, false]) expect(marksOf(chart, wide)).toEqual(["0", "€20k", "€40k", "€60k"]);
  });

  it("does so in every chart of this guide", () => {
    const charts = [...getBook("machine-learning-engineer")!.charts.values()].filter((chart) => chart.kind === "pay");
    expect(charts.length).toBeGreaterThan(3);
    for (const chart of charts) expect(marksOf(chart, true).slice(1).every((mark) => mark.startsWith("$")), chart.id).toBe(true);
  });

  it("writes amounts short, in whatever currency", () => {
    expect([axisAmount(2500, "GBP"), axisAmount(40, "CAD"), axisAmount(1_500_000, "INR")]).toEqual(["£2.5k", "CA$40", "₹1.5M"]);
  });
});

describe("A row of a chart", () => {
  const { content, prose } = chartedTinyGuide();
  const charts = readGuide(content, prose).book!.charts;

  it("reaches from the 10th percentile to the 90th, and says what is given beside it", () => {
    expect((charts.get("pay") as PayChart).rows[0]).toMatchObject({
      value: 31000, low: 24000, high: 42000, valueText: "€31,000", lowText: "€24,000", highText: "€42,000", statistic: "median", kind: "wages", sample: "120", caution: "A small sample.",
      further: ["25th to 75th percentile €27,000 to €36,000", "mean €33,000", "at entry €22,000", "seniors from €40,000", "1,900 people employed"],
    });
  });

  it("says who converted its amounts", () => {
    expect(payRow({ ...content.pay[0]!, currency: "USD", converted: true }, { label: "Bakers", note: 1, sources: content.sources }).kind).toBe("wages, converted to US dollars by the publisher");
  });

  it("tells the jobs at the start from those at the end", () => {
    const [bakers, millers] = (charts.get("growth") as GrowthChart).rows;
    expect(bakers).toMatchObject({ value: 3, valueText: "3%", period: "2024 to 2034", jobsStart: "1,000", jobsAdded: "30", jobsEnd: "1,030", openings: "75", entryEducation: "an apprenticeship" });
    expect(millers).toMatchObject({ detail: "of flour", value: 12, jobsStart: null, jobsAdded: null, jobsEnd: null, openings: null, entryEducation: null });
  });
});
