import { describe, expect, it } from "vitest";
import { nextThing, type Standing } from "#components/review/next-thing.ts";
import type { Path } from "#lib/guide/path.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";

const item = (id: string) => ({ id, title: `Item ${id}`, shows: "A notebook", hours: { low: 1, high: 2 }, criteria: [], resources: [] });
const path: Path = { slug: "guide", title: "Guide", steps: [{ id: "s", number: 1, title: "Step", summary: "", items: ["a", "b", "c"].map(item) }] };

const review = (itemId: string, turn: Pick<ReviewSummaryDto["turn"], "whose" | "reason">) => ({
  reviewId: `review-${itemId}`, itemId, itemTitle: `Item ${itemId}`, turn: { ...turn, since: "2026-11-23T10:00:00Z" },
}) as ReviewSummaryDto;

function next(standing: Partial<Standing>) {
  return nextThing(path, { states: new Map(), confirmed: new Set(), shown: new Set(), reviews: [], ...standing });
}

describe("what to do next", () => {
  it("is to begin the first item when nothing was begun", () => {
    expect(next({})?.href).toBe("#a");
  });

  it("is to answer a mentor before all else", () => {
    const reviews = [review("c", { whose: "learner", reason: "changes" })];
    expect(next({ reviews, states: new Map([["a", "learning"]]) })?.href).toBe("/reviews/review-c");
  });

  it("does not count an unsent review as a mentor's question", () => {
    expect(next({ reviews: [review("c", { whose: "learner", reason: "unsent" })] })?.href).toBe("#a");
  });

  it("is to ask about what is done and shown, unless it is asked for or confirmed already", () => {
    const states = new Map([["a", "learning"], ["b", "done"]] as const);
    const shown = new Set(["b"]);
    expect(next({ states, shown })?.words).toBe("Ask a mentor to review: Item b");
    expect(next({ states, shown, confirmed: new Set(["b"]) })?.href).toBe("#a");
    expect(next({ states, shown, reviews: [review("b", { whose: "mentors", reason: "in-queue" })] })?.href).toBe("#a");
  });

  it("is to go on with what was begun, wherever it stands on the path", () => {
    expect(next({ states: new Map([["c", "learning"]]) })?.href).toBe("#c");
  });

  it("is nothing that a mentor has or has confirmed, whatever its learner's own mark says", () => {
    const states = new Map([["a", "learning"], ["b", "todo"]] as const);
    const reviews = [review("a", { whose: "mentors", reason: "in-queue" })];
    expect(next({ states, reviews, confirmed: new Set(["b"]) })?.href).toBe("#c");
  });

  it("is nothing when all is done or skipped", () => {
    expect(next({ states: new Map([["a", "done"], ["b", "skipped"], ["c", "done"]]) })).toBeNull();
  });
});
