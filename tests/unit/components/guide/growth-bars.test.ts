import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { GrowthBars } from "#components/guide/growth-bars.tsx";
import type { GrowthChart } from "#lib/guide/chart.ts";
import { readGuide } from "#lib/guide/store.ts";
import { axisOf, numbersIn } from "#tests/support/rendered.ts";
import { chartedTinyGuide } from "#tests/support/tiny-guide.ts";

const { content, prose } = chartedTinyGuide();
const chart = readGuide(content, prose).book!.charts.get("growth") as GrowthChart;

describe.each([["wide", true], ["narrow", false]])("A drawing of growth, %s,", (_, wide) => {
  const svg = renderToStaticMarkup(createElement(GrowthBars, { chart, wide }));
  const axis = axisOf(svg);
  const [zero, last] = [axis[0]!.x, axis.at(-1)!.x];
  const at = (percent: number) => Math.round(zero + ((last - zero) * percent) / 15);

  it("has an axis of even steps", () => {
    expect(axis).toEqual([0, 5, 10, 15].map((percent) => ({ label: `${percent}%`, x: at(percent) })));
    expect(last - zero).toBeGreaterThan(250);
  });

  it("has bars from zero to what they say, with the figure at their end", () => {
    const bars = numbersIn(svg, /<rect x="(\d+)"[^>]* width="(\d+)".*?<text x="(\d+)"[^>]*>(\d+)%</g);
    expect(bars).toEqual([3, 12].map((percent) => [zero, at(percent) - zero, at(percent) + 8, percent]));
  });
});
