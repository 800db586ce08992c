import { describe, expect, it } from "vitest";
import { eventWords } from "#components/review/event-words.ts";

describe("the words for an event", () => {
  it("say who did what to which version", () => {
    expect(eventWords({ kind: "claimed", who: "Ada K.", byYou: false, versionNumber: 2 })).toEqual({ who: "Ada K.", what: "claimed version\u{a0}2" });
    expect(eventWords({ kind: "withdrawn", who: "Ada K.", byYou: true, versionNumber: null })).toEqual({ who: "You", what: "withdrew it" });
  });

  it("name the clock by nobody, and an erased account by its part", () => {
    expect(eventWords({ kind: "lapsed", who: null, byYou: false, versionNumber: null }).who).toBeNull();
    expect(eventWords({ kind: "confirmed", who: null, byYou: false, versionNumber: null }).who).toBe("A mentor");
    expect(eventWords({ kind: "resubmitted", who: null, byYou: false, versionNumber: 3 }).who).toBe("The learner");
  });
});
