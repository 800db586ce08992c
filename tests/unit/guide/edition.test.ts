import { describe, expect, it } from "vitest";
import { findEditionProblems, hashRequirement } from "#lib/guide/edition.ts";
import { firstItem } from "#tests/support/broken-guide.ts";
import { tinyGuide } from "#tests/support/tiny-guide.ts";

const item = firstItem(tinyGuide());
const problems = (numbers: number[], edition: number) => {
  const editions = numbers.map((number) => ({ edition: number, hashes: [hashRequirement(item)] }));
  return findEditionProblems([{ ...item, edition }], { [item.id]: { editions } }).map(({ message }) => message);
};

describe("The editions of an item", () => {
  it.each([[[2], 2], [[1, 3], 3], [[2, 1], 1], [[1, 1], 1]])("are refused where they are not counted from one without gaps: %j", (numbers, edition) => {
    expect(problems(numbers, edition)).toEqual(["editions must be 1, 2, 3, … without gaps"]);
  });

  it("may be several", () => {
    expect(problems([1, 2, 3], 3)).toEqual([]);
  });
});
