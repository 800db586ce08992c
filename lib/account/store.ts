import "server-only";
import { Prisma, type Db, type Tx } from "#lib/platform/db.ts";
import { beyond, pageOf, parsePlace } from "#lib/base/place.ts";
import { literalLike } from "#lib/base/text.ts";
import { iso } from "#lib/base/time.ts";
import type { AccountDto, MentorPresenceDto, MentorProfileDto, PeopleDto } from "#lib/account/schema.ts";
import { coversNow } from "#lib/account/present-mentor.ts";
import { dayIn, type Day, type WorkingTime } from "#lib/account/working-days.ts";

const shown = { id: true, name: true, roles: true } satisfies Prisma.UserSelect;

/** Null when the address is taken. The unique index decides, so two that sign up at once cannot both succeed. */
export async function insertUser(
  tx: Tx, user: { email: string; name: string; passwordHash: string },
): Promise<AccountDto | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    INSERT INTO users (email, name, password_hash) VALUES (${user.email}, ${user.name}, ${user.passwordHash})
    ON CONFLICT (email) DO NOTHING RETURNING id, name`;
  return rows[0] ? { userId: rows[0].id, name: rows[0].name, roles: [] } : null;
}

/** What sign-in compares; null for an unknown address. */
export async function getCredentials(tx: Db | Tx, email: string) {
  return await tx.user.findUnique({
    where: { email }, select: { id: true, name: true, passwordHash: true, disabledAt: true },
  });
}

export async function insertSession(tx: Tx, session: { tokenHash: string; userId: string; expiresAt: Date }): Promise<void> {
  await tx.session.create({ data: session });
}

/**
 * Remembers that somebody signed in with a browser; true when it is another than those that they were seen in before. The first of
 * an account is not another. The user's row must be locked.
 */
export async function keepBrowser(tx: Tx, { userId, tokenHash, now }: { userId: string; tokenHash: string; now: Date }): Promise<boolean> {
  const known = await tx.knownBrowser.count({ where: { userId } });
  const rows = await tx.$queryRaw<{ fresh: boolean }[]>`
    INSERT INTO known_browsers (user_id, token_hash, first_seen_at, last_seen_at) VALUES (${userId}::uuid, ${tokenHash}, ${now}, ${now})
    ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = excluded.last_seen_at RETURNING xmax = 0 AS fresh`;
  return rows[0]!.fresh && known > 0;
}

export async function revokeSession(tx: Db | Tx, tokenHash: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE sessions SET revoked_at = clock_timestamp() WHERE token_hash = ${tokenHash} AND revoked_at IS NULL`;
}

/** Ends every session of somebody: after a change of roles the next request signs in anew. */
export async function revokeSessionsOf(tx: Tx, { userId, now }: { userId: string; now: Date }): Promise<void> {
  await tx.session.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

/** Locked, so that roles that are granted at the same time are all kept. */
export async function lockUserByEmail(tx: Tx, email: string) {
  await tx.$queryRaw`SELECT id FROM users WHERE email = ${email} FOR NO KEY UPDATE`;
  return await tx.user.findUnique({ where: { email }, select: shown });
}

export async function setRoles(tx: Tx, { userId, roles }: { userId: string; roles: AccountDto["roles"] }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { roles } });
}

export interface Standing { userId: string; disabledAt: Date | null; /** Of whoever acts, who may just have been disabled too. */ actorDisabled: boolean }

/** Locks somebody's row and that of whoever acts on it; null when there is no such account. */
export async function lockPerson(tx: Tx, { userId, actorId }: { userId: string; actorId: string | null }): Promise<Standing | null> {
  await lockUsers(tx, [userId, actorId]);
  const rows = await tx.user.findMany({ where: { id: { in: [userId, ...(actorId === null ? [] : [actorId])] } }, select: { id: true, disabledAt: true } });
  const found = rows.find(({ id }) => id === userId);
  return found ? { userId, disabledAt: found.disabledAt, actorDisabled: rows.some(({ id, disabledAt }) => id === actorId && disabledAt !== null) } : null;
}

/** `at` null: the account works again. */
export async function setDisabled(tx: Tx, { userId, at }: { userId: string; at: Date | null }): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { disabledAt: at } });
}

const PEOPLE = 50;

/** A page of everybody, the newest accounts first. */
export async function listPeople(
  db: Db, { search, after, actorId }: { search: string; after: string | undefined; actorId: string },
): Promise<PeopleDto> {
  const typed = literalLike(search);
  const matching: Prisma.UserWhereInput = search === "" ? {} : {
    OR: [{ email: { startsWith: typed.toLowerCase() } }, { name: { contains: typed, mode: "insensitive" } }],
  };
  const rows = await db.user.findMany({
    where: { AND: [matching, beyond(parsePlace(after), { by: "createdAt", order: "desc" })] },
    select: { id: true, name: true, email: true, roles: true, createdAt: true, disabledAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: PEOPLE + 1,
  });
  const { page, next } = pageOf(rows, { size: PEOPLE, placeOf: ({ createdAt, id }) => ({ at: createdAt, id }) });
  return {
    people: page.map(({ id, name, email, roles, createdAt, disabledAt }) => ({
      userId: id, name, email, roles, since: iso(createdAt), disabledAt: disabledAt && iso(disabledAt), isYou: id === actorId,
    })),
    next,
  };
}

/** Takes the row lock that limits are counted under. */
export async function lockUser(tx: Tx, userId: string): Promise<void> {
  await lockUsers(tx, [userId]);
}

/** The locks of several people, in the order of their ids; null stands for nobody. */
export async function lockUsers(tx: Tx, userIds: readonly (string | null)[]): Promise<void> {
  const ids = userIds.filter((userId) => userId !== null);
  await tx.$queryRaw`SELECT id FROM users WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

const working = {
  timeZone: true, workingDays: true,
  daysOff: { select: { id: true, firstDay: true, lastDay: true }, orderBy: { firstDay: "asc" } },
} satisfies Prisma.UserSelect;

/** A calendar day as PostgreSQL's `date` arrives: midnight in UTC. */
function toDay(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

function toDaysOff({ id: daysOffId, firstDay, lastDay }: { id: string; firstDay: Date; lastDay: Date }) {
  return { daysOffId, firstDay: toDay(firstDay), lastDay: toDay(lastDay) };
}

/** When somebody works: what a reservation for them is counted by. */
export async function getWorkingTime(db: Db | Tx, userId: string): Promise<WorkingTime> {
  const { daysOff, ...time } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: working });
  return { ...time, daysOff: daysOff.map(toDaysOff) };
}

export async function readMentorProfile(db: Db, { userId, now }: { userId: string; now: Date }): Promise<MentorProfileDto> {
  const { daysOff, reviewSteps: steps, ...kept } = await db.user.findUniqueOrThrow({
    where: { id: userId }, select: { ...working, reviewSteps: true, capacity: true },
  });
  const today = dayIn(now, kept.timeZone);
  return { steps, ...kept, today, daysOff: daysOff.map(toDaysOff).filter(({ lastDay }) => lastDay >= today) };
}

// By their names in lower case. The database reads a file for each of them, so it is asked once.
let timeZones: ReadonlyMap<string, string> | undefined;

/** A time zone as the database spells it; null for one that it does not know, which the runtime may. */
export async function findTimeZone(tx: Tx, name: string): Promise<string | null> {
  timeZones ??= new Map((await tx.$queryRaw<{ name: string }[]>`SELECT name FROM pg_timezone_names`).map((zone) => [zone.name.toLowerCase(), zone.name]));
  return timeZones.get(name.toLowerCase()) ?? null;
}

/** Keeps what is given, and leaves the rest as it was. Answers the days off that begin or end at another instant now: in another time zone the same days do. */
export async function keepProfile(
  tx: Tx, { userId, steps, ...profile }: { userId: string; steps?: string[]; capacity?: number; workingDays?: number[]; timeZone: string },
): Promise<DaysOffSpan[]> {
  await tx.user.update({ where: { id: userId }, data: { ...profile, ...(steps && { reviewSteps: steps }) }, select: { id: true } });
  return await tx.$queryRaw<DaysOffSpan[]>`
    UPDATE days_off SET begins_at = span.begins_at, ends_at = span.ends_at
    FROM (SELECT id, ${beginsAt} AS begins_at, ${endsAt} AS ends_at
      FROM (SELECT d.id, d.first_day, d.last_day, u.time_zone FROM days_off d JOIN users u ON u.id = d.user_id WHERE u.id = ${userId}::uuid) AS marked) AS span
    WHERE days_off.id = span.id AND (days_off.begins_at, days_off.ends_at) <> (span.begins_at, span.ends_at)
    RETURNING days_off.id AS "daysOffId", days_off.begins_at AS "beginsAt", days_off.ends_at AS "endsAt"`;
}

export interface DaysOffSpan { daysOffId: string; beginsAt: Date; endsAt: Date }

// The database turns days into instants, so that its time zones decide: those that the runtime knows may be of another year.
const beginsAt = Prisma.sql`first_day::timestamp AT TIME ZONE time_zone`;
const endsAt = Prisma.sql`(last_day + 1)::timestamp AT TIME ZONE time_zone`;

/** Marks days off; the mentor's row must be locked, and the days must not overlap others of theirs. */
export async function insertDaysOff(tx: Tx, { userId, firstDay, lastDay }: { userId: string; firstDay: Day; lastDay: Day }): Promise<DaysOffSpan> {
  const rows = await tx.$queryRaw<DaysOffSpan[]>`
    INSERT INTO days_off (user_id, first_day, last_day, begins_at, ends_at)
    SELECT id, first_day, last_day, ${beginsAt}, ${endsAt}
    FROM users, (SELECT ${firstDay}::date AS first_day, ${lastDay}::date AS last_day) AS days WHERE id = ${userId}::uuid
    RETURNING id AS "daysOffId", begins_at AS "beginsAt", ends_at AS "endsAt"`;
  return rows[0]!;
}

/** Days off with whose they are, locked; null when there are none by this id. */
export async function lockDaysOff(tx: Tx, daysOffId: string): Promise<(DaysOffSpan & { userId: string }) | null> {
  const rows = await tx.$queryRaw<(DaysOffSpan & { userId: string })[]>`
    SELECT id AS "daysOffId", user_id AS "userId", begins_at AS "beginsAt", ends_at AS "endsAt" FROM days_off
    WHERE id = ${daysOffId}::uuid FOR UPDATE`;
  return rows[0] ?? null;
}

export async function deleteDaysOff(tx: Tx, daysOffId: string): Promise<void> {
  await tx.daysOff.delete({ where: { id: daysOffId }, select: { id: true } });
}

/** Everybody who is a mentor and not disabled, by name. */
export async function listMentors(db: Db, now: Date): Promise<MentorPresenceDto[]> {
  const found = await db.user.findMany({
    where: { disabledAt: null, roles: { has: "mentor" } },
    select: {
      id: true, name: true, capacity: true,
      daysOff: { where: coversNow(now), select: { lastDay: true } },
      sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return found.map(({ id: userId, name, capacity, daysOff: [away], sessions: [seen] }) => ({
    userId, name, capacity, awayUntil: away ? toDay(away.lastDay) : null, lastActiveAt: seen ? iso(seen.lastSeenAt) : null,
  }));
}

/** isPresentMentor (present-mentor.ts) as SQL, for a row of users by the given alias. */
export function isPresentMentorSql(user: Prisma.Sql, now: Date): Prisma.Sql {
  return Prisma.sql`(${user}.disabled_at IS NULL AND 'mentor' = ANY (${user}.roles) AND NOT EXISTS (
    SELECT FROM days_off WHERE days_off.user_id = ${user}.id AND days_off.begins_at <= ${now} AND days_off.ends_at > ${now}))`;
}

/** Sessions that nobody can use any more, browsers whose cookie has run out, and answers to repeated requests older than a day. */
export async function pruneAccess(tx: Db | Tx): Promise<void> {
  await tx.$executeRaw`DELETE FROM sessions WHERE expires_at < clock_timestamp() - interval '30 days' OR revoked_at < clock_timestamp() - interval '30 days'`;
  await tx.$executeRaw`DELETE FROM known_browsers WHERE last_seen_at < clock_timestamp() - interval '400 days'`;
  await tx.$executeRaw`DELETE FROM idempotency_records WHERE created_at < clock_timestamp() - interval '24 hours'`;
}
