import { describe, expect, it } from "vitest";
import type { CertificationContent, GuideContent } from "#lib/guide/schema.ts";
import { first, loaves, problemsOf, rise } from "#tests/support/broken-guide.ts";
import { fair, guildMark } from "#tests/support/tiny-guide.ts";

describe("What contradicts itself is refused:", () => {
  it.each<[string, Partial<GuideContent["pay"][number]>, string]>([
    ["a low above the high", { low: 40000, high: 30000, value: undefined, statistic: "range" }, "high: 30000 is less than low, 40000"],
    ["a value below the low", { low: 32000, high: 40000 }, "value: 31000 is less than low, 32000"],
    ["a value above the high", { low: 20000, high: 30000 }, "high: 30000 is less than value, 31000"],
    ["percentiles out of order", { percentiles: { p10: 24000, p25: 23000 } }, "p25: 23000 is less than p10, 24000"],
    ["a median below the tenth percentile", { percentiles: { p10: 32000, p90: 42000 } }, "value: 31000 is less than p10, 32000"],
    ["a median above the ninetieth", { percentiles: { p10: 24000, p90: 30000 } }, "p90: 30000 is less than value, 31000"],
  ])("%s", (_what, change, message) => {
    expect(problemsOf((content) => Object.assign(first(content.pay), change))).toContain(`baker/pay.ts: baker-pay.${message}`);
  });

  it.each<[string, Partial<GuideContent["pay"][number]>, string]>([
    ["a median that is none", { value: undefined }, "a median needs a value"],
    ["a median that is a range", { value: undefined, low: 20000, high: 30000 }, "a median needs a value"],
    ["a mean that is a range", { statistic: "mean", value: undefined, low: 20000, high: 30000 }, "a mean needs a value"],
    ["a range without an end", { statistic: "range", value: undefined, low: 20000 }, "a range needs low and high"],
    ["a range that is one value", { statistic: "range", low: 20000, high: 40000 }, "a range has no value: it is its low and high"],
  ])("%s", (_what, change, message) => {
    expect(problemsOf((content) => Object.assign(first(content.pay), change))).toContain(`baker/pay.ts: baker-pay: ${message}`);
  });

  it("but a mean may lie outside of the percentiles", () => {
    expect(problemsOf((content) => Object.assign(first(content.pay), { statistic: "mean", value: 50000 }))).toMatch(/\b0 problems/);
  });

  it("jobs that do not add up, beyond what was rounded", () => {
    const withJobs = (jobsStart: number, jobsAdded: number, jobsEnd: number) => problemsOf((content) => content.growth.push({ ...rise, source: "guild", jobsStart, jobsAdded, jobsEnd }));
    expect(withJobs(40300, 7900, 49000)).toContain("baker/growth.ts: rise.jobsEnd: 49000 is not 40300 and 7900 more");
    expect(withJobs(40300, 7900, 48300)).toMatch(/\b0 problems/);
    expect(withJobs(40311, 7922, 48234)).toMatch(/\b0 problems/);
  });

  it("a chart of several periods whose rows do not say which is theirs", () => {
    const compared = (detail?: string) => problemsOf((content) => {
      content.growth.push({ ...rise, source: "guild" }, { ...rise, id: "rise-before", period: "2022-32", source: "guild" });
      content.charts.push({ id: "rises", kind: "growth", title: "Rises", says: "It slows.", caption: "Jobs.", rows: [
        { figure: "rise", label: "Bakers, 2024" }, { figure: "rise-before", label: "Bakers", ...(detail && { detail }) }] });
    });
    expect(compared()).toContain("baker/charts.ts: rises.rows: the chart mixes periods, and the row of rise-before does not say that its own begins in 2022");
    expect(compared("from 2022")).toMatch(/\b0 problems/);
  });

  it("a chart's row whose pay is a range alone, of which nothing would be drawn", () => {
    const ranged = problemsOf((content) => Object.assign(first(content.pay), { statistic: "range", value: undefined, low: 20000, high: 30000 }));
    expect(ranged).toContain("baker/charts.ts: pay.rows: baker-pay has no value to be drawn: show it with ::records");
  });

  it("a measure that measures nothing", () => {
    expect(problemsOf((content) => content.measures.push({ ...loaves, source: "guild", values: {} }))).toContain("baker/measures.ts: [0].values: must hold a value");
  });

  it("an event that is held nowhere and elsewhere too", () => {
    const held = { start: "2026-05-02", end: "2026-05-04", place: "Atlantis" };
    expect(problemsOf((content) => content.events.push({ ...fair, held: null, alsoIn: [held] }))).toContain("baker/events.ts: fair.alsoIn: is held nowhere first: say in `held` when and where");
  });

  it("a certificate that is replaced and was never retired, or replaced by what it replaced", () => {
    const marks = (...list: Partial<CertificationContent>[]) => problemsOf((content) => content.certifications.push(...list.map((change) => ({ ...guildMark, ...change }))));
    const other = { id: "new-mark" };
    for (const status of ["active", "beta", "closed"] as const) {
      expect(marks({ status, replacedBy: "new-mark" }, other)).toContain(`baker/certifications.ts: guild-mark.replacedBy: is ${status}, so nothing has replaced it`);
    }
    const round = marks({ replacedBy: "new-mark" }, { ...other, replacedBy: "third-mark" }, { id: "third-mark", replacedBy: "guild-mark" });
    expect(round).toContain("baker/certifications.ts: guild-mark.replacedBy: leads back to guild-mark by way of new-mark");
  });
});
