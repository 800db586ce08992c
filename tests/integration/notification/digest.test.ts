import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { readAll, setDelivery } from "#lib/notification/commands.ts";
import { db } from "#lib/platform/db.ts";
import { person, value } from "#tests/support/community.ts";
import { holdClock, setClock } from "#tests/support/database-clock.ts";
import { mailsTo, run, tell } from "#tests/support/telling.ts";

const at = (text: string) => new Date(`${text}Z`);

beforeAll(async () => await holdClock(at("2026-05-01T00:00:00")));
beforeEach(async () => {
  await db().mail.deleteMany();
  await db().notification.deleteMany();
});

/** Somebody who wants word of their roles once a day. */
async function daily(timeZone = "UTC"): Promise<Member> {
  const somebody = await person({ timeZone });
  value(await setDelivery.execute(somebody, { kind: "invitation", delivery: "digest" }));
  return somebody;
}

async function happens(somebody: Member, when: string): Promise<void> {
  await setClock(at(when));
  await tell({ name: "account.roleGranted", userId: somebody.userId, role: "mentor" }, randomUUID());
}

async function digestsAt(somebody: Member, ...instants: string[]): Promise<number[]> {
  const counts: number[] = [];
  for (const instant of instants) {
    await setClock(at(instant));
    await run("notification.writeDigests");
    counts.push((await mailsTo(somebody)).length);
  }
  return counts;
}

describe("the daily digest", () => {
  it("comes at eight in the morning where its reader is", async () => {
    const [utc, kathmandu, newYork] = [await daily(), await daily("Asia/Kathmandu"), await daily("America/New_York")];
    for (const each of [utc, kathmandu, newYork]) await happens(each, "2026-05-01T20:00:00");
    expect(await digestsAt(kathmandu, "2026-05-02T02:14:59", "2026-05-02T02:15:00")).toEqual([0, 1]);
    expect(await digestsAt(utc, "2026-05-02T07:59:59", "2026-05-02T08:00:00")).toEqual([0, 1]);
    expect(await digestsAt(newYork, "2026-05-02T11:59:59", "2026-05-02T12:00:00")).toEqual([0, 1]);
  });

  it("is one a day: what happens after it waits for tomorrow's", async () => {
    const somebody = await daily();
    await happens(somebody, "2026-05-01T07:00:00");
    await happens(somebody, "2026-05-01T07:30:00");
    expect(await digestsAt(somebody, "2026-05-01T08:02:00", "2026-05-01T08:17:00")).toEqual([1, 1]);
    await happens(somebody, "2026-05-01T09:00:00");
    expect(await digestsAt(somebody, "2026-05-01T09:02:00", "2026-05-01T23:47:00", "2026-05-02T08:02:00", "2026-05-02T08:17:00")).toEqual([1, 1, 2, 2]);
    const mails = await mailsTo(somebody);
    expect(await Promise.all(mails.map(({ id }) => db().notification.count({ where: { mailId: id } })))).toEqual([2, 1]);
  });

  it("does not come on a day on which nothing happened before eight", async () => {
    const somebody = await daily();
    await happens(somebody, "2026-05-01T15:00:00");
    expect(await digestsAt(somebody, "2026-05-01T15:02:00", "2026-05-01T23:47:00")).toEqual([0, 0]);
  });

  it("that nobody was there to write comes later on its day", async () => {
    const somebody = await daily();
    await happens(somebody, "2026-05-01T07:00:00");
    expect(await digestsAt(somebody, "2026-05-01T19:32:00")).toEqual([1]);
  });

  it("leaves out what was read, and does not come when that is all", async () => {
    const somebody = await daily();
    await happens(somebody, "2026-05-01T07:00:00");
    value(await readAll.execute(somebody, { until: "2026-05-01T07:30:00.000Z" }));
    expect(await digestsAt(somebody, "2026-05-01T08:02:00")).toEqual([0]);
  });

  it("tells of a sign-in whatever the new session reads or switches off", async () => {
    const somebody = await person();
    await setClock(at("2026-05-01T00:00:00"));
    value(await setDelivery.execute(somebody, { kind: "sign_in", delivery: "digest" }));
    await setClock(at("2026-05-01T07:00:00"));
    await tell({ name: "account.signedIn", userId: somebody.userId }, randomUUID());
    value(await readAll.execute(somebody, { until: "2026-05-01T07:30:00.000Z" }));
    expect(await mailsTo(somebody)).toEqual([]);
    value(await setDelivery.execute(somebody, { kind: "sign_in", delivery: "off" }));
    expect(await digestsAt(somebody, "2026-05-01T08:02:00")).toEqual([1]);
    await run("notification.mail", { mailId: (await mailsTo(somebody))[0]!.id });
    expect((await mailsTo(somebody))[0]).toMatchObject({ state: "kept", subject: expect.stringContaining("signed in") as string });
  });

  it("is written once when its job runs at several places at once, and keeps its text where nothing sends it", async () => {
    const people = await Promise.all(Array.from({ length: 60 }, async () => await daily()));
    for (const each of people) await happens(each, "2026-05-01T07:00:00");
    await setClock(at("2026-05-01T08:02:00"));
    await Promise.all([run("notification.writeDigests"), run("notification.writeDigests"), run("notification.writeDigests")]);
    expect(await db().mail.count()).toBe(60);
    expect(await db().notification.count({ where: { mailId: null } })).toBe(0);
    const [mail] = await mailsTo(people[0]!);
    await run("notification.mail", { mailId: mail!.id });
    expect((await mailsTo(people[0]!))[0]).toMatchObject({ state: "kept", kind: null, subject: "Your day on Cairn: You are a mentor now" });
  });

  it("is not written to a disabled account, and in UTC where the time zone is none", async () => {
    const [disabled, nowhere] = [await daily(), await daily("Mars/Olympus")];
    for (const each of [disabled, nowhere]) await happens(each, "2026-05-01T07:00:00");
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    expect(await digestsAt(nowhere, "2026-05-01T07:59:00", "2026-05-01T08:00:00")).toEqual([0, 1]);
    expect(await mailsTo(disabled)).toEqual([]);
  });
});

describe("a mail whose job was lost", () => {
  it("is looked at again after six hours, and one that was settled never", async () => {
    const somebody = await person();
    await happens(somebody, "2026-05-01T00:00:00");
    const jobs = async () => (await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job WHERE data->>'event' = 'notification.mailDue'`)[0]!.count;
    const before = await jobs();
    await setClock(at("2026-05-01T05:59:00"));
    await run("notification.pickUpMails");
    expect(await jobs()).toBe(before);
    await setClock(at("2026-05-01T06:01:00"));
    await run("notification.pickUpMails");
    expect(await jobs()).toBe(before + 1);
    await run("notification.mail", { mailId: (await mailsTo(somebody))[0]!.id });
    await setClock(at("2026-05-01T18:00:00"));
    await run("notification.pickUpMails");
    expect(await jobs()).toBe(before + 1);
  });
});
