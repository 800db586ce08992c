import "server-only";
import { z } from "zod";
import type { Actor, Member } from "#lib/access/actor.ts";
import { listVisibleAdviceIds } from "#lib/advice/store.ts";
import { nobody } from "#lib/base/id.ts";
import { beyond, pageOf, parsePlace } from "#lib/base/place.ts";
import { after, DAY, HOUR, iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { DIGEST_HOUR, kindNames, kinds, type Delivery, type Kind } from "#lib/notification/kind.ts";
import { noticeNamed, type About, type NoticeFacts, type Receiver } from "#lib/notification/notice.ts";
import { NUDGE_DAYS, nudgeWindow } from "#lib/notification/nudge.ts";
import { mayReadMail } from "#lib/notification/policy.ts";
import {
  noticeData, type AboutInput, type BellDto, type MailContent, type MailNotice, type MailOutcome, type NoticeData, type NotificationDto, type NotificationsDto,
  type OutboxDto, type ToldEvent,
} from "#lib/notification/schema.ts";
import type { Unsubscribing } from "#lib/notification/unsubscribe-token.ts";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { MOST_FOR_ITEM, MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { listVisibleIds } from "#lib/review/reading-store.ts";
import { readWords } from "#lib/thread/store.ts";

type MailState = Prisma.MailGetPayload<{ select: { state: true } }>["state"];

// Telling ---------------------------------------------------------------------------------------------------

/** Nobody where the event has no such person, or the account was erased. */
export type People = Partial<Record<Receiver | About, readonly string[]>>;

/** The people of an event, by what they are in it; null for a review or an advice that is gone. */
export async function findPeople(tx: Tx, event: ToldEvent): Promise<People | null> {
  if (event.adviceId !== undefined && (await tx.advice.count({ where: { id: event.adviceId } })) === 0) return null;
  if (event.reviewId === undefined) return { account: theOne(event.userId) };
  const review = await tx.review.findUnique({ where: { id: event.reviewId }, select: { learnerId: true, reservedFor: true } });
  if (!review) return null;
  const { reviewId, leaseId, verdictId } = event;
  const claim = leaseId === undefined ? null
    : await tx.reviewEvent.findFirst({ where: { reviewId, leaseId, kind: { in: ["claimed", "corrected"] } }, select: { actorId: true } });
  const verdict = verdictId === undefined ? null : await tx.verdict.findFirst({ where: { id: verdictId, reviewId }, select: { mentorId: true } });
  return {
    learner: [review.learnerId], reservedFor: theOne(review.reservedFor), leaseHolder: theOne(claim?.actorId), judge: theOne(verdict?.mentorId),
    mentor: theOne(event.mentorId), formerMentor: theOne(event.formerId),
  };
}

const theOne = (userId: string | null | undefined): readonly string[] => (userId ? [userId] : []);

export async function listAdmins(tx: Tx): Promise<string[]> {
  const found = await tx.user.findMany({ where: { roles: { has: "admin" } }, select: { id: true }, orderBy: { id: "asc" } });
  return found.map(({ id }) => id);
}

/** Locks people in the order of their ids, and answers those who have an account that works. */
export async function lockActive(tx: Tx, userIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string; disabledAt: Date | null }[]>`
    SELECT id, disabled_at AS "disabledAt" FROM users WHERE id = ANY (${[...userIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return new Set(rows.filter(({ disabledAt }) => disabledAt === null).map((row) => row.id));
}

export interface NewNotification {
  userId: string;
  event: string;
  notice: string;
  kind: Kind;
  reviewId: string | null;
  adviceId: string | null;
  aboutId: string | null;
  data: NoticeData;
  now: Date;
}

/**
 * Writes it down; null when this person was told of this event before, which the unique index decides. Answers the mail that is to be
 * sent now, if one is: there is one mail until it is read, and what happens while it still waits goes into the same. The person's row
 * must be locked.
 */
export async function insertNotification(tx: Tx, given: NewNotification): Promise<{ mailId: string | null } | null> {
  const { userId, event, notice, kind, reviewId, adviceId, aboutId, data, now } = given;
  const chosen = await chosenDelivery(tx, { userId, kind, now });
  const subjectId = reviewId ?? adviceId;
  const earlier = chosen === "off" || subjectId === null || kinds[kind].insists ? null : await lockUnreadMail(tx, { userId, subjectId });
  // A mail that is being sent has its words already; it gets new ones if it has to be sent again.
  const isInTime = chosen === "now" && (earlier?.state === "waiting" || earlier?.state === "sending");
  const isTooMuch = chosen === "now" && !isInTime && (await isMailSpent(tx, { userId, kind, now }));
  const delivery = (earlier && !isInTime) || isTooMuch ? "off" : chosen;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notifications (user_id, event, notice, kind, review_id, advice_id, about_id, data, at, delivery)
    VALUES (${userId}::uuid, ${event}, ${notice}, ${kind}::notification_kind, ${reviewId}::uuid, ${adviceId}::uuid, ${aboutId}::uuid,
      ${JSON.stringify(data)}::jsonb, ${now}, ${delivery}::delivery)
    ON CONFLICT (user_id, event) DO NOTHING RETURNING id`;
  if (!rows[0]) return null;
  if (delivery !== "now") return { mailId: null };
  const mailId = earlier?.id ?? (await insertMail(tx, { userId, kind, now }));
  await tx.notification.update({ where: { id: rows[0].id }, data: { mailId }, select: { id: true } });
  return { mailId: earlier ? null : mailId };
}

/** The mail about a review or an advice that lies unread, sent or on its way; null when there is none. One that failed or was needless told nobody. */
async function lockUnreadMail(tx: Tx, { userId, subjectId }: { userId: string; subjectId: string }): Promise<{ id: string; state: MailState } | null> {
  const rows = await tx.$queryRaw<{ id: string; state: MailState }[]>`
    SELECT m.id, m.state FROM notifications n JOIN mails m ON m.id = n.mail_id
    WHERE n.user_id = ${userId}::uuid AND ${subjectId}::uuid IN (n.review_id, n.advice_id) AND n.read_at IS NULL AND m.state NOT IN ('failed', 'skipped')
    ORDER BY m.created_at DESC, m.id LIMIT 1 FOR UPDATE OF m`;
  return rows[0] ?? null;
}

/** Whether as many mails of a kind as somebody gets in 24 hours were written already. One that failed or was needless told nobody. */
async function isMailSpent(tx: Tx, { userId, kind, now }: { userId: string; kind: Kind; now: Date }): Promise<boolean> {
  const { mailsADay } = kinds[kind];
  return mailsADay !== undefined && (await tx.mail.count({ where: { userId, kind, createdAt: { gt: after(now, -DAY) }, state: { notIn: ["failed", "skipped"] } } })) >= mailsADay;
}

async function insertMail(tx: Tx, { userId, kind, now }: { userId: string; kind: Kind; now: Date }): Promise<string> {
  return (await tx.mail.create({ data: { userId, kind, createdAt: now }, select: { id: true } })).id;
}

async function chosenDelivery(tx: Tx, { userId, kind, now }: { userId: string; kind: Kind; now: Date }): Promise<Delivery> {
  const chosen = await tx.notificationChoice.findUnique({ where: { userId_kind: { userId, kind } }, select: { kind: true, delivery: true, chosenAt: true } });
  return chosen && counts(chosen, now) ? chosen.delivery : kinds[kind].usual;
}

/** Whether a choice counts already: one of a kind that warns does an hour after it was made. */
function counts({ kind, chosenAt }: { kind: Kind; chosenAt: Date }, now: Date): boolean {
  return !kinds[kind].warns || chosenAt <= after(now, -HOUR);
}

const warningKinds = kindNames.filter((kind) => kinds[kind].warns);

// Reading ---------------------------------------------------------------------------------------------------

const shown = {
  id: true, notice: true, kind: true, data: true, at: true, readAt: true, userId: true,
  about: { select: { name: true } },
  review: {
    select: { id: true, itemId: true, learnerId: true, requirement: { select: { title: true } }, verdicts: { select: { id: true, kind: true } } },
  },
  advice: { select: { id: true, itemId: true, learnerId: true } },
} satisfies Prisma.NotificationSelect;

type ShownRow = Prisma.NotificationGetPayload<{ select: typeof shown }>;

function factsOf({ data, about, review }: ShownRow): NoticeFacts {
  const { verdictId, role, days } = noticeData.parse(data);
  const verdict = review?.verdicts.find((each) => each.id === verdictId)?.kind ?? null;
  return { who: about?.name ?? null, verdict, role: role ?? null, days: days ?? null };
}

/** A learner reads what is theirs at their own address, everybody else where mentors work. */
function hrefOf(row: ShownRow, visible: ReadonlySet<string>): string | null {
  const { notice, review, advice, userId } = row;
  const page = noticeNamed(notice)?.page?.(factsOf(row));
  if (page !== undefined) return page;
  const subject = review ?? advice;
  if (!subject || !visible.has(subject.id)) return null;
  return `${subject.learnerId === userId ? "" : "/mentor"}/${review ? "reviews" : "advice"}/${subject.id}`;
}

function itemTitleOf({ review, advice }: ShownRow): string | null {
  const subject = review ?? advice;
  return subject && (getItem(subject.itemId)?.item.title ?? review?.requirement.title ?? null);
}

function toDto(row: ShownRow, visible: ReadonlySet<string>): NotificationDto {
  return {
    notificationId: row.id,
    kind: row.kind,
    words: noticeNamed(row.notice)?.words(factsOf(row)) ?? kinds[row.kind].label,
    itemTitle: itemTitleOf(row),
    href: hrefOf(row, visible),
    at: iso(row.at),
    read: row.readAt !== null,
  };
}

async function toDtos(db: Db, rows: readonly ShownRow[], { actor, now }: { actor: Actor; now: Date }): Promise<NotificationDto[]> {
  const reviewIds = rows.flatMap(({ review }) => review?.id ?? []);
  const adviceIds = rows.flatMap(({ advice }) => advice?.id ?? []);
  const visible = new Set([...await listVisibleIds(db, { actor, reviewIds, now }), ...await listVisibleAdviceIds(db, { actor, adviceIds })]);
  return rows.map((row) => toDto(row, visible));
}

const newestFirst = [{ at: "desc" }, { id: "desc" }] satisfies Prisma.NotificationOrderByWithRelationInput[];

export async function countUnread(db: Db, userId: string): Promise<number> {
  return await db.notification.count({ where: { userId, readAt: null } });
}

const IN_BELL = 8;

export async function readBell(db: Db, { actor, now }: { actor: Actor; now: Date }): Promise<BellDto | null> {
  if (actor.kind !== "member") return null;
  const where = { userId: actor.userId };
  const [unread, newest] = await Promise.all([
    countUnread(db, actor.userId), db.notification.findMany({ where, select: shown, orderBy: newestFirst, take: IN_BELL }),
  ]);
  return { unread, newest: await toDtos(db, newest, { actor, now }) };
}

const PAGE = 30;

export async function listNotifications(
  db: Db, { actor, after, now }: { actor: Actor; after: string | undefined; now: Date },
): Promise<NotificationsDto | null> {
  if (actor.kind !== "member") return null;
  const { userId } = actor;
  const [unread, rows] = await Promise.all([
    countUnread(db, userId),
    db.notification.findMany({ where: { AND: [{ userId }, beyond(parsePlace(after), { by: "at", order: "desc" })] }, select: shown, orderBy: newestFirst, take: PAGE + 1 }),
  ]);
  const { page, next } = pageOf(rows, { size: PAGE, placeOf: (row) => row });
  return { notifications: await toDtos(db, page, { actor, now }), unread, next };
}

// Marking ---------------------------------------------------------------------------------------------------

/** Null when it is not theirs. What was read stays read since then. */
export async function markRead(db: Db, { userId, notificationId }: { userId: string; notificationId: string }): Promise<true | null> {
  const found = await db.$executeRaw`
    UPDATE notifications SET read_at = coalesce(read_at, clock_timestamp()) WHERE id = ${notificationId}::uuid AND user_id = ${userId}::uuid`;
  return found > 0 ? true : null;
}

export async function markReadAbout(db: Db, { userId, kind, subjectId }: AboutInput & { userId: string }): Promise<void> {
  const subject = kind === "reviews" ? Prisma.sql`review_id` : Prisma.sql`advice_id`;
  await db.$executeRaw`
    UPDATE notifications SET read_at = clock_timestamp() WHERE user_id = ${userId}::uuid AND ${subject} = ${subjectId}::uuid AND read_at IS NULL`;
}

export async function markAllRead(db: Db, { userId, until }: { userId: string; until: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE notifications SET read_at = clock_timestamp() WHERE user_id = ${userId}::uuid AND at <= ${until} AND read_at IS NULL`;
}

// Mail ------------------------------------------------------------------------------------------------------

export interface MailUnderWay {
  id: string;
  userId: string;
  kind: Kind | null;
  state: MailState;
  attempts: number;
  attemptedAt: Date | null;
}

/** A mail, locked; null when it is gone, with its receiver. */
export async function lockMail(tx: Tx, mailId: string): Promise<MailUnderWay | null> {
  await tx.$queryRaw`SELECT id FROM mails WHERE id = ${mailId}::uuid FOR UPDATE`;
  return await tx.mail.findUnique({ where: { id: mailId }, select: { id: true, userId: true, kind: true, state: true, attempts: true, attemptedAt: true } });
}

export async function takeMail(tx: Tx, { mail: { id, attempts }, now }: { mail: MailUnderWay; now: Date }): Promise<number> {
  const taken = await tx.mail.update({ where: { id }, data: { state: "sending", attempts: attempts + 1, attemptedAt: now }, select: { attempts: true } });
  return taken.attempts;
}

type Settled = Exclude<MailOutcome, { state: "failed" }> | { state: "failed" | "waiting"; error: string } | { state: "skipped" };

export async function settleMail(tx: Tx, { mailId, outcome, now }: { mailId: string; outcome: Settled; now: Date }): Promise<void> {
  const isUnderWay = outcome.state === "waiting";
  const data = { error: null, ...outcome, settledAt: isUnderWay ? null : now };
  await tx.mail.update({ where: { id: mailId }, data, select: { id: true } });
}

/** Who gets a mail; null for an account that is disabled. */
export async function getReceiver(tx: Tx, userId: string) {
  const found = await tx.user.findUnique({ where: { id: userId }, select: { id: true, name: true, email: true, roles: true, disabledAt: true } });
  return found && found.disabledAt === null ? found : null;
}

/** What a mail has to tell, oldest first: what was neither read nor switched off since it was written down, or warns. */
export async function listMailNotices(tx: Tx, { mail, receiver, now }: { mail: MailUnderWay; receiver: Member; now: Date }): Promise<MailContent["notices"]> {
  const { userId } = receiver;
  const off = await tx.notificationChoice.findMany({ where: { userId, delivery: "off", kind: { notIn: warningKinds } }, select: { kind: true } });
  const ended = off.map(({ kind }) => kind);
  const rows = await tx.notification.findMany({
    where: { mailId: mail.id, userId, OR: [{ readAt: null }, { kind: { in: warningKinds } }], kind: { notIn: ended } }, select: shown, orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const dtos = await toDtos(tx, rows, { actor: receiver, now });
  const told: MailNotice[] = [];
  for (const [index, row] of rows.entries()) {
    const { words, itemTitle, href } = dtos[index]!;
    told.push({ words, itemTitle, href, quote: await readQuote(tx, row, { receiver, isVisible: href !== null, now }) });
  }
  return told;
}

/** Somebody's own words that a notice quotes. What its receiver may not see any more is not quoted, but for a reason that was given to them. */
async function readQuote(
  tx: Tx, { notice, review, advice, data }: ShownRow, { receiver, isVisible, now }: { receiver: Member; isVisible: boolean; now: Date },
): Promise<MailNotice["quote"]> {
  const quotes = noticeNamed(notice)?.quotes;
  const { verdictId, messageId } = noticeData.parse(data);
  if (quotes === "message") {
    const subject = review ? { kind: "reviews" as const, subjectId: review.id } : { kind: "advice" as const, subjectId: advice?.id ?? nobody };
    const text = await readWords(tx, { actor: receiver, subject, messageId: messageId ?? nobody, now });
    return text === null ? null : { text, points: [] };
  }
  if (!review || quotes === undefined) return null;
  if (quotes === "closing") {
    const closed = await tx.reviewEvent.findFirst({ where: { reviewId: review.id, kind: "closed" }, orderBy: { number: "desc" }, select: { data: true } });
    return closed ? { text: reasonData.parse(closed.data).reason, points: [] } : null;
  }
  if (!isVisible || verdictId === undefined) return null;
  const verdict = await tx.verdict.findFirst({
    where: { id: verdictId, reviewId: review.id },
    select: { summary: true, correction: true, changes: { select: { text: true }, orderBy: { position: "asc" } } },
  });
  if (!verdict) return null;
  return quotes === "correction" ? { text: verdict.correction ?? "", points: [] } : { text: verdict.summary, points: verdict.changes.map(({ text }) => text) };
}

const reasonData = z.object({ reason: z.string() });

const listed = {
  id: true, kind: true, state: true, attempts: true, subject: true, text: true, error: true, createdAt: true, settledAt: true,
  user: {
    select: {
      id: true, name: true, email: true,
      reviewsAsked: { where: { alias: { not: null } }, select: { id: true }, take: 1 },
      advicesAsked: { where: { alias: { not: null } }, select: { id: true }, take: 1 },
    },
  },
} satisfies Prisma.MailSelect;

type ListedMail = Prisma.MailGetPayload<{ select: typeof listed }>;

function toMailDto(mail: ListedMail, reader: Actor): OutboxDto["mails"][number] {
  const { id: mailId, kind, state, attempts, user, subject, error } = mail;
  const hasAlias = user.reviewsAsked.length > 0 || user.advicesAsked.length > 0;
  // Whoever has the link ends these mails: it is the receiver's alone.
  const text = mail.text?.replaceAll(/\/unsubscribe\/\S+/g, "/unsubscribe/…") ?? null;
  const said = mayReadMail(reader, { receiverId: user.id, hasAlias }) ? { to: { name: user.name, address: user.email }, subject, text, error }
    : { to: null, subject: null, text: null, error: null };
  return { mailId, kind, state, attempts, ...said, createdAt: iso(mail.createdAt), settledAt: iso(mail.settledAt) };
}

export async function listMails(db: Db, { actor, after }: { actor: Actor; after: string | undefined }): Promise<OutboxDto> {
  const rows = await db.mail.findMany({
    where: beyond(parsePlace(after), { by: "createdAt", order: "desc" }), select: listed, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, { size: PAGE, placeOf: ({ createdAt, id }) => ({ at: createdAt, id }) });
  return { mails: page.map((mail) => toMailDto(mail, actor)), next };
}

/** Mails that nobody is at any more, though they are not settled: their job was lost. */
export async function listStuckMails(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM mails WHERE settled_at IS NULL AND coalesce(attempted_at, created_at) < ${now}::timestamptz - interval '6 hours'
    ORDER BY created_at, id LIMIT 100`;
  return rows.map(({ id }) => id);
}

export interface DigestDue {
  userId: string;
  /** The calendar day where they are. */
  day: string;
  /** The hour of the digest on that day; what happened later waits for tomorrow's. */
  until: Date;
}

/** What a daily digest still has to tell: what was not read, or warns. */
const forDigest = Prisma.sql`n.delivery = 'digest' AND n.mail_id IS NULL AND (n.read_at IS NULL OR n.kind = ANY (${warningKinds}::notification_kind[]))`;

/** Whose daily digest is due: it has something to tell, and today's was not written. A time zone that the database does not know is UTC. */
export async function listDigestsDue(tx: Tx, now: Date): Promise<DigestDue[]> {
  return await tx.$queryRaw<DigestDue[]>`
    SELECT due.user_id AS "userId", to_char(due.day, 'YYYY-MM-DD') AS day, due.until
    FROM (
      SELECT local.user_id, local.day, (local.day + make_interval(hours => ${DIGEST_HOUR}::int)) AT TIME ZONE local.zone AS until
      FROM (
        SELECT u.id AS user_id, coalesce(z.name, 'UTC') AS zone, date_trunc('day', ${now}::timestamptz AT TIME ZONE coalesce(z.name, 'UTC')) AS day
        FROM (SELECT DISTINCT n.user_id FROM notifications n WHERE ${forDigest}) pending
        JOIN users u ON u.id = pending.user_id AND u.disabled_at IS NULL
        LEFT JOIN pg_timezone_names z ON z.name = u.time_zone
      ) local
    ) due
    WHERE due.until <= ${now}
      AND NOT EXISTS (SELECT FROM mails m WHERE m.user_id = due.user_id AND m.digest_day = due.day::date)
      AND EXISTS (
        SELECT FROM notifications n
        WHERE n.user_id = due.user_id AND n.at < due.until AND ${forDigest})
    ORDER BY due.user_id LIMIT 50`;
}

/** The digest's mail, with what it tells; null when that day's was written before, which the unique index decides. */
export async function insertDigest(tx: Tx, { due: { userId, day, until }, now }: { due: DigestDue; now: Date }): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO mails (user_id, digest_day, created_at) VALUES (${userId}::uuid, ${day}::date, ${now}) ON CONFLICT (user_id, digest_day) DO NOTHING RETURNING id`;
  if (!rows[0]) return null;
  await tx.$executeRaw`
    UPDATE notifications AS n SET mail_id = ${rows[0].id}::uuid WHERE n.user_id = ${userId}::uuid AND n.at < ${until} AND ${forDigest}`;
  return rows[0].id;
}

// Nudges ----------------------------------------------------------------------------------------------------

/** What a reminder is told as, once: the same turn and the same number of days is the same reminder. */
export function nudgeEvent({ reviewId, turnSince, days }: { reviewId: string; turnSince: Date; days: number }): string {
  return `nudge ${reviewId} ${turnSince.getTime()} ${days}`;
}

/** Learners' turns that have lasted so long that a reminder is due (nudge.ts), and of which it was not told; not of what cannot be sent yet, nor of what the last week told them that they can send. */
export async function listNudgesDue(tx: Tx, now: Date): Promise<{ reviewId: string; learnerId: string }[]> {
  const { from, until } = nudgeWindow(now);
  return await tx.$queryRaw<{ reviewId: string; learnerId: string }[]>`
    SELECT r.id AS "reviewId", r.learner_id AS "learnerId"
    FROM reviews r JOIN users u ON u.id = r.learner_id AND u.disabled_at IS NULL
    WHERE r.status IN ('returned', 'unsent') AND r.turn_since > ${from} AND r.turn_since <= ${until} AND (r.status = 'returned' OR (
      (SELECT count(*) FROM reviews sent WHERE sent.learner_id = r.learner_id AND sent.status IN ('waiting', 'claimed')) < ${MOST_WITH_MENTORS}
      AND (SELECT count(*) FROM reviews open WHERE open.learner_id = r.learner_id AND open.item_id = r.item_id
        AND open.status IN ('waiting', 'claimed', 'returned')) < ${MOST_FOR_ITEM}
      AND NOT EXISTS (SELECT FROM notifications n WHERE n.review_id = r.id AND n.notice = 'roomToSend' AND n.at > ${after(now, -7 * DAY)}))) AND NOT EXISTS (
      SELECT FROM notifications n
      WHERE n.user_id = r.learner_id AND n.event = 'nudge ' || r.id || ' ' || floor(extract(epoch FROM r.turn_since) * 1000)::bigint || ' ' || (
        SELECT max(days) FROM unnest(${[...NUDGE_DAYS]}::int[]) AS days WHERE r.turn_since + make_interval(days => days) <= ${now}))
    ORDER BY r.turn_since LIMIT 50`;
}

/** Those of the reviews that are still their learner's turn, kept so until the transaction ends; the learners' rows must be locked. */
export async function lockTurns(tx: Tx, reviewIds: readonly string[]): Promise<{ reviewId: string; learnerId: string; turnSince: Date; isSent: boolean }[]> {
  return await tx.$queryRaw<{ reviewId: string; learnerId: string; turnSince: Date; isSent: boolean }[]>`
    SELECT id AS "reviewId", learner_id AS "learnerId", turn_since AS "turnSince", status = 'returned' AS "isSent" FROM reviews
    WHERE id = ANY (${[...reviewIds]}::uuid[]) AND status IN ('returned', 'unsent') ORDER BY id FOR SHARE`;
}

// Choices ---------------------------------------------------------------------------------------------------

/** How each kind reaches somebody's mailbox. */
export async function getChoices(db: Db | Tx, userId: string): Promise<Record<Kind, Delivery>> {
  const chosen = await db.notificationChoice.findMany({ where: { userId }, select: { kind: true, delivery: true } });
  const usual = kindNames.map((kind) => [kind, kinds[kind].usual] as const);
  return Object.fromEntries([...usual, ...chosen.map(({ kind, delivery }) => [kind, delivery] as const)]) as Record<Kind, Delivery>;
}

export async function keepChoice(db: Db | Tx, { userId, kind, delivery }: { userId: string; kind: Kind; delivery: Delivery }): Promise<void> {
  await db.$executeRaw`
    INSERT INTO notification_choices (user_id, kind, delivery, chosen_at) VALUES (${userId}::uuid, ${kind}::notification_kind, ${delivery}::delivery, clock_timestamp())
    ON CONFLICT (user_id, kind) DO UPDATE SET delivery = excluded.delivery, chosen_at = excluded.chosen_at
    WHERE notification_choices.delivery <> excluded.delivery`;
}

/** The kinds that a link in a mail would switch off; null for an account that is gone. */
export async function listToEnd(db: Db | Tx, { userId, what }: Unsubscribing): Promise<Kind[] | null> {
  if ((await db.user.findUnique({ where: { id: userId }, select: { id: true } })) === null) return null;
  const choices = await getChoices(db, userId);
  return kindNames.filter((kind) => (what === "digest" ? choices[kind] === "digest" : kind === what && choices[kind] !== "off"));
}

export async function getTimeZone(db: Db, userId: string): Promise<string | null> {
  return (await db.user.findUnique({ where: { id: userId }, select: { timeZone: true } }))?.timeZone ?? null;
}
