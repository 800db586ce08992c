import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordDiff, type DiffPart } from "#lib/review/word-diff.ts";

const textOf = (parts: DiffPart[], ...kinds: DiffPart["kind"][]) =>
  parts.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text).join("");

/** Texts that share words, as two versions of one text do. */
const prose = fc.array(fc.constantFrom("the ", "encoder ", "fold. ", "leaks\n", "\n\n", "  ", "R² ", "مرحبا ", "🪨"), { maxLength: 40 })
  .map((words) => words.join(""));
const text = fc.oneof(prose, fc.string({ unit: "binary", maxLength: 60 }));

describe("the words that changed between two versions", () => {
  it("give back both texts to the letter", () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(textOf(parts, "keep", "del")).toBe(before);
      expect(textOf(parts, "keep", "ins")).toBe(after);
    }));
  });

  it("stand in runs of different kinds, none of them empty, a deletion before its insertion", () => {
    fc.assert(fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      for (const [index, { kind, text: run }] of parts.entries()) {
        expect(run).not.toBe("");
        const next = parts[index + 1]?.kind;
        expect(next).not.toBe(kind);
        expect([kind, next]).not.toEqual(["ins", "del"]);
      }
    }));
  });

  it("are none when nothing changed", () => {
    fc.assert(fc.property(text, (same) => {
      expect(textOf(wordDiff(same, same), "del", "ins")).toBe("");
    }));
  });

  it("show a rewritten sentence as one run, and keep its surroundings", () => {
    const before = "A pipeline for prices. The encoder is fitted on the training set.\n\nTests pass.";
    const after = "A pipeline for prices. The encoder is fitted inside each fold of the data.\n\nTests pass.";
    expect(wordDiff(before, after)).toEqual([
      { kind: "keep", text: "A pipeline for prices. The encoder is fitted " },
      { kind: "del", text: "on the training set." },
      { kind: "ins", text: "inside each fold of the data." },
      { kind: "keep", text: "\n\nTests pass." },
    ]);
  });

  it("are shown as one replacement when comparing them word by word would take too long", () => {
    const long = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word}${index} `).join("");
    expect(wordDiff(`same ${long("a")}`, `same ${long("b")}`).map(({ kind }) => kind)).toEqual(["keep", "del", "ins"]);
  });
});
