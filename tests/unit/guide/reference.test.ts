import { expect, it } from "vitest";
import { first, problemsOf, rise } from "#tests/support/broken-guide.ts";

it("A figure of growth, as one of pay, is refused when its source has no such page", () => {
  const page = "https://example.org/nowhere";
  expect(problemsOf(({ growth }) => growth.push({ ...rise, source: "guild", page }))).toContain(`baker/growth.ts: rise.page: guild has no page ${page}`);
  expect(problemsOf(({ pay }) => Object.assign(first(pay), { page }))).toContain(`baker/pay.ts: baker-pay.page: guild has no page ${page}`);
});
