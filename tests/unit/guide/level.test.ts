import { describe, expect, it } from "vitest";
import { describeLevel, levelNames, nameLevel } from "#lib/guide/level.ts";
import { listGuides } from "#lib/guide/guide.ts";

describe("A level", () => {
  it("is told by its number and its name", () => {
    expect([0, 1, 2, 3].map(nameLevel)).toEqual(["0, not yet", "1, started", "2, meets", "3, exceeds"]);
  });

  it("stands before its words, and alone where they are not known any more", () => {
    expect(describeLevel(3, "Others have reused it")).toBe("3, exceeds: Others have reused it");
    expect(describeLevel(3, undefined)).toBe("3, exceeds");
  });

  it("has a name in every rubric", () => {
    const counts = listGuides().flatMap(({ steps }) => steps.flatMap(({ dimensions }) => dimensions.map(({ levels }) => levels.length)));
    expect(new Set(counts)).toEqual(new Set([levelNames.length]));
  });
});
