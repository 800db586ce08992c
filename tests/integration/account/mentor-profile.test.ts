import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import { cancelDaysOff, keepMentorProfile, noticeAbsence, setTimeZone, takeDaysOff } from "#lib/account/commands.ts";
import { isPresentMentor, presentMentor } from "#lib/account/present-mentor.ts";
import { getWorkingTime, isPresentMentorSql } from "#lib/account/store.ts";
import { mentorProfile } from "#lib/account/views.ts";
import { dayIn, isAway } from "#lib/account/working-days.ts";
import { after, DAY, HOUR } from "#lib/base/time.ts";
import { db, Prisma } from "#lib/platform/db.ts";
import { person, reason, value } from "#tests/support/community.ts";

const profile = { steps: [], capacity: 4, workingDays: [1, 2, 3, 4, 5], timeZone: "UTC" };
const day = (days: number, timeZone = "UTC") => dayIn(after(new Date(), days * DAY), timeZone);
const fields = (outcome: Outcome<unknown>) => (outcome.ok ? [] : [outcome.kind, ...(outcome.errors ?? []).map(({ field }) => field)]);

async function eventsOf(name: string): Promise<Record<string, string>[]> {
  const jobs = await db().$queryRaw<{ data: Record<string, string> }[]>`
    SELECT data->'data' AS data FROM pgboss.job WHERE name = 'events' AND data->>'event' = ${name} ORDER BY created_on`;
  return jobs.map(({ data }) => data);
}

let mentor: Member;
beforeEach(async () => {
  mentor = await person({ roles: ["mentor"] });
});

describe("a mentor's profile", () => {
  it("begins with four at a time, every step, Monday to Friday, and no days off", async () => {
    expect(value(await mentorProfile.execute(mentor, {}))).toEqual({ ...profile, today: day(0), daysOff: [] });
  });

  it("is kept as it was given, its days in order", async () => {
    const given = { steps: ["mle.foundations", "mle.shipping"], capacity: 7, workingDays: [7, 2], timeZone: "Asia/Kathmandu" };
    value(await keepMentorProfile.execute(mentor, given));
    expect(value(await mentorProfile.execute(mentor, {}))).toMatchObject({ ...given, workingDays: [2, 7], today: day(0, "Asia/Kathmandu") });
  });

  it("keeps a time zone as the database spells it, which counts the days off by it", async () => {
    value(await setTimeZone.execute(mentor, { timeZone: "europe/BERLIN" }));
    expect(await getWorkingTime(db(), mentor.userId)).toMatchObject({ timeZone: "Europe/Berlin" });
    expect(fields(await setTimeZone.execute(mentor, { timeZone: "US/Pacific-New" }))).toEqual(["invalid", "timeZone"]);
    expect(await getWorkingTime(db(), mentor.userId)).toMatchObject({ timeZone: "Europe/Berlin" });
  });

  it.each([
    ["capacity", { capacity: 0 }], ["capacity", { capacity: 101 }], ["capacity", { capacity: 1.5 }], ["timeZone", { timeZone: "Middle/Earth" }],
    ["timeZone", { timeZone: "+02:00" }], ["timeZone", { timeZone: "VST" }], ["timeZone", { timeZone: "" }], ["workingDays", { workingDays: [] }], ["workingDays.0", { workingDays: [8] }],
    ["workingDays", { workingDays: [1, 1] }], ["steps.0", { steps: ["Not a step"] }], ["steps", { steps: ["mle.a", "mle.a"] }], ["more", { more: 1 }],
  ])("refuses what is wrong at its field: %s %j", async (field, wrong) => {
    expect(fields(await keepMentorProfile.execute(mentor, { ...profile, ...wrong }))).toEqual(["invalid", field]);
  });

  it("is for mentors, also when they are admins", async () => {
    const admin = await person({ roles: ["admin"] });
    expect(reason(await mentorProfile.execute(admin, {}))).toBe("MENTORS_ONLY");
    expect(reason(await keepMentorProfile.execute(admin, profile))).toBe("MENTORS_ONLY");
    expect(reason(await takeDaysOff.execute(admin, { firstDay: day(1), lastDay: day(1) }))).toBe("MENTORS_ONLY");
  });
});

describe("days off", () => {
  it("are listed from the earliest until their last day is over", async () => {
    value(await takeDaysOff.execute(mentor, { firstDay: day(20), lastDay: day(30) }));
    value(await takeDaysOff.execute(mentor, { firstDay: day(-1), lastDay: day(0) }));
    await db().$executeRaw`INSERT INTO days_off (user_id, first_day, last_day, begins_at, ends_at)
      VALUES (${mentor.userId}::uuid, '2020-01-01', '2020-01-02', '2020-01-01', '2020-01-03')`;
    const { daysOff } = value(await mentorProfile.execute(mentor, {}));
    expect(daysOff.map(({ firstDay }) => firstDay)).toEqual([day(-1), day(20)]);
  });

  it.each([
    ["that end before they begin", 3, 2], ["that are over", -3, -2], ["that are too long", 1, 367], ["that are too far away", 1_200, 1_201],
  ])("are refused where they are days %s", async (_words, first, last) => {
    expect(fields(await takeDaysOff.execute(mentor, { firstDay: day(first), lastDay: day(last) }))).toEqual(["invalid", "lastDay"]);
  });

  it.each([["2026-02-30"], ["0000-01-01"], ["24.12.2026"], [""]])("are refused where a day is none: %s", async (firstDay) => {
    expect(fields(await takeDaysOff.execute(mentor, { firstDay, lastDay: day(1) }))[0]).toBe("invalid");
  });

  it("are marked sixty times ahead at most", async () => {
    for (let count = 1; count <= 60; count += 1) value(await takeDaysOff.execute(mentor, { firstDay: day(count), lastDay: day(count) }));
    expect(reason(await takeDaysOff.execute(mentor, { firstDay: day(61), lastDay: day(61) }))).toBe("TOO_MANY_STRETCHES");
  });

  it("never overlap: told at the field, and decided by the database", async () => {
    value(await takeDaysOff.execute(mentor, { firstDay: day(2), lastDay: day(4) }));
    for (const [first, last] of [[4, 6], [1, 2], [3, 3], [1, 9]] as const) {
      expect(fields(await takeDaysOff.execute(mentor, { firstDay: day(first), lastDay: day(last) }))).toEqual(["conflict", "firstDay"]);
    }
    value(await takeDaysOff.execute(mentor, { firstDay: day(5), lastDay: day(5) }));
    await expect(db().$executeRaw`INSERT INTO days_off (user_id, first_day, last_day, begins_at, ends_at)
      SELECT user_id, last_day, last_day, begins_at, ends_at FROM days_off WHERE user_id = ${mentor.userId}::uuid`).rejects.toThrow(/days_off_never_overlap/);
  });

  it("of two that are marked at once and overlap, one is kept", async () => {
    const given = { firstDay: day(2), lastDay: day(4) };
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => takeDaysOff.execute(mentor, given)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok).map(reason)).toEqual(Array.from({ length: 7 }, () => "OVERLAPS"));
  });

  it("of somebody else are nobody's to cancel", async () => {
    const { daysOffId } = value(await takeDaysOff.execute(mentor, { firstDay: day(2), lastDay: day(4) }));
    expect(reason(await cancelDaysOff.execute(await person({ roles: ["mentor"] }), { daysOffId }))).toBe("NOT_FOUND");
    value(await cancelDaysOff.execute(mentor, { daysOffId }));
    expect(value(await mentorProfile.execute(mentor, {})).daysOff).toEqual([]);
    expect(reason(await cancelDaysOff.execute(mentor, { daysOffId }))).toBe("NOT_FOUND");
  });

  it("are told as an absence when they have begun, and when they begin", async () => {
    value(await takeDaysOff.execute(mentor, { firstDay: day(0), lastDay: day(1) }));
    expect((await eventsOf("account.wentAway")).filter(({ userId }) => userId === mentor.userId)).toHaveLength(1);
    const { daysOffId } = value(await takeDaysOff.execute(mentor, { firstDay: day(9), lastDay: day(9) }));
    expect(await eventsOf("account.daysOffTaken")).toContainEqual({ name: "account.daysOffTaken", daysOffId, beginsAt: `${day(9)}T00:00:00.000Z` });
    expect((await eventsOf("account.wentAway")).filter(({ userId }) => userId === mentor.userId)).toHaveLength(1);
  });

  it("that were cancelled, or have not begun, are noticed by nobody", async () => {
    const job = systemActor("test");
    const told = async () => (await eventsOf("account.wentAway")).filter(({ userId }) => userId === mentor.userId).length;
    const { daysOffId } = value(await takeDaysOff.execute(mentor, { firstDay: day(9), lastDay: day(9) }));
    value(await noticeAbsence.execute(job, { daysOffId }));
    expect(await told()).toBe(0);
    await db().$executeRaw`UPDATE days_off SET begins_at = now() - interval '1 hour' WHERE id = ${daysOffId}::uuid`;
    value(await noticeAbsence.execute(job, { daysOffId }));
    expect(await told()).toBe(1);
    expect(reason(await noticeAbsence.execute(job, { daysOffId: randomUUID() }))).toBe("NOT_FOUND");
  });

  it.each([
    ["keeps a profile", (timeZone: string) => keepMentorProfile.execute(mentor, { ...profile, timeZone })],
    ["says where they live, and nothing else", (timeZone: string) => setTimeZone.execute(mentor, { timeZone })],
  ])("move to another time zone with the mentor who %s", async (_, move) => {
    value(await takeDaysOff.execute(mentor, { firstDay: day(9), lastDay: day(9) }));
    value(await move("Asia/Kathmandu"));
    const { beginsAt, endsAt } = await db().daysOff.findFirstOrThrow({ where: { userId: mentor.userId } });
    expect(beginsAt.toISOString()).toBe(`${day(8)}T18:15:00.000Z`);
    expect(endsAt.getTime() - beginsAt.getTime()).toBe(DAY);
  });
});

describe("a mentor who is there", () => {
  it("is the same to the pure rule, the where-object, the SQL and the calendar, in every time zone and at every hour", async () => {
    const people = await Promise.all([
      person(), person({ roles: ["admin"] }), person({ roles: ["mentor"], disabledAt: new Date("2026-01-01") }), person({ roles: ["mentor"] }),
      ...["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "America/Los_Angeles"].map(async (timeZone) => {
        const away = await person({ roles: ["mentor", "admin"], timeZone });
        value(await takeDaysOff.execute(away, { firstDay: day(1, timeZone), lastDay: day(2, timeZone) }));
        return away;
      }),
    ]);
    const ids = people.map(({ userId }) => userId);
    const rows = await db().user.findMany({ where: { id: { in: ids } }, select: { id: true, roles: true, disabledAt: true, daysOff: true } });
    const seen = new Set<number>();
    for (let hours = 0; hours < 96; hours += 3) {
      const now = after(new Date(), hours * HOUR);
      const pure = rows.filter((row) => isPresentMentor(row, now)).map(({ id }) => id).sort();
      const found = await db().user.findMany({ where: { id: { in: ids }, ...presentMentor(now) }, select: { id: true } });
      const inSql = await db().$queryRaw<{ id: string }[]>`
        SELECT u.id FROM users u WHERE u.id = ANY (${ids}::uuid[]) AND ${isPresentMentorSql(Prisma.sql`u`, now)}`;
      expect(found.map(({ id }) => id).sort()).toEqual(pure);
      expect(inSql.map(({ id }) => id).sort()).toEqual(pure);
      for (const { id, roles, disabledAt } of rows) {
        const time = await getWorkingTime(db(), id);
        const there = roles.includes("mentor") && disabledAt === null && !isAway(time, dayIn(now, time.timeZone));
        expect([id, there]).toEqual([id, pure.includes(id)]);
      }
      seen.add(pure.length);
    }
    expect(seen.size).toBeGreaterThan(2);
  });
});
