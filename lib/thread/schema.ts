import { z } from "zod";
import { givenInstant, id, instant, text } from "#lib/base/fields.ts";

/** What is spoken of. */
const kind = z.enum(["reviews", "advice"]);
export type ThreadKind = z.infer<typeof kind>;

/** The id of the review or the advice. */
const subject = { kind, subjectId: id };
export type Subject = { kind: ThreadKind; subjectId: string };

/** Markdown. */
const words = text({ max: 10_000, required: true, lines: true });

export const threadInput = z.strictObject({
  ...subject,
  /** The `before` of the page of newer messages; absent for the newest. */
  before: z.string().max(200).optional(),
});
export const writeInput = z.strictObject({ ...subject, text: words });
/** What was written after `until` was not seen, and stays unread. */
export const markReadInput = z.strictObject({ ...subject, until: givenInstant });

export const messageInput = z.strictObject({ messageId: id });
/** `basedOn` is the number of edits that the screen knew: a newer one is not overwritten unseen. */
export const editInput = z.strictObject({ messageId: id, basedOn: z.int().nonnegative(), text: words });
export const reportInput = z.strictObject({ messageId: id, reason: text({ max: 1_000, required: true, lines: true }) });

const party = z.enum(["learner", "mentor", "admin"]);
const name = z.strictObject({
  as: z.enum(["learner", "mentor"]),
  /** As whoever asks knows them; null when the account was erased. */
  name: z.string().nullable(),
  byYou: z.boolean(),
});

export const messageDto = z.strictObject({
  messageId: id,
  author: name,
  /** Markdown as it was typed; null when an admin removed it. */
  text: z.string().nullable(),
  writtenAt: instant,
  /** How often its words were changed, and when last. */
  edits: z.int().nonnegative(),
  editedAt: instant.nullable(),
  /** For how long whoever asks can change it; 0 when they cannot. */
  secondsToEdit: z.int().nonnegative(),
  /** Whoever asks has not seen it before. */
  unread: z.boolean(),
  /** Whoever asks has reported it. */
  reported: z.boolean(),
});
export type MessageDto = z.infer<typeof messageDto>;

export const threadDto = z.strictObject({
  as: party,
  /** Why nothing can be written; null when it can. */
  closed: z.string().nullable(),
  /** Oldest first. */
  messages: z.array(messageDto),
  /** Where the page of older messages begins; null when there are none. */
  before: z.string().nullable(),
  /** How many messages of others whoever asks has not seen, in the whole thread. */
  unread: z.int().nonnegative(),
});
export type ThreadDto = z.infer<typeof threadDto>;

export const writtenDto = z.strictObject({ messageId: id, writtenAt: instant });
export type WrittenDto = z.infer<typeof writtenDto>;

export const historyDto = z.strictObject({
  /** What it said, the first words first and those that stand now last. */
  versions: z.array(z.strictObject({ text: z.string(), at: instant })),
});
export type HistoryDto = z.infer<typeof historyDto>;

export const notesDto = z.strictObject({
  /** Why none can be written; null when they can. */
  closed: z.string().nullable(),
  /** Oldest first. */
  notes: z.array(z.strictObject({ noteId: id, authorName: z.string().nullable(), byYou: z.boolean(), text: z.string(), writtenAt: instant })),
  /** Where the page of older notes begins; null when there are none. */
  before: z.string().nullable(),
});
export type NotesDto = z.infer<typeof notesDto>;

export const notedDto = z.strictObject({ noteId: id, writtenAt: instant });
export type NotedDto = z.infer<typeof notedDto>;

export const reportsInput = z.strictObject({
  which: z.enum(["open", "resolved"]).default("open"),
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
});

const outcome = z.enum(["kept", "removed"]);

export const reportsDto = z.strictObject({
  /** Open ones the oldest first, resolved ones the newest first. */
  reports: z.array(z.strictObject({
    reportId: id,
    itemTitle: z.string(),
    /** Null when the account was erased. */
    authorName: z.string().nullable(),
    authorAs: z.enum(["learner", "mentor"]),
    /** The words as they stood when they were reported. */
    text: z.string(),
    writtenAt: instant,
    reporterName: z.string().nullable(),
    reason: z.string(),
    at: instant,
    /** Whoever asks has written the message: another admin has to decide. */
    yours: z.boolean(),
    /** Null while nobody has decided. */
    resolved: z.strictObject({ outcome, at: instant, byName: z.string().nullable() }).nullable(),
  })),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type ReportsDto = z.infer<typeof reportsDto>;
export type ReportDto = ReportsDto["reports"][number];

export const resolveInput = z.strictObject({ reportId: id, outcome });
