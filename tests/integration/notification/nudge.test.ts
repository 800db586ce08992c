import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { after, DAY } from "#lib/base/time.ts";
import { setDelivery, tellEvent } from "#lib/notification/commands.ts";
import { notifications } from "#lib/notification/views.ts";
import { listItems } from "#lib/guide/guide.ts";
import { db } from "#lib/platform/db.ts";
import { resubmitReview, withdrawReview } from "#lib/review/commands.ts";
import { look, person, returned, value, waitingReview } from "#tests/support/community.ts";
import { holdClock, setClock } from "#tests/support/database-clock.ts";
import { mailsTo, plain, run } from "#tests/support/telling.ts";

let now = new Date("2026-05-01T10:00:00Z");

beforeAll(async () => await holdClock(now));

async function pass(days: number): Promise<void> {
  now = after(now, days * DAY);
  await setClock(now);
}

async function afterDays(days: number): Promise<void> {
  await pass(days);
  await run("notification.nudge");
}

const toldTo = async (learner: Member) =>
  value(await notifications.execute(learner, {})).notifications.filter(({ kind }) => kind === "your_turn").map(({ words }) => plain(words)).toReversed();

async function returnedReview() {
  const [learner, mentor] = [await person({ name: "Noor" }), await person({ roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  await returned(mentor, reviewId);
  return { learner, mentor, reviewId };
}

describe("a learner whose turn it has been", () => {
  it("is reminded after 7, 14 and 21 days, each once, and then left in peace", async () => {
    const { learner } = await returnedReview();
    await afterDays(6.99);
    expect(await toldTo(learner)).toEqual([]);
    await afterDays(0.02);
    await afterDays(0.02);
    await afterDays(3);
    expect(await toldTo(learner)).toEqual(["It has been your turn for 7 days"]);
    await afterDays(4);
    await afterDays(7);
    await afterDays(7);
    await afterDays(60);
    expect(await toldTo(learner)).toEqual([7, 14, 21].map((days) => `It has been your turn for ${days} days`));
  });

  it("is reminded once when the job runs at several places at once", async () => {
    const { learner } = await returnedReview();
    await pass(8);
    await Promise.all([run("notification.nudge"), run("notification.nudge"), run("notification.nudge")]);
    expect(await toldTo(learner)).toHaveLength(1);
  });

  it("gets a mail for each, though the one before lies unread", async () => {
    const { learner } = await returnedReview();
    await afterDays(8);
    await run("notification.mail", { mailId: (await mailsTo(learner))[0]!.id });
    await afterDays(7);
    expect(await mailsTo(learner)).toHaveLength(2);
  });

  it("is not reminded of what they answered, withdrew, or while disabled", async () => {
    const [answered, withdrawn, disabled] = [await returnedReview(), await returnedReview(), await returnedReview()];
    const { verdicts: [verdict] } = await look(answered.learner, answered.reviewId);
    value(await resubmitReview.execute(answered.learner, { reviewId: answered.reviewId, answers: [{ changeId: verdict!.changes[0]!.changeId, answer: "Done" }] }));
    value(await withdrawReview.execute(withdrawn.learner, { reviewId: withdrawn.reviewId }));
    await db().user.update({ where: { id: disabled.learner.userId }, data: { disabledAt: now } });
    await afterDays(8);
    for (const { learner } of [answered, withdrawn, disabled]) expect(await toldTo(learner)).toEqual([]);
  });

  it("is reminded anew when it is their turn again", async () => {
    const { learner, mentor, reviewId } = await returnedReview();
    await afterDays(8);
    const { verdicts: [verdict] } = await look(learner, reviewId);
    value(await resubmitReview.execute(learner, { reviewId, answers: [{ changeId: verdict!.changes[0]!.changeId, answer: "Done" }] }));
    await returned(mentor, reviewId);
    await afterDays(8);
    expect(await toldTo(learner)).toEqual(["It has been your turn for 7 days", "It has been your turn for 7 days"]);
  });

  it("is told which were not sent at all, and in the digest if that is what they chose", async () => {
    const learner = await person();
    value(await setDelivery.execute(learner, { kind: "your_turn", delivery: "digest" }));
    const reviewId = await waitingReview(learner);
    await db().$executeRaw`UPDATE reviews SET status = 'unsent', queued_at = NULL, turn_since = ${now} WHERE id = ${reviewId}::uuid`;
    await afterDays(7);
    expect(await toldTo(learner)).toEqual(["Not sent to mentors yet, for 7 days"]);
    expect(await mailsTo(learner)).toEqual([]);
  });

  it("is not reminded of what cannot be sent yet, for five others are with mentors", async () => {
    const learner = await person();
    for (const { id } of listItems("machine-learning-engineer").slice(0, 6)) await waitingReview(learner, id);
    await afterDays(8);
    expect(await toldTo(learner)).toEqual([]);
    const { id: reviewId } = await db().review.findFirstOrThrow({ where: { learnerId: learner.userId, status: "waiting" } });
    value(await withdrawReview.execute(learner, { reviewId }));
    await afterDays(0.01);
    expect(await toldTo(learner)).toEqual(["Not sent to mentors yet, for 7 days"]);
  });

  it("is not reminded of what they were told within the week that they can send", async () => {
    const learner = await person();
    for (const { id } of listItems("machine-learning-engineer").slice(0, 6)) await waitingReview(learner, id);
    await afterDays(8);
    const { id: unsent } = await db().review.findFirstOrThrow({ where: { learnerId: learner.userId, status: "unsent" } });
    const { id: reviewId } = await db().review.findFirstOrThrow({ where: { learnerId: learner.userId, status: "waiting" } });
    value(await withdrawReview.execute(learner, { reviewId }));
    value(await tellEvent.execute(systemActor("test"), { eventId: randomUUID(), event: { name: "review.roomToSend", reviewId: unsent } }));
    await afterDays(5);
    expect(await toldTo(learner)).toEqual(["There is room again: you can send this to mentors now"]);
    await afterDays(2);
    expect(await toldTo(learner)).toEqual(["There is room again: you can send this to mentors now", "Not sent to mentors yet, for 14 days"]);
  });

  it("is reached also when there are more of them than one part takes", async () => {
    const many = await Promise.all(Array.from({ length: 55 }, async () => await person()));
    const ids: string[] = [];
    for (const learner of many) ids.push(await waitingReview(learner));
    await db().$executeRaw`UPDATE reviews SET status = 'unsent', queued_at = NULL, turn_since = ${now} WHERE id = ANY (${ids}::uuid[])`;
    await afterDays(7);
    expect(await db().notification.count({ where: { reviewId: { in: ids }, kind: "your_turn" } })).toBe(55);
  });
});
