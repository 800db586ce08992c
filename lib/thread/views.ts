import "server-only";
import { adminsOnly, membersOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { historyDto, messageInput, notesDto, reportsDto, reportsInput, threadDto, threadInput } from "#lib/thread/schema.ts";
import { listReports, readHistory, readNotes, readThread } from "#lib/thread/store.ts";

export const thread = view({
  name: "thread.messages",
  summary: "What a review's learner and their mentors wrote to each other, the newest page first. Mentors who merely could claim it see none of it.",
  input: threadInput,
  output: threadDto,
  policy: membersOnly,
  read: async (db, { actor, input: { before, ...subject }, clock }) => await readThread(db, { actor, subject, before, now: await clock() }),
});

export const messageHistory = view({
  name: "thread.history",
  summary: "What a message said before it was changed, and what it says now.",
  input: messageInput,
  output: historyDto,
  policy: membersOnly,
  read: async (db, { actor, input: { messageId }, clock }) => await readHistory(db, { actor, messageId, now: await clock() }),
});

export const notes = view({
  name: "thread.notes",
  summary: "What the mentors of a review noted for each other; its learner sees none of it.",
  input: threadInput,
  output: notesDto,
  policy: membersOnly,
  read: async (db, { actor, input: { before, ...subject }, clock }) => await readNotes(db, { actor, subject, before, now: await clock() }),
});

export const reports = view({
  name: "thread.reports",
  summary: "Messages that one of their readers has reported.",
  input: reportsInput,
  output: reportsDto,
  policy: adminsOnly,
  read: async (db, { actor, input: { which, after } }) => await listReports(db, { actor, which, after }),
});
