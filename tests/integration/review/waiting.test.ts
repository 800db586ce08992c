import { describe, expect, it } from "vitest";
import { DAY, HOUR, MINUTE } from "#lib/base/time.ts";
import { db } from "#lib/platform/db.ts";
import { readClock } from "#lib/platform/transaction.ts";
import { claimReview, correctVerdict, reassignReview, resubmitReview, withdrawReview } from "#lib/review/commands.ts";
import { readWaitingTime } from "#lib/review/waiting-store.ts";
import { myWork, reviewPlace, reviewWaitingTime } from "#lib/review/views.ts";
import { confirmed, look, person, reason, returned, runOut, value, waitingReview } from "#tests/support/community.ts";

/** Moves all that happened to a review so far into the past; its history is otherwise never changed. */
async function age(reviewId: string, milliseconds: number): Promise<void> {
  const by = `${milliseconds} milliseconds`;
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db().$executeRaw`UPDATE reviews SET queued_at = queued_at - ${by}::interval, turn_since = turn_since - ${by}::interval,
      created_at = created_at - ${by}::interval, closed_at = closed_at - ${by}::interval WHERE id = ${reviewId}::uuid`,
    db().$executeRaw`UPDATE review_events SET at = at - ${by}::interval WHERE review_id = ${reviewId}::uuid`,
    db().$executeRaw`UPDATE verdicts SET given_at = given_at - ${by}::interval WHERE review_id = ${reviewId}::uuid`,
  ]);
}

const mentorWithRoom = () => person({ roles: ["mentor"], capacity: 100 });
const waitingSince = async (milliseconds: number) => {
  const reviewId = await waitingReview(await person());
  await age(reviewId, milliseconds);
  return reviewId;
};

describe("the waiting time", () => {
  it("counts first claims, those who still wait, and those who were withdrawn, of 90 days", async () => {
    expect(await readWaitingTime(db(), await readClock(db()))).toEqual({ known: "too-few", reviews: 0 });
    const mentor = await mentorWithRoom();
    // Claimed after about 1, 2, 3 and 4 days; the last was claimed twice, and the first claim counts.
    for (const days of [1, 2, 3, 4]) {
      const reviewId = await waitingSince(days * DAY);
      value(await claimReview.execute(mentor, { reviewId }));
      if (days === 4) {
        await runOut(reviewId);
        await age(reviewId, 10 * DAY);
        value(await claimReview.execute(mentor, { reviewId }));
      }
    }
    for (const days of [2, 5, 80]) await waitingSince(days * DAY);
    const withdrawn = await person();
    const reviewId = await waitingReview(withdrawn);
    await age(reviewId, 6 * DAY);
    value(await withdrawReview.execute(withdrawn, { reviewId }));
    await age(reviewId, 3 * DAY);
    await waitingSince(91 * DAY);
    // Hidden from mentors since its first day, it waits no longer.
    const disabled = await waitingSince(70 * DAY);
    await db().$executeRaw`UPDATE users SET disabled_at = now() - interval '69 days 12 hours' WHERE id = (SELECT learner_id FROM reviews WHERE id = ${disabled}::uuid)`;
    // At risk: 8 at one day, 7 at two, 5 at three, 4 at four: 7/8 · 6/7 · 4/5 · 3/4 = 0.45 at the fourth claim.
    const found = await readWaitingTime(db(), await readClock(db()));
    expect(found).toMatchObject({ known: "median", reviews: 9 });
    expect("length" in found ? Math.abs(found.length - 4 * DAY) : Infinity).toBeLessThan(MINUTE);
  });

  it("is told to everybody who is signed in, in seconds, and read once a minute", async () => {
    const told = value(await reviewWaitingTime.execute(await person(), {}));
    expect(told).toMatchObject({ known: "median", reviews: 9 });
    expect("seconds" in told ? Math.abs(told.seconds - 4 * 86_400) : Infinity).toBeLessThan(60);
    await waitingSince(DAY);
    expect(value(await reviewWaitingTime.execute(await person(), {}))).toEqual(told);
  });

  it("takes no more than twenty of what came within six hours", async () => {
    const before = await readWaitingTime(db(), await readClock(db()));
    const learner = await person();
    const reviewId = await waitingReview(learner);
    value(await withdrawReview.execute(learner, { reviewId }));
    await db().$executeRaw`
      INSERT INTO reviews (id, learner_id, evidence_id, item_id, edition, status, version_id, question, queued_at, turn_since, created_at, closed_at)
      SELECT gen_random_uuid(), learner_id, evidence_id, item_id, edition, status, version_id, question,
        queued_at - interval '60 days', turn_since, created_at, closed_at - interval '59 days' FROM reviews, generate_series(1, 50) WHERE id = ${reviewId}::uuid`;
    expect((await readWaitingTime(db(), await readClock(db()))).reviews).toBe(before.reviews + 1 + 20);
    await db().$executeRaw`DELETE FROM reviews WHERE learner_id = ${learner.userId}::uuid`;
  });
});

describe("a place in the queue", () => {
  it("is the number of those that wait before it", async () => {
    const learner = await person();
    const reviewId = await waitingReview(learner);
    const place = async () => value(await reviewPlace.execute(learner, { reviewId })).ahead;
    const before = await place();
    const earlier = await waitingSince(HOUR);
    await waitingReview(await person());
    expect(await place()).toBe(before! + 1);
    const mentor = await mentorWithRoom();
    value(await claimReview.execute(mentor, { reviewId: earlier }));
    expect(await place()).toBe(before);
    await runOut(earlier);
    expect(await place()).toBe(before! + 1);
  });

  it("does not count those of disabled learners", async () => {
    const [learner, disabled] = [await person(), await person()];
    const reviewId = await waitingReview(disabled);
    await age(reviewId, HOUR);
    const own = await waitingReview(learner);
    const before = value(await reviewPlace.execute(learner, { reviewId: own })).ahead!;
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    expect(value(await reviewPlace.execute(learner, { reviewId: own })).ahead).toBe(before - 1);
  });

  it("is nobody else's to know, and none while a review does not wait", async () => {
    const learner = await person();
    const reviewId = await waitingReview(learner);
    const mentor = await mentorWithRoom();
    expect(reason(await reviewPlace.execute(mentor, { reviewId }))).toBe("NOT_FOUND");
    value(await claimReview.execute(mentor, { reviewId }));
    expect(value(await reviewPlace.execute(learner, { reviewId }))).toEqual({ ahead: null });
  });
});

describe("a mentor's own work", () => {
  it("tells how soon they answered, from each begin of the mentors' turn, with eight answers or more", async () => {
    const mentor = await mentorWithRoom();
    expect(value(await myWork.execute(mentor, {}))).toEqual({ answers: 0, seconds: null, confirmed: 0, returned: 0, informationAsked: 0 });
    for (const hours of [1, 2, 3, 4, 5, 6]) await confirmed(mentor, await waitingSince(hours * HOUR));
    const learner = await person();
    const reviewId = await waitingReview(learner);
    await age(reviewId, 10 * HOUR);
    await returned(mentor, reviewId);
    expect(value(await myWork.execute(mentor, {}))).toMatchObject({ answers: 7, seconds: null, confirmed: 6, returned: 1 });
    await age(reviewId, DAY);
    const { verdicts } = await look(learner, reviewId);
    value(await resubmitReview.execute(learner, { reviewId, answers: verdicts[0]!.changes.map(({ changeId }) => ({ changeId, answer: "Done" })) }));
    await confirmed(mentor, reviewId);
    // 0, 1, 2, 3, 4, 5, 6 and 10 hours: the second round was answered at once.
    const work = value(await myWork.execute(mentor, {}));
    expect(work).toMatchObject({ answers: 8, confirmed: 7, returned: 1, informationAsked: 0 });
    expect(Math.abs(work.seconds! - 3.5 * 3_600)).toBeLessThan(60);
  });

  it("counts the answer to a returned review that an admin passed on, and not a second verdict of the same turn", async () => {
    const [mentor, next] = [await mentorWithRoom(), await mentorWithRoom()];
    const admin = await person({ roles: ["admin"] });
    const [passedOn, claimedBefore] = [await waitingReview(await person()), await waitingReview(await person())];
    await returned(mentor, passedOn);
    value(await reassignReview.execute(admin, { reviewId: passedOn, mentorId: next.userId, reason: "Away" }));
    await confirmed(next, passedOn);
    expect(value(await myWork.execute(next, {}))).toMatchObject({ answers: 1, confirmed: 1 });
    await confirmed(mentor, claimedBefore);
    value(await correctVerdict.execute(mentor, { reviewId: claimedBefore, reason: "A mistake" }));
    value(await reassignReview.execute(admin, { reviewId: claimedBefore, mentorId: next.userId, reason: "Away" }));
    await confirmed(next, claimedBefore);
    expect(value(await myWork.execute(next, {}))).toMatchObject({ answers: 1, confirmed: 2 });
  });

  it("is of 90 days, and of nobody else", async () => {
    const [mentor, other] = [await mentorWithRoom(), await mentorWithRoom()];
    const old = await waitingSince(HOUR);
    await confirmed(mentor, old);
    await age(old, 91 * DAY);
    await confirmed(other, await waitingSince(HOUR));
    expect(value(await myWork.execute(mentor, {}))).toMatchObject({ answers: 0, confirmed: 0 });
    expect(reason(await myWork.execute(await person({ roles: ["admin"] }), {}))).toBe("MENTORS_ONLY");
  });
});
