import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PayRanges } from "#components/guide/pay-ranges.tsx";
import type { PayChart } from "#lib/guide/chart.ts";
import { readGuide } from "#lib/guide/store.ts";
import { axisOf, numbersIn } from "#tests/support/rendered.ts";
import { chartedTinyGuide } from "#tests/support/tiny-guide.ts";

const { content, prose } = chartedTinyGuide();
const chart = readGuide(content, prose).book!.charts.get("pay") as PayChart;

describe.each([["wide", true], ["narrow", false]])("A drawing of pay, %s,", (_, wide) => {
  const svg = renderToStaticMarkup(createElement(PayRanges, { chart, wide }));
  const axis = axisOf(svg);
  const [zero, last] = [axis[0]!.x, axis.at(-1)!.x];
  const at = (amount: number) => Math.round(zero + ((last - zero) * amount) / 60_000);

  it("has an axis of even steps", () => {
    expect(axis).toEqual([["0", 0], ["€20k", 20_000], ["€40k", 40_000], ["€60k", 60_000]].map(([label, amount]) => ({ label, x: at(Number(amount)) })));
    expect(last - zero).toBeGreaterThan(300);
  });

  it("has a bar from the 10th percentile to the 90th where both are known", () => {
    expect(numbersIn(svg, /<rect x="(\d+)"[^>]* width="(\d+)"[^>]* class="fill-range/g)).toEqual([[at(24_000), at(42_000) - at(24_000)]]);
  });

  it("marks a median with a line and a mean with a diamond, each at its amount", () => {
    expect(numbersIn(svg, /<rect x="(\d+)"[^>]* width="(\d+)"[^>]* class="fill-lichen/g)).toEqual([[at(31_000) - 2, 4]]);
    expect(numbersIn(svg, /<path d="M(\d+) /g)).toEqual([[at(45_000)]]);
  });
});
