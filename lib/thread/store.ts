import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { lockAdvice, readAdviceStanding } from "#lib/advice/store.ts";
import { lockUsers } from "#lib/account/store.ts";
import { nobody } from "#lib/base/id.ts";
import { beyond, pageOf, parsePlace } from "#lib/base/place.ts";
import { iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import type { Prisma } from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import { readStanding } from "#lib/review/reading-store.ts";
import { getLearnerId, lockReview } from "#lib/review/store.ts";
import { secondsToEdit } from "#lib/thread/editing.ts";
import { canWrite, keepsAliases, whyClosed } from "#lib/thread/policy.ts";
import type { HistoryDto, MessageDto, NotesDto, ReportDto, ReportsDto, Subject, ThreadDto } from "#lib/thread/schema.ts";

/** What is spoken of, and how whoever asks stands to it. */
export interface Talk {
  /** Null for whoever has no part in it. */
  party: "learner" | "mentor" | "admin" | null;
  state: "open" | "unsent" | "over";
  learnerId: string;
  /** The learner as the party knows them. */
  learnerName: string;
  /** Who reads what the learner writes now; null for nobody yet. */
  mentorId: string | null;
  /** What was said later is not for the party; null for all. */
  until: Date | null;
  /** Null while nothing was said. */
  threadId: string | null;
}

export interface MessageFacts {
  id: string;
  authorId: string | null;
  writtenAt: Date;
  text: string;
  edits: number;
  editedAt: Date | null;
  removedAt: Date | null;
}

export interface ReportFacts { authorId: string | null; messageId: string; resolvedAt: Date | null }

// Whose thread it is ----------------------------------------------------------------------------------------

interface Asking { actor: Actor; subject: Subject; now: Date }

/** Null when there is nothing to speak of. */
export async function readTalk(db: Db | Tx, { actor, subject, now }: Asking): Promise<Talk | null> {
  const thread = await db.thread.findUnique({ where: whose(subject), select: { id: true } });
  const { kind, subjectId } = subject;
  if (kind === "advice") {
    const standing = await readAdviceStanding(db, { actor, adviceId: subjectId });
    if (!standing) return null;
    const { isClosed, ...rest } = standing;
    return { ...rest, state: isClosed ? "over" : "open", until: null, threadId: thread?.id ?? null };
  }
  const standing = await readStanding(db, { actor, reviewId: subjectId, now });
  if (!standing) return null;
  const { status, ...rest } = standing;
  const state = status === "unsent" ? "unsent" : status === "withdrawn" || status === "closed" ? "over" : "open";
  return { ...rest, state, threadId: thread?.id ?? null };
}

const whose = ({ kind, subjectId }: Subject) => (kind === "advice" ? { adviceId: subjectId } : { reviewId: subjectId });

/** What a message says now; null for whoever may not read it, and for one that was removed. */
export async function readWords(db: Db | Tx, { messageId, ...asking }: Asking & { messageId: string }): Promise<string | null> {
  const talk = await readTalk(db, asking);
  if (!talk || talk.party === null || talk.threadId === null) return null;
  const found = await db.message.findFirst({
    where: { id: messageId, threadId: talk.threadId, removedAt: null, ...(talk.until && { writtenAt: { lte: talk.until } }) }, select: { text: true },
  });
  return found && found.text;
}

/**
 * The same under the locks on the learner, on whoever acts, and then on the review or advice: a block or a claim comes wholly before or
 * after.
 */
export async function lockTalk(tx: Tx, { actor, subject }: Omit<Asking, "now">): Promise<Talk | null> {
  if (subject.kind === "advice") {
    await lockAdvice(tx, { actor, adviceId: subject.subjectId });
    return await readTalk(tx, { actor, subject, now: await readClock(tx) });
  }
  const learnerId = await getLearnerId(tx, subject.subjectId);
  if (learnerId === null) return null;
  await lockUsers(tx, [learnerId, actor.kind === "member" ? actor.userId : null]);
  await lockReview(tx, subject.subjectId);
  return await readTalk(tx, { actor, subject, now: await readClock(tx) });
}

/** A message with the talk that it is part of, locked; null when there is none. */
export async function lockMessage(tx: Tx, { actor, messageId }: { actor: Actor; messageId: string }): Promise<{ talk: Talk; message: MessageFacts } | null> {
  const subject = await getSubject(tx, messageId);
  const talk = subject && (await lockTalk(tx, { actor, subject }));
  return talk && { talk, message: await tx.message.findUniqueOrThrow({ where: { id: messageId }, select: facts }) };
}

const facts = { id: true, authorId: true, writtenAt: true, text: true, edits: true, editedAt: true, removedAt: true } satisfies Prisma.MessageSelect;

async function getSubject(db: Db | Tx, messageId: string): Promise<Subject | null> {
  const found = await db.message.findUnique({ where: { id: messageId }, select: { thread: { select: { reviewId: true, adviceId: true } } } });
  if (found?.thread.adviceId) return { kind: "advice", subjectId: found.thread.adviceId };
  return found?.thread.reviewId ? { kind: "reviews", subjectId: found.thread.reviewId } : null;
}

/** The thread of what is spoken of, made where there is none yet. The review or advice must be locked. */
export async function ensureThread(tx: Tx, subject: Subject): Promise<string> {
  const { id } = await tx.thread.upsert({ where: whose(subject), create: whose(subject), update: {}, select: { id: true } });
  return id;
}

// Writing ---------------------------------------------------------------------------------------------------

interface NewMessage { threadId: string; authorId: string; writtenAs: "learner" | "mentor"; text: string; now: Date }

export async function insertMessage(tx: Tx, { now, ...message }: NewMessage): Promise<string> {
  const { id } = await tx.message.create({ data: { ...message, writtenAt: now }, select: { id: true } });
  return id;
}

/** Changes the words of a message; what they were stays in its history. */
export async function changeWords(tx: Tx, { message, text, now }: { message: MessageFacts; text: string; now: Date }): Promise<void> {
  const { id: messageId, edits, editedAt, writtenAt } = message;
  await tx.messageEdit.create({ data: { messageId, number: edits + 1, text: message.text, at: editedAt ?? writtenAt }, select: { number: true } });
  await tx.message.update({ where: { id: messageId }, data: { text, edits: edits + 1, editedAt: now }, select: { id: true } });
}

/** Somebody has seen what was written until then. It never goes back. */
export async function markRead(tx: Tx, { userId, threadId, until }: { userId: string; threadId: string; until: Date }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO thread_reads (user_id, thread_id, until) VALUES (${userId}::uuid, ${threadId}::uuid, ${until})
    ON CONFLICT (user_id, thread_id) DO UPDATE SET until = greatest(thread_reads.until, excluded.until)`;
}

export async function insertNote(tx: Tx, { now, ...note }: { threadId: string; authorId: string; text: string; now: Date }): Promise<string> {
  const { id } = await tx.note.create({ data: { ...note, writtenAt: now }, select: { id: true } });
  return id;
}

/** Harmless when this person has reported it before: their first words stand. */
export async function insertReport(tx: Tx, report: { messageId: string; reporterId: string; reason: string; text: string; at: Date }): Promise<void> {
  await tx.report.createMany({ data: [report], skipDuplicates: true });
}

/** Locks a report; null when there is none. */
export async function lockReport(tx: Tx, reportId: string): Promise<ReportFacts | null> {
  await tx.$queryRaw`SELECT m.id FROM messages m JOIN reports r ON r.message_id = m.id WHERE r.id = ${reportId}::uuid FOR UPDATE OF m`;
  const found = await tx.report.findUnique({
    where: { id: reportId }, select: { messageId: true, resolvedAt: true, message: { select: { authorId: true } } },
  });
  return found && { messageId: found.messageId, resolvedAt: found.resolvedAt, authorId: found.message.authorId };
}

interface Resolving { reportId: string; messageId: string; resolverId: string; outcome: "kept" | "removed"; now: Date }

/** A message that is removed answers every report of it; the message must be locked. */
export async function resolve(tx: Tx, { reportId, messageId, resolverId, outcome, now }: Resolving): Promise<void> {
  const answered = outcome === "removed" ? { messageId, resolvedAt: null } : { id: reportId };
  await tx.report.updateMany({ where: answered, data: { resolvedAt: now, resolverId, outcome } });
  if (outcome === "removed") await tx.message.updateMany({ where: { id: messageId, removedAt: null }, data: { removedAt: now } });
}

// Reading ---------------------------------------------------------------------------------------------------

const PAGE = 30;
const byName = { select: { name: true } } satisfies Prisma.UserDefaultArgs;
const newestFirst = [{ writtenAt: "desc" }, { id: "desc" }] satisfies Prisma.MessageOrderByWithRelationInput[];

/** What of a thread is for the party, before a place. */
function within({ threadId, until }: Talk, before: string | undefined) {
  return {
    AND: [
      { threadId: threadId ?? nobody },
      ...(until === null ? [] : [{ writtenAt: { lte: until } }]),
      beyond(parsePlace(before), { by: "writtenAt", order: "desc" }),
    ],
  };
}

const shown = {
  ...facts, writtenAs: true, author: byName, reports: { select: { reporterId: true } },
} satisfies Prisma.MessageSelect;

/** One page of a thread, the newest first page; null for whoever has no part in it. */
export async function readThread(db: Db, { before, ...asking }: Asking & { before: string | undefined }): Promise<ThreadDto | null> {
  const { actor, now } = asking;
  const talk = await readTalk(db, asking);
  if (actor.kind !== "member" || !talk || talk.party === null) return null;
  const { userId } = actor;
  const read = await db.threadRead.findUnique({ where: { userId_threadId: { userId, threadId: talk.threadId ?? nobody } }, select: { until: true } });
  const since = read?.until ?? new Date(0);
  const ofOthers = { OR: [{ authorId: null }, { authorId: { not: userId } }] };
  const [rows, unread] = await Promise.all([
    db.message.findMany({ where: within(talk, before), select: shown, orderBy: newestFirst, take: PAGE + 1 }),
    db.message.count({ where: { AND: [within(talk, undefined), ofOthers, { writtenAt: { gt: since } }] } }),
  ]);
  const { page, next } = pageOf(rows, { size: PAGE, placeOf: ({ id, writtenAt: at }) => ({ id, at }) });
  return {
    as: talk.party,
    closed: whyClosed(talk),
    messages: page.toReversed().map((message) => toMessage(message, { talk, actor, userId, since, now })),
    before: next,
    unread,
  };
}

interface Reader { talk: Talk; actor: Actor; userId: string; since: Date; now: Date }

function toMessage(message: Prisma.MessageGetPayload<{ select: typeof shown }>, { talk, actor, userId, since, now }: Reader): MessageDto {
  const byYou = message.authorId === userId;
  const editable = byYou && message.removedAt === null && canWrite(actor, { talk }).ok;
  return {
    messageId: message.id,
    author: { as: message.writtenAs, name: message.writtenAs === "learner" ? talk.learnerName : (message.author?.name ?? null), byYou },
    text: message.removedAt === null ? message.text : null,
    writtenAt: iso(message.writtenAt),
    edits: message.edits,
    editedAt: iso(message.editedAt),
    secondsToEdit: editable ? secondsToEdit(message.writtenAt, now) : 0,
    unread: !byYou && message.writtenAt > since,
    reported: message.reports.some(({ reporterId }) => reporterId === userId),
  };
}

/** What a message said; null where whoever asks may not read it, or it was removed. */
export async function readHistory(db: Db, { actor, messageId, now }: { actor: Actor; messageId: string; now: Date }): Promise<HistoryDto | null> {
  const subject = await getSubject(db, messageId);
  const talk = subject && (await readTalk(db, { actor, subject, now }));
  if (!talk || talk.party === null) return null;
  const found = await db.message.findFirst({
    where: { AND: [{ id: messageId, removedAt: null }, within(talk, undefined)] },
    select: { ...facts, history: { select: { text: true, at: true }, orderBy: { number: "asc" } } },
  });
  if (!found) return null;
  const versions = [...found.history, { text: found.text, at: found.editedAt ?? found.writtenAt }];
  return { versions: versions.map(({ text, at }) => ({ text, at: iso(at) })) };
}

/** One page of the notes, the newest first page; null for a learner, and for whoever has no part in the review. */
export async function readNotes(db: Db, { before, ...asking }: Asking & { before: string | undefined }): Promise<NotesDto | null> {
  const { actor } = asking;
  const talk = await readTalk(db, asking);
  if (actor.kind !== "member" || !talk || talk.party === null || talk.party === "learner") return null;
  const rows = await db.note.findMany({
    where: within(talk, before), select: { id: true, authorId: true, text: true, writtenAt: true, author: byName }, orderBy: newestFirst, take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, { size: PAGE, placeOf: ({ id, writtenAt: at }) => ({ id, at }) });
  return {
    closed: whyClosed(talk),
    notes: page.toReversed().map(({ id: noteId, authorId, author, text, writtenAt }) => ({
      noteId, authorName: author?.name ?? null, byYou: authorId === actor.userId, text, writtenAt: iso(writtenAt),
    })),
    before: next,
  };
}

const reported = {
  id: true, reason: true, text: true, at: true, resolvedAt: true, outcome: true, reporterId: true, reporter: byName, resolver: byName,
  message: {
    select: {
      authorId: true, writtenAs: true, writtenAt: true, author: byName,
      thread: { select: { review: { select: { itemId: true, learnerId: true, alias: true, requirement: { select: { title: true } } } }, advice: { select: { itemId: true, learnerId: true, alias: true } } } },
    },
  },
} satisfies Prisma.ReportSelect;

/** One page of what was reported. */
export async function listReports(
  db: Db, { actor, which, after }: { actor: Actor; which: "open" | "resolved"; after: string | undefined },
): Promise<ReportsDto> {
  const order = which === "open" ? "asc" : "desc";
  const rows = await db.report.findMany({
    where: { AND: [{ resolvedAt: which === "open" ? null : { not: null } }, beyond(parsePlace(after), { by: "at", order })] },
    select: reported, orderBy: [{ at: order }, { id: order }], take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, { size: PAGE, placeOf: (row) => row });
  return { reports: page.map((report) => toReport(report, actor)), next };
}

function toReport({ message, ...report }: Prisma.ReportGetPayload<{ select: typeof reported }>, actor: Actor): ReportDto {
  const { review, advice } = message.thread;
  const asked = review ?? advice;
  const nameOf = (userId: string | null, person: { name: string } | null) =>
    (keepsAliases(actor) && asked !== null && userId === asked.learnerId ? asked.alias : null) ?? person?.name ?? null;
  return {
    reportId: report.id,
    itemTitle: getItem(review?.itemId ?? advice?.itemId ?? "")?.item.title ?? review?.requirement.title ?? "An item that the guide no longer has",
    authorName: nameOf(message.authorId, message.author),
    authorAs: message.writtenAs,
    text: report.text,
    writtenAt: iso(message.writtenAt),
    reporterName: nameOf(report.reporterId, report.reporter),
    reason: report.reason,
    at: iso(report.at),
    yours: actor.kind === "member" && message.authorId === actor.userId,
    resolved: report.resolvedAt && report.outcome
      ? { outcome: report.outcome, at: iso(report.resolvedAt), byName: report.resolver?.name ?? null }
      : null,
  };
}
