import { expect, test } from "vitest";
import { isFull, progressOf } from "#lib/roadmap/progress.ts";

const items = ["a", "b", "c", "d"].map((id) => ({ id, hours: { low: 10, high: 20 } }));

test("skipped items leave the denominator of what is done, not of what is confirmed", () => {
  const progress = progressOf(items, new Map([["a", "done"], ["b", "skipped"]]), new Set(["b"]));
  expect(progress).toEqual({ done: 1, counted: 3, confirmed: 1, total: 4, hoursLeft: 30 });
});

test("a tick does not confirm, and a confirmation does not tick", () => {
  expect(progressOf(items, new Map([["a", "done"]]), new Set())).toMatchObject({ done: 1, confirmed: 0 });
  expect(progressOf(items, new Map(), new Set(["a"]))).toMatchObject({ done: 0, confirmed: 1 });
});

test("a step is full when all of its items are confirmed, and one without items never is", () => {
  expect(isFull(progressOf(items, new Map(), new Set(["a", "b", "c", "d"])))).toBe(true);
  expect(isFull(progressOf(items, new Map(), new Set(["a", "b", "c"])))).toBe(false);
  expect(isFull(progressOf([], new Map(), new Set()))).toBe(false);
});
