import "server-only";
import type { Actor } from "#lib/access/actor.ts";
import { beyond, pageOf, parsePlace } from "#lib/base/place.ts";
import { iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { kinds, type Delivery, type Kind } from "#lib/notification/kind.ts";
import { noticeNamed, type About, type NoticeFacts, type Receiver } from "#lib/notification/notice.ts";
import { noticeData, type BellDto, type NoticeData, type NotificationDto, type NotificationsDto, type ToldEvent } from "#lib/notification/schema.ts";
import type { Prisma } from "#lib/platform/db.ts";
import type { Db, Tx } from "#lib/platform/db.ts";
import { listVisibleIds } from "#lib/review/store.ts";

// Telling ---------------------------------------------------------------------------------------------------

/** Nobody where the event has no such person, or the account was erased. */
export type People = Partial<Record<Receiver | About, readonly string[]>>;

/** The people of an event, by what they are in it; null for a review that is gone. */
export async function findPeople(tx: Tx, event: ToldEvent): Promise<People | null> {
  if (event.reviewId === undefined) return { account: theOne(event.userId) };
  const review = await tx.review.findUnique({ where: { id: event.reviewId }, select: { learnerId: true, reservedFor: true } });
  if (!review) return null;
  const { reviewId, leaseId, verdictId } = event;
  const claim = leaseId === undefined ? null
    : await tx.reviewEvent.findFirst({ where: { reviewId, leaseId, kind: "claimed" }, select: { actorId: true } });
  const verdict = verdictId === undefined ? null : await tx.verdict.findFirst({ where: { id: verdictId, reviewId }, select: { mentorId: true } });
  return {
    learner: [review.learnerId], reservedFor: theOne(review.reservedFor), leaseHolder: theOne(claim?.actorId), judge: theOne(verdict?.mentorId),
    mentor: theOne(event.mentorId),
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
  aboutId: string | null;
  data: NoticeData;
  now: Date;
}

/** Writes it down; null when this person was told of this event before. The unique index decides. */
export async function insertNotification(tx: Tx, { userId, event, notice, kind, reviewId, aboutId, data, now }: NewNotification): Promise<{ id: string; delivery: Delivery } | null> {
  const delivery = await chosenDelivery(tx, { userId, kind });
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO notifications (user_id, event, notice, kind, review_id, about_id, data, at, delivery)
    VALUES (${userId}::uuid, ${event}, ${notice}, ${kind}::notification_kind, ${reviewId}::uuid, ${aboutId}::uuid, ${JSON.stringify(data)}::jsonb,
      ${now}, ${delivery}::delivery)
    ON CONFLICT (user_id, event) DO NOTHING RETURNING id`;
  return rows[0] ? { id: rows[0].id, delivery } : null;
}

async function chosenDelivery(tx: Tx, { userId, kind }: { userId: string; kind: Kind }): Promise<Delivery> {
  const chosen = await tx.notificationChoice.findUnique({ where: { userId_kind: { userId, kind } }, select: { delivery: true } });
  return chosen?.delivery ?? kinds[kind].usual;
}

// Reading ---------------------------------------------------------------------------------------------------

const shown = {
  id: true, notice: true, kind: true, data: true, at: true, readAt: true, userId: true,
  about: { select: { name: true } },
  review: {
    select: { id: true, itemId: true, learnerId: true, requirement: { select: { title: true } }, verdicts: { select: { id: true, kind: true } } },
  },
} satisfies Prisma.NotificationSelect;

type ShownRow = Prisma.NotificationGetPayload<{ select: typeof shown }>;

function factsOf({ data, about, review }: ShownRow): NoticeFacts {
  const { verdictId, role, days } = noticeData.parse(data);
  const verdict = review?.verdicts.find((each) => each.id === verdictId)?.kind ?? null;
  return { who: about?.name ?? null, verdict, role: role ?? null, days: days ?? null };
}

/** A learner reads their review at their own address, everybody else where mentors work. */
function hrefOf({ notice, review, userId, ...rest }: ShownRow, visible: ReadonlySet<string>): string | null {
  const page = noticeNamed(notice)?.page?.(factsOf({ notice, review, userId, ...rest }));
  if (page !== undefined) return page;
  if (!review || !visible.has(review.id)) return null;
  return review.learnerId === userId ? `/reviews/${review.id}` : `/mentor/reviews/${review.id}`;
}

function toDto(row: ShownRow, visible: ReadonlySet<string>): NotificationDto {
  return {
    notificationId: row.id,
    kind: row.kind,
    words: noticeNamed(row.notice)?.words(factsOf(row)) ?? kinds[row.kind].label,
    itemTitle: row.review && (getItem(row.review.itemId)?.item.title ?? row.review.requirement.title),
    href: hrefOf(row, visible),
    at: iso(row.at),
    read: row.readAt !== null,
  };
}

async function toDtos(db: Db, rows: readonly ShownRow[], { actor, now }: { actor: Actor; now: Date }): Promise<NotificationDto[]> {
  const reviewIds = rows.flatMap(({ review }) => review?.id ?? []);
  const visible = await listVisibleIds(db, { actor, reviewIds, now });
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

export async function markReadAbout(db: Db, { userId, reviewId }: { userId: string; reviewId: string }): Promise<void> {
  await db.$executeRaw`
    UPDATE notifications SET read_at = clock_timestamp()
    WHERE user_id = ${userId}::uuid AND review_id = ${reviewId}::uuid AND read_at IS NULL`;
}

export async function markAllRead(db: Db, { userId, until }: { userId: string; until: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE notifications SET read_at = clock_timestamp() WHERE user_id = ${userId}::uuid AND at <= ${until} AND read_at IS NULL`;
}
