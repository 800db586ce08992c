import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { askForAdvice, pickUpAdvice } from "#lib/advice/commands.ts";
import { readAbout, readAll, readNotification, tellEvent } from "#lib/notification/commands.ts";
import { notificationJobs } from "#lib/notification/jobs.ts";
import { bell, notifications } from "#lib/notification/views.ts";
import { listItems } from "#lib/guide/guide.ts";
import { db } from "#lib/platform/db.ts";
import { startJobs } from "#lib/platform/jobs.ts";
import { blockMentor, claimReview, closeReview, correctVerdict, reassignReview, releaseReview, reopenReview, resubmitReview, returnWithChanges, sendReview, withdrawReview } from "#lib/review/commands.ts";
import { claimed, confirmed, evidenceOf, itemId, look, person, reason, returned, runOut, value, waitingReview } from "#tests/support/community.ts";

const system = systemActor("test");
const title = "Derive and implement logistic regression from scratch, with tests";

async function tell(event: Record<string, string | null>, eventId: string = randomUUID()): Promise<number> {
  return value(await tellEvent.execute(system, { eventId, event })).told;
}

async function toldTo(somebody: Member) {
  return value(await notifications.execute(somebody, {})).notifications.map(({ words, href }) => ({ words: plain(words), href }));
}

const plain = (words: string) => words.replaceAll(/[\u2068\u2069]/g, "");

async function pair() {
  const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
  return { learner, mentor, reviewId: await waitingReview(learner) };
}

const lastVerdict = async (reviewId: string) =>
  (await db().verdict.findFirstOrThrow({ where: { reviewId }, orderBy: { givenAt: "desc" }, select: { id: true } })).id;

/** What was said to have happened to a review under a name, as its jobs will read it. */
async function emitted(name: string, reviewId: string): Promise<unknown[]> {
  const rows = await db().$queryRaw<{ data: unknown }[]>`
    SELECT data->'data' AS data FROM pgboss.job WHERE data->>'event' = ${name} AND data->'data'->>'reviewId' = ${reviewId} ORDER BY created_on`;
  return rows.map(({ data }) => data).map((data) => (({ name: _name, ...rest }) => rest)(data as Record<string, unknown>));
}

async function jobsOf(reviewId: string): Promise<number> {
  return (await db().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job WHERE data->'data'->>'reviewId' = ${reviewId}`)[0]!.count;
}

describe("an event", () => {
  it("is told to the learner with the mentor's name, the item and the way to the review", async () => {
    const { learner, mentor, reviewId } = await pair();
    const { leaseId } = await claimed(mentor, reviewId);
    await tell({ name: "review.claimed", reviewId, leaseId });
    const { notifications: [told] } = value(await notifications.execute(learner, {}));
    expect(told).toMatchObject({ kind: "claimed", words: "\u2068Ada\u2069 is reviewing your work", itemTitle: title, href: `/reviews/${reviewId}`, read: false });
    expect(await toldTo(mentor)).toEqual([]);
  });

  it("is told once, however often its job runs, also at the same time", async () => {
    const { learner, mentor, reviewId } = await pair();
    await returned(mentor, reviewId);
    const verdictId = await lastVerdict(reviewId);
    const eventId = randomUUID();
    const counts = await Promise.all(Array.from({ length: 20 }, async () => await tell({ name: "review.returned", reviewId, verdictId }, eventId)));
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await toldTo(learner)).toEqual([{ words: "Ada asks for changes", href: `/reviews/${reviewId}` }]);
  });

  it("of a sign-in is mailed five times a day at most, and stands in the app each time", async () => {
    const somebody = await person();
    for (let count = 0; count < 7; count += 1) await tell({ name: "account.signedIn", userId: somebody.userId });
    expect(await toldTo(somebody)).toHaveLength(7);
    expect(await db().mail.count({ where: { userId: somebody.userId } })).toBe(5);
    await db().$executeRaw`UPDATE mails SET created_at = created_at - interval '1 day' WHERE user_id = ${somebody.userId}::uuid`;
    await tell({ name: "account.signedIn", userId: somebody.userId });
    expect(await db().mail.count({ where: { userId: somebody.userId } })).toBe(6);
  });

  it("of a sign-in is mailed also after five mails of the day that told nobody", async () => {
    const somebody = await person();
    for (let count = 0; count < 5; count += 1) await tell({ name: "account.signedIn", userId: somebody.userId });
    await db().$executeRaw`UPDATE mails SET state = 'failed', settled_at = now() WHERE user_id = ${somebody.userId}::uuid`;
    await tell({ name: "account.signedIn", userId: somebody.userId });
    expect(await db().mail.count({ where: { userId: somebody.userId } })).toBe(6);
  });

  it("that happens again is told again", async () => {
    const { learner, mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    const verdictId = await lastVerdict(reviewId);
    await tell({ name: "review.confirmed", reviewId, verdictId });
    await tell({ name: "review.confirmed", reviewId, verdictId });
    expect(await toldTo(learner)).toHaveLength(2);
  });

  it("of a resubmission is told to the mentor whom it is kept for, and names no learner", async () => {
    const { learner, mentor, reviewId } = await pair();
    await returned(mentor, reviewId);
    const { verdicts: [verdict] } = await look(learner, reviewId);
    value(await resubmitReview.execute(learner, { reviewId, answers: [{ changeId: verdict!.changes[0]!.changeId, answer: "Done" }] }));
    await tell({ name: "review.resubmitted", reviewId });
    expect(await toldTo(mentor)).toEqual([{ words: "Resubmitted, and kept for you for a while", href: `/mentor/reviews/${reviewId}` }]);
    expect(JSON.stringify(value(await bell.execute(mentor, {})))).not.toContain("Noor");
  });

  it("of a hold that ended is told to both, each at their own page", async () => {
    const { learner, mentor, reviewId } = await pair();
    const { leaseId } = await claimed(mentor, reviewId);
    await runOut(reviewId);
    await tell({ name: "review.lapsed", reviewId, leaseId });
    expect(await toldTo(learner)).toEqual([{ words: "Your work is back in the queue, at its place", href: `/reviews/${reviewId}` }]);
    expect(await toldTo(mentor)).toEqual([{ words: "Your hold on a review has ended", href: `/mentor/reviews/${reviewId}` }]);
  });

  it("of a hold that began with a correction is told to its mentor too when it ends", async () => {
    const { mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    value(await correctVerdict.execute(mentor, { reviewId, reason: "I overlooked a leak" }));
    const { leaseId } = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
    await runOut(reviewId);
    await tell({ name: "review.lapsed", reviewId, leaseId });
    expect((await toldTo(mentor)).map(({ words }) => words)).toEqual(["Your hold on a review has ended"]);
  });

  it("leads nowhere once the receiver may not see the review any more", async () => {
    const { learner, mentor, reviewId } = await pair();
    const { leaseId } = await claimed(mentor, reviewId);
    await runOut(reviewId);
    await tell({ name: "review.lapsed", reviewId, leaseId });
    await db().block.create({ data: { learnerId: learner.userId, mentorId: mentor.userId } });
    expect(await toldTo(mentor)).toEqual([{ words: "Your hold on a review has ended", href: null }]);
  });

  it("is not told to a disabled account, nor of a review that is gone", async () => {
    const { learner, mentor, reviewId } = await pair();
    const { leaseId } = await claimed(mentor, reviewId);
    await db().user.update({ where: { id: learner.userId }, data: { disabledAt: new Date() } });
    expect(await tell({ name: "review.claimed", reviewId, leaseId })).toBe(0);
    expect(reason(await tellEvent.execute(system, { eventId: randomUUID(), event: { name: "review.claimed", reviewId: randomUUID() } }))).toBe("NOT_FOUND");
  });

  it("of a role leads to what the role is for", async () => {
    const somebody = await person({ roles: ["mentor"] });
    await tell({ name: "account.roleGranted", userId: somebody.userId, role: "mentor" });
    expect(await toldTo(somebody)).toEqual([{ words: "You are a mentor now", href: "/mentor/queue" }]);
  });
});

describe("an admin's or a mentor's later act", () => {
  it("that takes a verdict back is told to the learner", async () => {
    const { learner, mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    const verdictId = await lastVerdict(reviewId);
    value(await correctVerdict.execute(mentor, { reviewId, reason: "I overlooked a leak" }));
    await tell({ name: "review.corrected", reviewId, verdictId });
    expect(await toldTo(learner)).toEqual([{ words: "Ada took back what they said of your work, and looks at it again", href: `/reviews/${reviewId}` }]);
  });

  it("that reopens a review is told to the learner and to the mentor whose verdict it was, unless blocked", async () => {
    const { learner, mentor, reviewId } = await pair();
    await returned(mentor, reviewId);
    const verdictId = await lastVerdict(reviewId);
    const admin = await person({ roles: ["admin"] });
    value(await reopenReview.execute(admin, { reviewId, reason: "A mistake" }));
    expect(await emitted("review.reopened", reviewId)).toEqual([{ reviewId, verdictId, mentorId: mentor.userId }]);
    await tell({ name: "review.reopened", reviewId, verdictId, mentorId: mentor.userId });
    expect(await toldTo(learner)).toEqual([{ words: "An admin took back the verdict on your work; it is in the queue again", href: `/reviews/${reviewId}` }]);
    expect(await toldTo(mentor)).toEqual([{ words: "An admin took back a verdict that you gave", href: `/mentor/reviews/${reviewId}` }]);
    const blocked = await waitingReview(learner);
    await returned(mentor, blocked);
    value(await blockMentor.execute(learner, { reviewId: blocked, mentorId: mentor.userId }));
    value(await reopenReview.execute(admin, { reviewId: blocked, reason: "A mistake" }));
    expect(await emitted("review.reopened", blocked)).toMatchObject([{ mentorId: null }]);
  });

  it("that gives a review to a mentor is told to both, and names the learner to nobody", async () => {
    const { learner, reviewId } = await pair();
    const other = await person({ name: "Bo", roles: ["mentor"] });
    value(await reassignReview.execute(await person({ roles: ["admin"] }), { reviewId, mentorId: other.userId, reason: "Knows more" }));
    await tell({ name: "review.reassigned", reviewId, mentorId: other.userId });
    expect(await toldTo(other)).toEqual([{ words: "An admin gave you a review, and it is kept for you for a while", href: `/mentor/reviews/${reviewId}` }]);
    expect(await toldTo(learner)).toEqual([{ words: "An admin gave your work to Bo", href: `/reviews/${reviewId}` }]);
    expect(JSON.stringify(value(await bell.execute(other, {})))).not.toContain("Noor");
  });

  it("that gives a review to another mentor is told to whoever held it or had it kept for them, not to whoever keeps it", async () => {
    const { learner, mentor, reviewId } = await pair();
    const [admin, other] = [await person({ roles: ["admin"] }), await person({ roles: ["mentor"] })];
    await claimed(mentor, reviewId);
    const give = async (to: Member) => value(await reassignReview.execute(admin, { reviewId, mentorId: to.userId, reason: "Knows more" }));
    await give(mentor);
    await give(other);
    await give(mentor);
    const between = (from: Member | null, to: Member) => ({ reviewId, mentorId: to.userId, formerId: from && from.userId });
    expect(await emitted("review.reassigned", reviewId)).toEqual([between(null, mentor), between(mentor, other), between(other, mentor)]);
    await tell({ name: "review.reassigned", reviewId, mentorId: mentor.userId, formerId: other.userId });
    expect(await toldTo(other)).toEqual([{ words: "An admin gave a review that was yours to another mentor", href: null }]);
    expect((await toldTo(learner)).map(({ words }) => words)).toEqual(["An admin gave your work to Ada"]);
  });

  it("that closes a review is told to its learner, and to its mentor if it had one", async () => {
    const { learner, mentor, reviewId } = await pair();
    await claimed(mentor, reviewId);
    value(await closeReview.execute(await person({ roles: ["admin"] }), { reviewId, reason: "Twice the same" }));
    await tell({ name: "review.closed", reviewId, mentorId: mentor.userId });
    expect((await toldTo(learner)).map(({ words }) => words)).toEqual(["An admin closed your review"]);
    expect((await toldTo(mentor)).map(({ words }) => words)).toEqual(["An admin closed a review that was yours"]);
    expect(await tell({ name: "review.closed", reviewId, mentorId: null })).toBe(1);
  });

  it("that closes a review is meant for whom it is kept for, and for nobody whom its learner blocks", async () => {
    const { learner, mentor, reviewId } = await pair();
    await returned(mentor, reviewId);
    const { verdicts } = await look(learner, reviewId);
    value(await resubmitReview.execute(learner, { reviewId, answers: verdicts[0]!.changes.map(({ changeId }) => ({ changeId, answer: "Done" })) }));
    const [admin, other] = [await person({ roles: ["admin"] }), await person({ roles: ["mentor"] })];
    value(await blockMentor.execute(learner, { reviewId, mentorId: mentor.userId }));
    const close = async () => {
      value(await closeReview.execute(admin, { reviewId, reason: "Twice the same" }));
      return await emitted("review.closed", reviewId);
    };
    expect(await close()).toEqual([{ reviewId, mentorId: null }]);
    const kept = await waitingReview(await person());
    value(await reassignReview.execute(admin, { reviewId: kept, mentorId: other.userId, reason: "Knows more" }));
    value(await closeReview.execute(admin, { reviewId: kept, reason: "Twice the same" }));
    expect(await emitted("review.closed", kept)).toEqual([{ reviewId: kept, mentorId: other.userId }]);
    const keptOnce = await waitingReview(await person());
    await returned(mentor, keptOnce);
    value(await reassignReview.execute(admin, { reviewId: keptOnce, mentorId: other.userId, reason: "Knows more" }));
    await db().review.update({ where: { id: keptOnce }, data: { reservedUntil: new Date("2026-01-01") } });
    value(await closeReview.execute(admin, { reviewId: keptOnce, reason: "Twice the same" }));
    expect(await emitted("review.closed", keptOnce)).toEqual([{ reviewId: keptOnce, mentorId: mentor.userId }]);
  });

  it("that makes room tells once of each that was kept unsent, the first of them first", async () => {
    const { learner, mentor, reviewId: first } = await pair();
    const ids = [first];
    for (const { id } of listItems("machine-learning-engineer").filter(({ id }) => id !== itemId).slice(0, 6)) ids.push(await waitingReview(learner, id));
    const unsent = ids.slice(5);
    await confirmed(mentor, first);
    expect(await emitted("review.roomToSend", unsent[0]!)).toHaveLength(1);
    expect(await emitted("review.roomToSend", unsent[1]!)).toEqual([]);
    await tell({ name: "review.roomToSend", reviewId: unsent[0]! });
    expect((await toldTo(learner))[0]).toEqual({ words: "There is room again: you can send this to mentors now", href: `/reviews/${unsent[0]}` });
    value(await withdrawReview.execute(learner, { reviewId: ids[1]! }));
    for (const reviewId of unsent.slice(0, 2)) value(await sendReview.execute(learner, { reviewId }));
    for (const reviewId of unsent) expect(await emitted("review.roomToSend", reviewId)).toHaveLength(1);
  });

  it("that makes room with mentors tells of the first that there is room for with its item, too", async () => {
    const learner = await person();
    const mentor = await person({ roles: ["mentor"] });
    const others = listItems("machine-learning-engineer").filter(({ id }) => id !== itemId).slice(0, 5);
    const sent = [await waitingReview(learner)];
    for (const { id } of others.slice(0, 4)) sent.push(await waitingReview(learner, id));
    const [first, second, third] = [await waitingReview(learner), await waitingReview(learner), await waitingReview(learner, others[4]!.id)];
    await confirmed(mentor, sent[1]!);
    value(await sendReview.execute(learner, { reviewId: first }));
    await confirmed(mentor, sent[2]!);
    for (const reviewId of [first, third]) expect(await emitted("review.roomToSend", reviewId)).toHaveLength(1);
    expect(await emitted("review.roomToSend", second)).toEqual([]);
    // The mentors' turn is over with a return, the item's place is not.
    await returned(mentor, sent[0]!);
    expect(await emitted("review.roomToSend", second)).toEqual([]);
    value(await withdrawReview.execute(learner, { reviewId: sent[0]! }));
    expect(await emitted("review.roomToSend", second)).toHaveLength(1);
  });

  it("that makes room in the same instant as another tells of each unsent review once", async () => {
    for (let round = 0; round < 5; round++) {
      const learner = await person();
      const ids: string[] = [];
      for (const { id } of listItems("machine-learning-engineer").slice(0, 6)) ids.push(await waitingReview(learner, id));
      const mentors = [await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
      const held = [await claimed(mentors[0]!, ids[0]!), await claimed(mentors[1]!, ids[1]!)];
      const outcomes = await Promise.all(held.map(async (shown, index) => await returnWithChanges.execute(mentors[index]!, { ...shown, changes: ["Please change this"] })));
      outcomes.forEach(value);
      expect(await emitted("review.roomToSend", ids[5]!)).toHaveLength(1);
    }
  });

  it("that asks, sends or reopens where no mentor could take it says so", async () => {
    const { learner, mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    await db().$executeRaw`INSERT INTO blocks (learner_id, mentor_id) SELECT ${learner.userId}::uuid, id FROM users WHERE 'mentor' = ANY (roles)`;
    expect(await emitted("review.stranded", reviewId)).toEqual([]);
    value(await reopenReview.execute(await person({ roles: ["admin"] }), { reviewId, reason: "A mistake" }));
    const asked = await waitingReview(learner);
    for (const stranded of [reviewId, asked]) expect(await emitted("review.stranded", stranded)).toHaveLength(1);
    for (const { id } of listItems("machine-learning-engineer").filter(({ id }) => id !== itemId).slice(0, 3)) await waitingReview(learner, id);
    const unsent = await waitingReview(learner, "mle.foundations.vectorise");
    expect(await emitted("review.stranded", unsent)).toEqual([]);
    value(await withdrawReview.execute(learner, { reviewId }));
    value(await sendReview.execute(learner, { reviewId: unsent }));
    expect(await emitted("review.stranded", unsent)).toHaveLength(1);
  });

  it("of a block that stood before ends what is in the mentor's hands all the same", async () => {
    const { learner, mentor, reviewId } = await pair();
    await claimed(mentor, reviewId);
    await db().block.create({ data: { learnerId: learner.userId, mentorId: mentor.userId } });
    value(await blockMentor.execute(learner, { reviewId, mentorId: mentor.userId }));
    expect((await look(learner, reviewId)).status).toBe("waiting");
  });

  it("of a block that stood before is told to nobody again", async () => {
    const { learner, mentor, reviewId } = await pair();
    await claimed(mentor, reviewId);
    // Nobody else is left, so that the block strands the review.
    await db().$executeRaw`INSERT INTO blocks (learner_id, mentor_id) SELECT ${learner.userId}::uuid, id FROM users WHERE 'mentor' = ANY (roles) AND id <> ${mentor.userId}::uuid`;
    const block = async () => value(await blockMentor.execute(learner, { reviewId, mentorId: mentor.userId }));
    await block();
    expect(await emitted("review.stranded", reviewId)).toHaveLength(1);
    const before = await jobsOf(reviewId);
    await block();
    expect(await jobsOf(reviewId)).toBe(before);
  });

  it("that hands a review over is told to its learner alone", async () => {
    const { learner, mentor, reviewId } = await pair();
    await tell({ name: "review.handedOver", reviewId, mentorId: mentor.userId });
    expect(await toldTo(learner)).toEqual([{ words: "Your work is open to all mentors again, at its place", href: `/reviews/${reviewId}` }]);
    expect(await toldTo(mentor)).toEqual([]);
  });

  it("that leaves nobody for a review is told to its learner and to each admin, and to one who is both once", async () => {
    const learner = await person({ name: "Noor", roles: ["admin"] });
    const reviewId = await waitingReview(learner);
    const admins = [await person({ roles: ["admin"] }), await person({ roles: ["admin", "mentor"] })];
    const away = await person({ roles: ["admin"], disabledAt: new Date() });
    const working = await db().user.count({ where: { roles: { has: "admin" }, disabledAt: null } });
    expect(await tell({ name: "review.stranded", reviewId })).toBe(working);
    expect(await toldTo(learner)).toEqual([{ words: "There is no mentor who could take your work now; the admins know", href: `/reviews/${reviewId}` }]);
    for (const admin of admins) expect(await toldTo(admin)).toEqual([{ words: "There is no mentor who could take a review", href: "/admin/reviews" }]);
    expect(await db().notification.count({ where: { userId: away.userId } })).toBe(0);
  });
});

describe("marking everything as read", () => {
  it("refuses an instant that the database does not know, at its field", async () => {
    for (const until of ["0000-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "2026-02-30T00:00:00Z"]) {
      expect(await readAll.execute(await person(), { until }), until).toMatchObject({ ok: false, kind: "invalid", errors: [{ field: "until" }] });
    }
  });
});

describe("what was told", () => {
  it("names nobody who was erased", async () => {
    const { learner, mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    await tell({ name: "review.confirmed", reviewId, verdictId: await lastVerdict(reviewId) });
    await db().user.delete({ where: { id: mentor.userId } });
    expect(await toldTo(learner)).toEqual([{ words: "A mentor confirmed your work", href: `/reviews/${reviewId}` }]);
  });

  it("is read one by one, by review, or all that was seen, and by its receiver alone", async () => {
    const { learner, mentor, reviewId } = await pair();
    await confirmed(mentor, reviewId);
    const verdictId = await lastVerdict(reviewId);
    for (let told = 0; told < 4; told += 1) await tell({ name: "review.confirmed", reviewId, verdictId });
    const other = await waitingReview(learner);
    await tell({ name: "review.claimed", reviewId: other, leaseId: (await claimed(mentor, other)).leaseId });
    const unread = async () => value(await bell.execute(learner, {})).unread;
    const { notifications: list } = value(await notifications.execute(learner, {}));
    expect(await unread()).toBe(5);
    expect(reason(await readNotification.execute(mentor, { notificationId: list[0]!.notificationId }))).toBe("NOT_FOUND");
    value(await readAbout.execute(mentor, { kind: "reviews", subjectId: reviewId }));
    expect(await unread()).toBe(5);
    value(await readNotification.execute(learner, { notificationId: list[4]!.notificationId }));
    expect(await unread()).toBe(4);
    value(await readAll.execute(learner, { until: list[3]!.at }));
    expect(await unread()).toBe(4 - list.slice(0, 4).filter(({ at }) => at <= list[3]!.at).length);
    value(await readAbout.execute(learner, { kind: "reviews", subjectId: reviewId }));
    expect(await unread()).toBe(1);
  });

  it("is paged without a gap or a repetition, though all of it was told at once", async () => {
    const learner = await person();
    const at = new Date();
    await db().notification.createMany({
      data: Array.from({ length: 65 }, (_, index) => ({ userId: learner.userId, event: `e${index}`, notice: "roleGranted", kind: "invitation" as const, data: { role: "mentor" }, at, delivery: "off" as const })),
    });
    const ids: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = value(await notifications.execute(learner, { ...(after && { after }) }));
      ids.push(...page.notifications.map(({ notificationId }) => notificationId));
      after = page.next;
    }
    expect(ids).toHaveLength(65);
    expect(new Set(ids).size).toBe(65);
  });
});

describe("the jobs", () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => await stop?.());

  it("tell what a command has done, in the transaction of the act and not before", async () => {
    const { learner, mentor, reviewId } = await pair();
    const boss = await startJobs(notificationJobs);
    stop = async () => await boss.stop({ graceful: true, close: true });
    value(await claimReview.execute(mentor, { reviewId }));
    await vi.waitFor(async () => expect(await toldTo(learner)).toHaveLength(1), { timeout: 20_000, interval: 100 });
    const { leaseId } = (await look(mentor, reviewId)).lease!;
    value(await releaseReview.execute(mentor, { reviewId, leaseId: leaseId! }));
    await vi.waitFor(async () => expect(await toldTo(learner)).toHaveLength(2), { timeout: 20_000, interval: 100 });
  });

  it("hand an event on once to each subscriber, however often the hand-over runs", async () => {
    const seen: string[] = [];
    const record = (name: string) => ({
      name, on: { event: ["test.happened", "test.other"] }, handle: async (_data: object, { eventId }: { eventId: string }) => void seen.push(`${name} ${eventId}`),
    });
    const boss = await startJobs([record("test.one"), record("test.two")]);
    stop = async () => await boss.stop({ graceful: true, close: true });
    const event = randomUUID();
    // The same event comes off its queue twice, as after a crash between two of its subscribers.
    await boss.send("events", { event: "test.happened", data: {} }, { id: event });
    await vi.waitFor(() => expect(seen).toHaveLength(2), { timeout: 20_000, interval: 100 });
    await boss.deleteJob("events", event);
    await boss.send("events", { event: "test.happened", data: {} }, { id: event });
    const last = randomUUID();
    await boss.send("events", { event: "test.other", data: {} }, { id: last });
    await vi.waitFor(() => expect(seen).toContain(`test.two ${last}`), { timeout: 20_000, interval: 100 });
    await vi.waitFor(() => expect(seen).toContain(`test.one ${last}`), { timeout: 20_000, interval: 100 });
    expect([...seen].sort()).toEqual([`test.one ${event}`, `test.one ${last}`, `test.two ${event}`, `test.two ${last}`].sort());
  });

  it("that fail are tried again alone: their neighbours run once", async () => {
    const ran: string[] = [];
    const boss = await startJobs([{
      name: "test.some",
      handle: async (data: object) => {
        const { name } = data as { name: string };
        ran.push(name);
        if (name === "bad" && ran.filter((each) => each === "bad").length === 1) throw new Error("the first time");
      },
    }]);
    stop = async () => await boss.stop({ graceful: true, close: true });
    for (const name of ["good", "bad", "other"]) await boss.send("test.some", { name });
    await vi.waitFor(() => expect([...ran].sort()).toEqual(["bad", "bad", "good", "other"]), { timeout: 20_000, interval: 100 });
  });
});

describe("what is told about an advice", () => {
  it("leads each side to their own page of it, and nobody who has no part in it any more", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { evidenceId } = await evidenceOf(learner);
    const { adviceId } = value(await askForAdvice.execute(learner, { evidenceId, itemId, question: "How do I go on?" }));
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    await tell({ name: "advice.pickedUp", adviceId, userId: learner.userId });
    await tell({ name: "thread.advisedWrote", adviceId, messageId: randomUUID(), userId: mentor.userId });
    expect((await toldTo(learner)).map(({ href }) => href)).toEqual([`/advice/${adviceId}`]);
    expect((await toldTo(mentor)).map(({ href }) => href)).toEqual([`/mentor/advice/${adviceId}`]);
    await db().block.create({ data: { learnerId: learner.userId, mentorId: mentor.userId } });
    expect((await toldTo(mentor)).map(({ href }) => href)).toEqual([null]);
  });
});
