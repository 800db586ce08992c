import { describe, expect, it } from "vitest";
import { countsOf, parseStanding } from "#lib/roadmap/standing.ts";

describe("an answer about the roadmap", () => {
  it("is read as states and confirmations", () => {
    const standing = parseStanding({ account: "ada", states: [{ itemId: "a", state: "done" }, { itemId: "b", state: "skipped" }], confirmations: [{ itemId: "a" }] }, "ada");
    expect(standing).toEqual({ states: new Map([["a", "done"], ["b", "skipped"]]), confirmed: new Set(["a"]) });
  });

  it.each([[null], ["text"], [{}], [{ account: "ada", states: 1, confirmations: [] }], [{ account: "ada", states: [] }], [{ account: "bob", states: [], confirmations: [] }]])("is none when it is %j", (answer) => {
    expect(parseStanding(answer, "ada")).toBeNull();
  });

  it("gives what can be understood, and leaves out the rest", () => {
    const standing = parseStanding({ account: "ada", states: [null, { itemId: 1, state: "done" }, { itemId: "a", state: "toString" }, { itemId: "b", state: "learning" }], confirmations: [7, {}] }, "ada");
    expect(standing).toEqual({ states: new Map([["b", "learning"]]), confirmed: new Set() });
  });
});

describe("the figures", () => {
  it("leave out what is skipped and what the guide does not have, and keep the two axes apart", () => {
    const states = new Map([["a", "done"], ["b", "skipped"], ["gone", "done"]] as const);
    expect(countsOf(["a", "b", "c"], { states, confirmed: new Set(["b", "gone"]) })).toEqual({ done: 1, counted: 2, confirmed: 1 });
  });
});
