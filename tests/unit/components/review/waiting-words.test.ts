import { describe, expect, it } from "vitest";
import { answerTimeWords, lengthWords, placeWords, waitingTimeWords } from "#components/review/waiting-words.ts";

const [HOUR, DAY] = [3_600, 86_400];

describe("the words for a waiting time", () => {
  it("are true of the figure: rounded up where something was done within it, down where it took longer", () => {
    expect([30, 61, 2 * HOUR, 26 * HOUR, 2 * DAY, 2 * DAY + 1].map((seconds) => lengthWords(seconds, "up")))
      .toEqual(["1 minute", "2 minutes", "2 hours", "26 hours", "2 days", "3 days"]);
    expect([30, 119, 2 * HOUR, 2.9 * DAY].map((seconds) => lengthWords(seconds, "down"))).toEqual(["a moment", "1 minute", "2 hours", "2 days"]);
  });

  it("say what they are told from", () => {
    expect(waitingTimeWords({ known: "median", seconds: 2 * DAY, reviews: 24 })).toBe("Half of the reviews were claimed within 2 days (24 reviews in the last 90 days).");
    expect(waitingTimeWords({ known: "more-than", seconds: 80 * DAY, reviews: 1_200 }))
      .toBe("More than half of the reviews waited longer than 80 days (1,200 reviews in the last 90 days).");
    expect(waitingTimeWords({ known: "too-few", reviews: 1 })).toBe("How long reviews wait cannot be said yet: only 1 review in the last 90 days.");
    expect(waitingTimeWords({ known: "too-few", reviews: 0 })).toMatch(/^No review was asked for/);
  });
});

describe("the words for a place", () => {
  it("count what waits before", () => {
    expect([0, 1, 12, 1_000].map(placeWords)).toEqual([
      "No other review has waited longer than yours.", "One review waits before yours.", "12 reviews wait before yours.", "1,000 reviews or more wait before yours.",
    ]);
  });
});

describe("the words for how soon a mentor answered", () => {
  it("say nothing of too few answers but how many they are", () => {
    expect(answerTimeWords({ answers: 0, seconds: null })).toBe("No answers yet.");
    expect(answerTimeWords({ answers: 7, seconds: null })).toBe("Too few to say (7 answers).");
    expect(answerTimeWords({ answers: 8, seconds: 5 * HOUR })).toBe("Half within 5 hours (8 answers).");
  });
});
