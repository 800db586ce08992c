import { describe, expect, it } from "vitest";
import { changesOf, formatTicks, parseTicks, withTick } from "#lib/roadmap/kept-ticks.ts";

const now = 1_800_000_000_000;

describe("what a browser kept", () => {
  it("is read as it was written", () => {
    const ticks = new Map([["mle.foundations.pca", now - 5], ["mle.models.trees", 0]]);
    expect(parseTicks(formatTicks(ticks), now)).toEqual(ticks);
  });

  it.each([
    ["nothing", null], ["an empty text", ""], ["no JSON", "{ticks:"], ["a number", "7"], ["null", "null"], ["a list", "[1,2]"],
    ["ticks that are none", '{"ticks":7}'], ["ticks that are null", '{"ticks":null}'], ["another shape", '{"version":9,"items":{"a":1}}'],
  ])("holds no ticks when it is %s", (_, text) => {
    expect(parseTicks(text, now).size).toBe(0);
  });

  it("gives what can be understood, and leaves out the rest", () => {
    const messy = '{"version":0,"ticks":{"mle.a":5,"mle.b":"5","mle.c":null,"":5,"<b>":5,"mle.d":-1,"mle.e":1e999,"__proto__":5,"x y":5}}';
    expect([...parseTicks(messy, now).keys()]).toEqual(["mle.a", "__proto__"]);
    expect(formatTicks(parseTicks(messy, now))).toContain('"__proto__":5');
  });

  it("never lies in the future", () => {
    expect(parseTicks('{"ticks":{"mle.a":9e15}}', now).get("mle.a")).toBe(now);
  });

  it("is cut where it is longer than any guide", () => {
    const long = formatTicks(new Map(Array.from({ length: 5_000 }, (_, index) => [`mle.${index}`, index])));
    expect(parseTicks(long, now).size).toBe(200);
  });
});

describe("a tick", () => {
  it("is kept with its time, and forgotten when it is taken away", () => {
    const once = withTick(new Map(), { itemId: "mle.a", done: true, at: 7 });
    expect([...once]).toEqual([["mle.a", 7]]);
    expect(withTick(once, { itemId: "mle.a", done: false, at: 8 }).size).toBe(0);
    expect(once.size).toBe(1);
  });
});

describe("the changes to send", () => {
  it("are numbered in the order in which they were made, each with its age", () => {
    expect(changesOf(new Map([["late", now - 10], ["early", now - 90]]), now)).toEqual([
      { itemId: "early", state: "done", sequence: 1, ageMs: 90 }, { itemId: "late", state: "done", sequence: 2, ageMs: 10 },
    ]);
  });

  it("have no age below zero, should the clock have been set back", () => {
    expect(changesOf(new Map([["a", now + 500]]), now)[0]?.ageMs).toBe(0);
  });
});
