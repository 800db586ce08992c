import { describe, expect, it } from "vitest";
import { roundWords, turnTone, turnWords, turnWordsForMentor, type Standing } from "#components/review/turn-words.ts";

const since = "2026-11-20T10:00:00.000Z";
const returned: Standing = { turn: { whose: "learner", reason: "changes", since }, status: "returned", openChanges: 2, mentorName: "Ada K." };

describe("the words for a turn", () => {
  it("tell the learner what is asked of them, and a mentor that it is the learner's turn", () => {
    expect(turnWords(returned)).toBe("Your turn: 2 changes asked");
    expect(turnWords({ ...returned, turn: { ...returned.turn, reason: "information" }, openChanges: 1 })).toBe("Your turn: 1 question asked");
    expect(turnWordsForMentor(returned)).toBe("The learner's turn: 2 changes asked");
    expect(turnTone(returned)).toBe("turn");
  });

  it("say who is reviewing, also when the name is gone", () => {
    const claimed: Standing = { ...returned, status: "claimed", turn: { whose: "mentors", reason: "being-reviewed", since } };
    expect(turnWords(claimed)).toBe("Ada K. is reviewing");
    expect(turnWords({ ...claimed, mentorName: null })).toBe("A mentor is reviewing");
  });

  it("say how a review ended", () => {
    const over = (status: Standing["status"]) => turnWords({ ...returned, status, turn: { whose: "nobody", reason: "over", since } });
    expect([over("confirmed"), over("withdrawn"), over("closed")]).toEqual(["Confirmed", "Withdrawn", "Closed"]);
  });

  it("count rounds from the second", () => {
    expect([1, 2, 3, 12].map(roundWords)).toEqual(["", "second round", "third round", "12th round"]);
  });
});
