import { describe, expect, it } from "vitest";
import { kindNames, kinds, kindsFor } from "#lib/notification/kind.ts";
import { noticeNamed, notices, noticesOf, toldEvents, type Notice, type NoticeFacts } from "#lib/notification/notice.ts";

const facts = (given: Partial<NoticeFacts> = {}): NoticeFacts => ({ who: null, verdict: null, role: null, days: null, ...given });
const all: Notice[] = Object.values(notices);

describe("a notice", () => {
  it("names nobody to a mentor or an admin: a learner may go by another name with them", () => {
    const toMentors = all.filter(({ to }) => to !== "learner" && to !== "account");
    expect(new Set(toMentors.map(({ to }) => to))).toEqual(new Set(["leaseHolder", "reservedFor", "mentor", "formerMentor", "admins"]));
    expect(toMentors.filter(({ about, words }) => about !== undefined || words(facts({ who: "Noor Haddad" })).includes("Noor"))).toEqual([]);
  });

  it("has words without a name, for when the account behind it was erased", () => {
    for (const { words } of all) expect(words(facts({ days: 7 }))).not.toMatch(/null|undefined/);
    expect(notices.claimed.words(facts())).toBe("A mentor is reviewing your work");
  });

  it("says which of the two a return was", () => {
    expect(notices.returned.words(facts({ verdict: "ask" }))).toBe("A mentor asks you something");
    expect(notices.returned.words(facts({ verdict: "return" }))).toBe("A mentor asks for changes");
  });

  it("of a correction says who took the verdict back", () => {
    expect(notices.corrected.words(facts({ who: "Ada" }))).toBe("\u2068Ada\u2069 took back what they said of your work, and looks at it again");
    expect(notices.reopened.words()).toBe("An admin took back the verdict on your work; it is in the queue again");
  });

  it("of a reassignment is one to the learner, by name, one to the new mentor and one to whoever had it", () => {
    expect(noticesOf("review.reassigned").map(({ notice: { to, kind } }) => [to, kind])).toEqual([["mentor", "reserved"], ["learner", "handed_over"], ["formerMentor", "lapsed"]]);
    expect(notices.reassigned.words(facts({ who: "Ada" }))).toBe("An admin gave your work to \u2068Ada\u2069");
    expect(notices.reassigned.words(facts())).toBe("An admin gave your work to another mentor");
  });

  it("keeps a name's direction to the name", () => {
    expect(notices.confirmed.words(facts({ who: "שרה \u202e\u2069 evil" }))).toBe("\u2068שרה  evil\u2069 confirmed your work");
  });

  it("is told once to each of an event's people", () => {
    for (const event of toldEvents) {
      const receivers = noticesOf(event).map(({ notice }) => notice.to);
      expect(new Set(receivers).size, event).toBe(receivers.length);
    }
  });

  it("of a new sign-in says what to do if it was not oneself", () => {
    expect(notices.signedIn.words()).toContain("if it was not you, tell an admin");
  });

  it("of an unknown event or name is none", () => {
    expect(noticesOf("review.asked")).toEqual([]);
    expect(noticeNamed("toString")).toBeNull();
    expect(noticeNamed("returned")).toBe(notices.returned);
  });
});

describe("the kinds", () => {
  it("of somebody who is no mentor leave out what only mentors are told", () => {
    expect(kindsFor(new Set())).not.toContain("resubmitted");
    expect(kindsFor(new Set(["mentor"]))).toEqual(kindNames);
  });

  it("that insist are the nudges alone", () => {
    expect(kindNames.filter((kind) => kinds[kind].insists)).toEqual(["your_turn"]);
  });
});
