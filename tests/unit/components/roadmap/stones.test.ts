import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOf, stack } from "#components/roadmap/stones.ts";

const counts = fc.integer({ min: 0, max: 300 });

describe("a cairn", () => {
  it("has as many stones as it is told", () => {
    fc.assert(fc.property(counts, (count) => void expect(stack(count)).toHaveLength(count)));
  });

  it("never has a row that is wider than the one below it", () => {
    fc.assert(fc.property(counts, (count) => void expect(rowsOf(count)).toEqual(rowsOf(count).toSorted((a, b) => b - a))));
  });

  it("stays inside the drawing, and above the ground", () => {
    fc.assert(
      fc.property(counts, (count) => {
        const numbers = stack(count).flatMap(({ path }) => path.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? []);
        const outside = numbers.filter((number, index) => number < 0 || number > (index % 2 === 0 ? 260 : 289));
        expect(outside).toEqual([]);
      }),
    );
  });

  it("is drawn the same each time, so that server and browser agree", () => {
    expect(stack(11)).toEqual(stack(11));
  });

  it("of one to four stones is a single pile", () => {
    expect([1, 2, 3, 4].map(rowsOf)).toEqual([[1], [1, 1], [1, 1, 1], [1, 1, 1, 1]]);
  });
});
