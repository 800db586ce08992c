import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  changesFromNotes, emptyDraft, entriesToSend, everyCriterionMet, isEmpty, flagOf, levelsToSend, markOf, marksToSend, parseDraft, placeErrors,
  problemsBeforeSending, saysTheSame, type VerdictDraft,
} from "#components/review/verdict-draft.ts";

const criteria = ["a", "b", "c"].map((id) => ({ id, text: `Criterion ${id}` }));

const draft: VerdictDraft = {
  marks: { a: { met: true, note: "", versionId: "v1", edition: 1 }, c: { met: false, note: "There is no test." } },
  levels: { depth: 2 },
  entries: ["", "Add a test.", "  ", "Say why."],
  summary: "",
};

describe("an unfinished verdict", () => {
  it("sends its marks in the order of the criteria, without those that are not marked", () => {
    expect(marksToSend(draft, criteria)).toEqual([{ criterionId: "a", met: true, note: "" }, { criterionId: "c", met: false, note: "There is no test." }]);
  });

  it("sends what is filled in, and shows an error about it at the field it was typed into", () => {
    expect(entriesToSend(draft)).toEqual([{ text: "Add a test.", place: 1 }, { text: "Say why.", place: 3 }]);
    const errors = ["changes.1", "questions.0", "marks.1.note", "marks.0.criterionId", "summary", "marks"].map((field) => ({ field, message: "No." }));
    expect(placeErrors(errors, draft, criteria).map(({ field }) => field)).toEqual(["entry.3", "entry.1", "note.c", "mark.a", "summary", "marks"]);
  });

  it("shows at the first field that something has to be asked", () => {
    expect(placeErrors([{ field: "changes", message: "Please ask." }], emptyDraft, criteria)).toEqual([{ field: "entry.0", message: "Please ask." }]);
  });

  it("cannot confirm until every criterion is met, and says at which it is not", () => {
    expect(everyCriterionMet(draft, criteria)).toBe(false);
    expect(problemsBeforeSending("confirm", { ...draft, entries: [""] }, criteria).map(({ field }) => field)).toEqual(["mark.b", "mark.c"]);
  });

  it("does not confirm over something that is still asked of the learner", () => {
    const marks = Object.fromEntries(criteria.map(({ id }) => [id, { met: true, note: "" }]));
    expect(problemsBeforeSending("confirm", { ...draft, marks }, criteria).map(({ field }) => field)).toEqual(["entry.1", "entry.3"]);
    expect(problemsBeforeSending("confirm", { ...emptyDraft, marks }, criteria)).toEqual([]);
  });

  it("does not leave a note behind whose criterion is not marked", () => {
    const marks = { b: { met: null, note: "Look here." } };
    expect(problemsBeforeSending("return", { ...draft, marks }, criteria).map(({ field }) => field)).toEqual(["mark.b"]);
  });

  it("offers the notes on what is not met as changes", () => {
    expect(changesFromNotes(draft, criteria)).toEqual(["There is no test."]);
  });

  it("flags a mark that was made on another version than the one that is shown, or by another edition", () => {
    const shown = { versionId: "v2", edition: 1 };
    expect([markOf(draft, "a"), markOf(draft, "b"), markOf(draft, "c")].map((mark) => flagOf(mark, shown))).toEqual(["version", null, null]);
    expect(flagOf(markOf(draft, "a"), { ...shown, versionId: "v1" })).toBeNull();
    expect(flagOf({ met: true, note: "", ...shown }, { ...shown, edition: 2 })).toBe("edition");
    expect(flagOf({ met: null, note: "", ...shown }, { ...shown, edition: 2 })).toBeNull();
  });

  it("sends levels of the dimensions that the step has, in their order", () => {
    const dimensions = ["breadth", "depth"].map((id) => ({ id, title: id, levels: ["none", "some", "more", "all"] }));
    expect(levelsToSend({ ...draft, levels: { depth: 0, gone: 3, breadth: 1 } }, dimensions)).toEqual([
      { dimensionId: "breadth", level: 1 }, { dimensionId: "depth", level: 0 },
    ]);
  });

  it("says the same as another whatever is left blank, and in whatever order it was marked", () => {
    const { a, c } = draft.marks;
    expect(saysTheSame(draft, { ...draft, marks: { c: c!, b: { met: null, note: "" }, a: { ...a!, versionId: "v2" } }, entries: ["Add a test.", "  ", "Say why."] })).toBe(true);
    expect(saysTheSame(draft, { ...draft, levels: {} })).toBe(false);
    expect(saysTheSame(draft, { ...draft, marks: { a: a! } })).toBe(false);
  });

  it("is the same after it was kept as JSON", () => {
    expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
  });

  it("is read from nothing but its own shape", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      const parsed = parseDraft(value);
      if (parsed) expect(isEmpty(parsed)).toBeTypeOf("boolean");
    }));
    expect(parseDraft({ marks: {}, entries: [1], summary: "" })).toEqual(emptyDraft);
    expect(parseDraft(null)).toBeNull();
  });
});
