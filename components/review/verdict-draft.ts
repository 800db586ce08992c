import type { FieldError } from "#lib/base/problem.ts";
import type { DraftBody, ReviewDto, VerdictDto } from "#lib/review/schema.ts";

/** An unfinished verdict: everything that a mentor has marked or typed; blank entries are not sent. */
export type VerdictDraft = DraftBody;

export type DraftMark = DraftBody["marks"][string];

export type VerdictKind = "confirm" | "return" | "ask";

type Criteria = ReviewDto["requirement"]["criteria"];

export const emptyDraft: VerdictDraft = { marks: {}, levels: {}, entries: [""], summary: "" };

const unmarked: DraftMark = { met: null, note: "" };

export function markOf(draft: VerdictDraft, criterionId: string): DraftMark {
  return draft.marks[criterionId] ?? unmarked;
}

/** What is on the screen: a mark is of both. */
export interface Shown { versionId: string; edition: number }

/** Of what else than what is shown a mark was made: of another version, or of criteria in other words; null when of neither. */
export function flagOf({ met, versionId, edition }: DraftMark, shown: Shown): "version" | "edition" | null {
  if (met === null) return null;
  if (edition !== undefined && edition !== shown.edition) return "edition";
  return versionId !== undefined && versionId !== shown.versionId ? "version" : null;
}

export function isEmpty({ marks, levels, entries, summary }: VerdictDraft): boolean {
  return summary === "" && entries.every((entry) => entry === "") && Object.keys(levels).length === 0
    && Object.values(marks).every(({ met, note }) => met === null && note === "");
}

/** Whether two drafts say the same; blank entries and criteria without a mark or note say nothing. */
export function saysTheSame(one: VerdictDraft, other: VerdictDraft): boolean {
  return JSON.stringify(said(one)) === JSON.stringify(said(other));
}

function said({ marks, levels, entries, summary }: VerdictDraft) {
  const inOrder = <Value>(record: Record<string, Value>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    inOrder(marks).flatMap(([id, { met, note }]) => (met === null && note === "" ? [] : [[id, met, note]])),
    inOrder(levels), entries.filter((entry) => entry !== ""), summary,
  ];
}

export function everyCriterionMet(draft: VerdictDraft, criteria: Criteria): boolean {
  return criteria.every(({ id }) => markOf(draft, id).met === true);
}

/** The marks to send, in the order of the criteria. */
export function marksToSend(draft: VerdictDraft, criteria: Criteria) {
  return criteria.flatMap(({ id }) => {
    const { met, note } = markOf(draft, id);
    return met === null ? [] : [{ criterionId: id, met, note }];
  });
}

/** The levels to send, of the dimensions that the step has now. */
export function levelsToSend({ levels }: VerdictDraft, dimensions: ReviewDto["requirement"]["dimensions"]) {
  return dimensions.flatMap(({ id: dimensionId }) => {
    const level = levels[dimensionId];
    return level === undefined ? [] : [{ dimensionId, level }];
  });
}

/** The entries to send, each with the place that it has on the screen. */
export function entriesToSend({ entries }: VerdictDraft): { text: string; place: number }[] {
  return entries.flatMap((text, place) => (text.trim() === "" ? [] : [{ text, place }]));
}

/** Changes that a mentor has already put into words, as notes on what is not met. */
export function changesFromNotes(draft: VerdictDraft, criteria: Criteria): string[] {
  return criteria.map(({ id }) => markOf(draft, id)).filter(({ met, note }) => met === false && note.trim() !== "").map(({ note }) => note);
}

/** What a verdict that is taken back had said, to go on from. */
export function draftFrom({ edition, marks, levels, changes, summary }: VerdictDto, versionId: string): VerdictDraft {
  return {
    marks: Object.fromEntries(marks.map(({ criterionId, met, note }) => [criterionId, { met, note, versionId, edition }])),
    levels: Object.fromEntries(levels.map(({ dimensionId, level }) => [dimensionId, level])),
    entries: changes.length > 0 ? changes.map(({ text }) => text) : [""],
    summary,
  };
}

/** What can be said before anything is sent; its fields are named as `placeErrors` names them. */
export function problemsBeforeSending(kind: VerdictKind, draft: VerdictDraft, criteria: Criteria): FieldError[] {
  const homeless = criteria.filter(({ id }) => markOf(draft, id).met === null && markOf(draft, id).note.trim() !== "");
  if (kind !== "confirm") {
    return homeless.map(({ id }) => ({ field: `mark.${id}`, message: "Please mark this; your note is sent with the mark." }));
  }
  const unmet = criteria.filter(({ id }) => markOf(draft, id).met !== true);
  const asking = entriesToSend(draft).map(({ place }) => ({
    field: `entry.${place}`, message: "Confirming asks nothing more of the learner. Remove this, or return with changes.",
  }));
  return [...unmet.map(({ id }) => ({ field: `mark.${id}`, message: "Confirm needs this criterion met." })), ...asking];
}

/** The server names what was sent; the screen has blank entries and unmarked criteria in between. Unknown fields stay as they are. */
export function placeErrors(errors: readonly FieldError[], draft: VerdictDraft, criteria: Criteria): FieldError[] {
  const marks = marksToSend(draft, criteria);
  const entries = entriesToSend(draft);
  return errors.map(({ field, message }) => {
    const [whole, list, index, part] = /^(marks|changes|questions)(?:\.(\d+))?(?:\.(\w+))?$/.exec(field) ?? [];
    if (whole === undefined) return { field, message };
    if (list !== "marks") return { field: `entry.${index === undefined ? 0 : (entries[Number(index)]?.place ?? 0)}`, message };
    const criterionId = marks[Number(index)]?.criterionId;
    return criterionId === undefined ? { field, message } : { field: `${part === "note" ? "note" : "mark"}.${criterionId}`, message };
  });
}

/** A draft from any JSON value, such as what a browser has kept; null when it is none. */
export function parseDraft(value: unknown): VerdictDraft | null {
  if (!isRecord(value) || !isRecord(value.marks) || !Array.isArray(value.entries) || typeof value.summary !== "string") return null;
  const marks = Object.entries(value.marks).flatMap(([id, mark]): [string, DraftMark][] => {
    if (!isRecord(mark) || typeof mark.note !== "string") return [];
    const met = typeof mark.met === "boolean" ? mark.met : null;
    const [versionId, edition] = [mark.versionId, mark.edition];
    return [[id, { met, note: mark.note, ...(typeof versionId === "string" && { versionId }), ...(typeof edition === "number" && { edition }) }]];
  });
  const levels = Object.entries(isRecord(value.levels) ? value.levels : {}).filter((entry): entry is [string, number] => typeof entry[1] === "number");
  const entries = value.entries.filter((entry) => typeof entry === "string");
  return withEntry({ marks: Object.fromEntries(marks), levels: Object.fromEntries(levels), entries, summary: value.summary });
}

/** There is always a field to type an entry into. */
export function withEntry(draft: VerdictDraft): VerdictDraft {
  return draft.entries.length > 0 ? draft : { ...draft, entries: [""] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
