import { expect, test } from "vitest";
import { mergeWords } from "#components/roadmap/merge-kept.ts";

const added = (...from: ("todo" | "done" | "learning")[]) => from.map((state, index) => ({ itemId: `i${index}`, from: state, before: null }));

test.each([
  [{ added: added("todo", "learning"), kept: [], ignored: [] }, "2 added."],
  [{ added: added("todo", "done"), kept: ["a", "b"], ignored: [] }, "1 added, 1 was done there already, 2 were already newer in your account."],
  [{ added: [], kept: ["a"], ignored: ["b", "c"] }, "0 added, 1 was already newer in your account, 2 are no longer in the guide."],
])("%j is told as “%s”", (merged, words) => {
  expect(mergeWords(merged)).toBe(words);
});
