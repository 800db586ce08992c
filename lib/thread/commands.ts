import "server-only";
import { z } from "zod";
import { userIdOf, type Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { emit } from "#lib/access/emit.ts";
import { nobody } from "#lib/base/id.ts";
import { iso } from "#lib/base/time.ts";
import type { Tx } from "#lib/platform/db.ts";
import { canEdit, canNote, canRead, canReport, canResolve, canWrite } from "#lib/thread/policy.ts";
import {
  editInput, markReadInput, notedDto, reportInput, resolveInput, writeInput, writtenDto, type Subject,
} from "#lib/thread/schema.ts";
import {
  changeWords, ensureThread, insertMessage, insertNote, insertReport, lockMessage, lockReport, lockTalk, markRead, resolve, type Talk,
} from "#lib/thread/store.ts";

export const writeMessage = command({
  name: "thread.write",
  summary: "Writes a message, in Markdown, about a review or an advice: from its learner to their mentor, or back.",
  input: writeInput,
  output: writtenDto,
  idempotencyKey: "required",
  load: loadTalk,
  policy: canWrite,
  run: async (tx, { actor, input: { text, ...subject }, subject: { talk }, now }) => {
    const [authorId, threadId] = [userIdOf(actor) ?? nobody, await ensureThread(tx, subject)];
    const messageId = await insertMessage(tx, { threadId, authorId, writtenAs: talk.party === "learner" ? "learner" : "mentor", text, now });
    await tellWritten(tx, { subject, talk, messageId, authorId });
    return { messageId, writtenAt: iso(now) };
  },
});

export const editMessage = command({
  name: "thread.edit",
  summary: "Changes one's own message within 15 minutes; what it said before stays in its history.",
  input: editInput,
  output: z.null(),
  load: (tx, { actor, input: { messageId } }) => lockMessage(tx, { actor, messageId }),
  policy: canEdit,
  run: async (tx, { input: { text }, subject: { message }, now }) => {
    if (text !== message.text) await changeWords(tx, { message, text, now });
    return null;
  },
});

export const markThreadRead = command({
  name: "thread.read",
  summary: "Marks what was written until the newest message that whoever asks has seen as read. It never goes back.",
  input: markReadInput,
  output: z.null(),
  load: loadTalk,
  policy: canRead,
  run: async (tx, { actor, input: { until }, subject: { talk: { threadId } }, now }) => {
    const seen = new Date(until);
    if (threadId !== null) await markRead(tx, { userId: userIdOf(actor) ?? nobody, threadId, until: seen < now ? seen : now });
    return null;
  },
});

export const writeNote = command({
  name: "thread.note",
  summary: "Writes a note, in Markdown, that the mentors of a review and admins read, and its learner never does.",
  input: writeInput,
  output: notedDto,
  idempotencyKey: "required",
  load: loadTalk,
  policy: canNote,
  run: async (tx, { actor, input: { text, ...subject }, now }) => {
    const noteId = await insertNote(tx, { threadId: await ensureThread(tx, subject), authorId: userIdOf(actor) ?? nobody, text, now });
    return { noteId, writtenAt: iso(now) };
  },
});

export const reportMessage = command({
  name: "thread.report",
  summary: "Shows a message to the admins as it stands now, with a reason. Harmless to repeat.",
  input: reportInput,
  output: z.null(),
  load: (tx, { actor, input: { messageId } }) => lockMessage(tx, { actor, messageId }),
  policy: canReport,
  run: async (tx, { actor, input: { messageId, reason }, subject: { message }, now }) => {
    await insertReport(tx, { messageId, reporterId: userIdOf(actor) ?? nobody, reason, text: message.text, at: now });
    return null;
  },
});

export const resolveReport = command({
  name: "thread.resolveReport",
  summary: "Answers a report: the message stays, or nobody reads it any more.",
  input: resolveInput,
  output: z.null(),
  load: (tx, { input: { reportId } }) => lockReport(tx, reportId),
  policy: canResolve,
  run: async (tx, { actor, input: { reportId, outcome }, subject: { messageId }, now }) => {
    await resolve(tx, { reportId, messageId, resolverId: userIdOf(actor) ?? nobody, outcome, now });
    return null;
  },
});

interface Written { subject: Subject; talk: Talk; messageId: string; authorId: string }

/** Tells the other side; nobody where no mentor has a part in it yet. */
async function tellWritten(tx: Tx, { subject: { kind, subjectId }, talk, messageId, authorId }: Written): Promise<void> {
  const byLearner = talk.party === "learner";
  if (kind === "reviews") {
    const written = { reviewId: subjectId, messageId };
    return byLearner
      ? await emit(tx, { name: "thread.learnerWrote", ...written, mentorId: talk.mentorId })
      : await emit(tx, { name: "thread.mentorWrote", ...written, mentorId: authorId });
  }
  const userId = byLearner ? talk.mentorId : talk.learnerId;
  if (userId !== null) await emit(tx, { name: byLearner ? "thread.advisedWrote" : "thread.adviserWrote", adviceId: subjectId, messageId, userId });
}

async function loadTalk(tx: Tx, { actor, input: { kind, subjectId } }: { actor: Actor; input: Subject }) {
  const talk = await lockTalk(tx, { actor, subject: { kind, subjectId } });
  return talk && { talk };
}
