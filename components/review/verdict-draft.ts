import type { FieldError } from "#lib/base/problem.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** An unfinished verdict: everything that a mentor has marked or typed. */
export interface VerdictDraft {
  /** By criterion; `met` is null while it is not marked. */
  marks: Record<string, DraftMark>;
  /** What the learner is asked, changes or questions; blank ones are not sent. */
  entries: string[];
  summary: string;
}

export interface DraftMark { met: boolean | null; note: string }

export type VerdictKind = "confirm" | "return" | "ask";

type Criteria = ReviewDto["requirement"]["criteria"];

export const emptyDraft: VerdictDraft = { marks: {}, entries: [""], summary: "" };

const unmarked: DraftMark = { met: null, note: "" };

export function markOf(draft: VerdictDraft, criterionId: string): DraftMark {
  return draft.marks[criterionId] ?? unmarked;
}

export function isEmpty({ marks, entries, summary }: VerdictDraft): boolean {
  return summary === "" && entries.every((entry) => entry === "")
    && Object.values(marks).every(({ met, note }) => met === null && note === "");
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

/** The entries to send, each with the place that it has on the screen. */
export function entriesToSend({ entries }: VerdictDraft): { text: string; place: number }[] {
  return entries.flatMap((text, place) => (text.trim() === "" ? [] : [{ text, place }]));
}

/** Changes that a mentor has already put into words, as notes on what is not met. */
export function changesFromNotes(draft: VerdictDraft, criteria: Criteria): string[] {
  return criteria.map(({ id }) => markOf(draft, id)).filter(({ met, note }) => met === false && note.trim() !== "").map(({ note }) => note);
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
    return [[id, { met: typeof mark.met === "boolean" ? mark.met : null, note: mark.note }]];
  });
  const entries = value.entries.filter((entry) => typeof entry === "string");
  return { marks: Object.fromEntries(marks), entries: entries.length > 0 ? entries : [""], summary: value.summary };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
