import { describe, expect, it } from "vitest";
import { isBehind, putBack } from "#components/review/queue-groups.ts";
import type { QueueRowDto } from "#lib/review/schema.ts";

/** A review by its step and the day on which it was asked for, such as "a3"; the mentor's own step is a. */
const row = (name: string): QueueRowDto => ({
  reviewId: name, itemId: "i", itemTitle: "An item", stepTitle: name[0]!, guide: "a-guide", learnerName: "Noor", evidenceTitle: "A piece",
  evidenceUrl: "https://example.org/", kind: "article", queuedAt: `2026-01-0${name[1]}T00:00:00.000Z`, round: 1, reservedForYou: false,
  ofYourSteps: name.startsWith("a"), question: "",
});
const rows = (names: string) => names.split(" ").map(row);

describe("a row that is looked at and is not among the others", () => {
  it.each([
    ["r1", "r2 r3"], ["r3", "r1 r2 r4"], ["r5", "r1 r4"],
    // In the queue of a mentor with steps of their own, what was asked for later may stand first.
    ["b2", "a3 b1 b4"], ["a1", "a3 b1 b4"], ["b5", "a3 b1 b4"], ["a4", "a3 b1 b5"],
    // Asked for at one time, by their ids.
    ["b1b", "b1a b1c"],
  ])("%s stands where it stood among %s", (absent, others) => {
    const ofItsStep = putBack(rows(others), row(absent)).filter(({ stepTitle }) => stepTitle === absent[0]).map(({ reviewId }) => reviewId);
    expect(ofItsStep).toEqual([absent, ...others.split(" ").filter((each) => each.startsWith(absent[0]!))].toSorted());
  });

  it.each([
    ["r5", "r1 r2", true], ["r1", "r2 r3", false], ["b1", "a3", true], ["a9", "a3 b1", false], ["b2", "a3 b1", true], ["b1b", "b1a", true], ["b1a", "b1b", false],
  ])("%s may wait behind what was read, %s: %s", (absent, others, behind) => {
    expect(isBehind(rows(others), row(absent))).toBe(behind);
  });

  it("waits behind nothing where nothing was read", () => {
    expect(isBehind([], row("r1"))).toBe(false);
  });
});
