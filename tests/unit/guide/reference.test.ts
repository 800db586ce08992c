import { expect, it } from "vitest";
import { describeProblems } from "#lib/guide/problem.ts";
import { first, problemsOf, rise, written } from "#tests/support/broken-guide.ts";

it("A figure of growth, as one of pay, is refused when its source has no such page", () => {
  const page = "https://example.org/nowhere";
  expect(problemsOf(({ growth }) => growth.push({ ...rise, source: "guild", page }))).toContain(`baker/growth.ts: rise.page: guild has no page ${page}`);
  expect(problemsOf(({ pay }) => Object.assign(first(pay), { page }))).toContain(`baker/pay.ts: baker-pay.page: guild has no page ${page}`);
});

it("A source that only the prose names is refused until it is said what the prose has from it", () => {
  const cite = (more: object) =>
    problemsOf(({ sources }) => sources.push({ ...first(sources), id: "mill", ...more }), written("\nMillers say so.:source[mill]\n"));
  expect(cite({})).toContain("baker/sources.ts: mill.citedFor: no record names this source: say what the prose has from it");
  expect(cite({ citedFor: "What millers say" })).toBe(describeProblems("baker", []));
});
