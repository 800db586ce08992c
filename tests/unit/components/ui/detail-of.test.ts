import { afterEach, expect, it, vi } from "vitest";
import { detailOf } from "#components/ui/detail-of.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";

afterEach(() => vi.unstubAllGlobals());

it("a refusal is told in its own words, a bug is reported and told as no answer", () => {
  const report = vi.fn();
  vi.stubGlobal("reportError", report);
  expect(detailOf(new ProblemError({ ...unreachable, code: "LEASE_HELD", detail: "Somebody was faster." }))).toBe("Somebody was faster.");
  expect(report).not.toHaveBeenCalled();
  const bug = new TypeError("undefined is not a function");
  expect(detailOf(bug)).toBe(unreachable.detail);
  expect(report).toHaveBeenCalledWith(bug);
});
