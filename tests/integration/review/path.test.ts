import { describe, expect, test } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { listItems } from "#lib/guide/guide.ts";
import { db } from "#lib/platform/db.ts";
import { reviseEvidence } from "#lib/portfolio/commands.ts";
import {
  askForInformation, askForReview, claimReview, confirmReview, discardReview, recordLapses, releaseReview, resubmitReview,
  returnWithChanges, sendReview, withdrawReview,
} from "#lib/review/commands.ts";
import { fold } from "#lib/review/history.ts";
import { listEvents } from "#lib/review/store.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { roadmap } from "#lib/roadmap/views.ts";
import {
  claimed, confirmed, evidenceOf, itemId, look, person, reason, returned, runOut, screen, value, waitingReview,
} from "#tests/support/community.ts";

async function cast() {
  return {
    learner: await person({ name: "Lea" }),
    mentor: await person({ name: "Mia", roles: ["mentor"] }),
    other: await person({ name: "Max", roles: ["mentor"] }),
  };
}

async function queueOf(mentor: Member) {
  return value(await reviewQueue.execute(mentor, {})).rows.map(({ reviewId }) => reviewId);
}

async function answers(learner: Member, reviewId: string, answer = "Done") {
  const { verdicts } = await look(learner, reviewId);
  return verdicts.flatMap(({ changes }) => changes).filter((change) => change.answer === null)
    .map(({ changeId }) => ({ changeId, answer }));
}

async function resubmitted(learner: Member, reviewId: string) {
  return value(await resubmitReview.execute(learner, { reviewId, answers: await answers(learner, reviewId) }));
}

const items = listItems("machine-learning-engineer");

/** One after the other, each for another item. */
async function waitingReviews(learner: Member, count: number): Promise<string[]> {
  const reviews = [];
  for (const { id } of items.slice(0, count)) reviews.push(await waitingReview(learner, id));
  return reviews;
}

async function foldsIntoItsRow(reviewId: string) {
  const row = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
  expect(fold(await listEvents(db(), reviewId))).toEqual(row);
}

describe("the path of a review", () => {
  test("two rounds end with a confirmation beside the learner's own state, and the history folds into the row", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    await returned(mentor, reviewId);
    await foldsIntoItsRow(reviewId);
    await resubmitted(learner, reviewId);
    await confirmed(mentor, reviewId);
    await foldsIntoItsRow(reviewId);
    const { confirmations, states } = value(await roadmap.execute(learner, { guide: "machine-learning-engineer" }));
    expect(confirmations).toMatchObject([{ itemId, mentorName: "Mia", reviewId }]);
    expect(states).toEqual([]);
    const { timeline } = await look(learner, reviewId);
    expect(timeline.map(({ kind }) => kind)).toEqual(["asked", "claimed", "returned", "resubmitted", "claimed", "confirmed"]);
  });

  test("the place in the queue is kept through release, lapse and resubmission", async () => {
    const { learner, mentor, other } = await cast();
    const first = await waitingReview(learner);
    const place = (await look(learner, first)).queuedAt;
    const { leaseId } = await claimed(mentor, first);
    value(await releaseReview.execute(mentor, { reviewId: first, leaseId }));
    await claimed(other, first);
    await runOut(first);
    await returned(mentor, first);
    await resubmitted(learner, first);
    expect((await look(learner, first)).queuedAt).toBe(place);
  });

  test("a mentor's queue is oldest first and never holds their own", async () => {
    const { learner, mentor, other } = await cast();
    const [first, second] = [await waitingReview(learner), await waitingReview(other)];
    const own = await waitingReview(mentor);
    const queue = await queueOf(mentor);
    expect(queue.indexOf(first)).toBeLessThan(queue.indexOf(second));
    expect(queue).not.toContain(own);
  });

  test("a second mentor cannot claim what is held, sees nothing of it, and is told why", async () => {
    const { learner, mentor, other } = await cast();
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    expect(reason(await claimReview.execute(other, { reviewId }))).toBe("LEASE_HELD");
    await expect(look(other, reviewId)).rejects.toThrow("NOT_FOUND");
    value(await confirmReview.execute(mentor, await screen(mentor, reviewId)));
    expect(reason(await claimReview.execute(other, { reviewId }))).toBe("NOT_WAITING");
  });

  test("a lease that ran out is waiting everywhere at once, and the lapse is written when somebody acts", async () => {
    const { learner, mentor, other } = await cast();
    const reviewId = await waitingReview(learner);
    const before = await claimed(mentor, reviewId);
    await runOut(reviewId);
    expect(await queueOf(other)).toContain(reviewId);
    expect((await look(learner, reviewId)).status).toBe("waiting");
    await claimed(other, reviewId);
    expect((await look(learner, reviewId)).timeline.map(({ kind }) => kind)).toEqual(["asked", "claimed", "lapsed", "claimed"]);
    expect(reason(await confirmReview.execute(mentor, before))).toBe("LEASE_ENDED");
  });

  test("the job writes a lapse down once, dated at the end of the lease", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    await runOut(reviewId);
    const { leaseUntil } = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
    for (let twice = 0; twice < 2; twice += 1) value(await recordLapses.execute(systemActor("test"), {}));
    const lapses = (await listEvents(db(), reviewId)).filter(({ data }) => data.kind === "lapsed");
    expect(lapses.map(({ at }) => at)).toEqual([leaseUntil]);
  });

  test("a returned review goes back to the mentor who knows it, and to no other for a while", async () => {
    const { learner, mentor, other } = await cast();
    const reviewId = await waitingReview(learner);
    await returned(mentor, reviewId);
    await resubmitted(learner, reviewId);
    expect(await queueOf(mentor)).toContain(reviewId);
    expect(await queueOf(other)).not.toContain(reviewId);
    expect(reason(await claimReview.execute(other, { reviewId }))).toBe("NOT_FOUND");
    await db().$executeRaw`UPDATE users SET disabled_at = now() WHERE id = ${mentor.userId}::uuid`;
    expect(await queueOf(other)).toContain(reviewId);
  });

  test("resubmitting needs an answer to everything that was asked, and writes nothing without it", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    await returned(mentor, reviewId, ["One", "Two"]);
    const [one] = await answers(learner, reviewId);
    const refused = await resubmitReview.execute(learner, { reviewId, answers: [one] });
    expect(refused).toMatchObject({ ok: false, kind: "invalid" });
    expect(await answers(learner, reviewId)).toHaveLength(2);
  });

  test("a verdict names the version it saw: a newer one does not slip under it", async () => {
    const { learner, mentor } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId }));
    const shown = await claimed(mentor, reviewId);
    const revision = { evidenceId, kind: "demo", url: "https://example.org/2", title: "Two", shows: "More", basedOn: 1 };
    const { versions } = value(await reviseEvidence.execute(learner, revision));
    expect(reason(await confirmReview.execute(mentor, { ...shown, versionId: versions[0]!.versionId }))).toBe("VERSION_MOVED");
    value(await confirmReview.execute(mentor, shown));
    expect((await look(learner, reviewId)).verdicts[0]).toMatchObject({ versionNumber: 1 });
  });

  test("while it waits mentors see the newest version, which the claim then freezes", async () => {
    const { learner, mentor } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId }));
    const revise = async (basedOn: number) => value(await reviseEvidence.execute(
      learner, { evidenceId, kind: "demo", url: "https://example.org/2", title: "Next", shows: "More", basedOn }));
    await revise(1);
    expect((await look(mentor, reviewId)).version.number).toBe(2);
    await claimed(mentor, reviewId);
    await revise(2);
    expect((await look(mentor, reviewId))).toMatchObject({ version: { number: 2 }, newerVersion: true });
  });

  test("confirming needs every criterion met", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    const shown = await claimed(mentor, reviewId);
    const [first, ...rest] = shown.marks;
    expect(reason(await confirmReview.execute(mentor, { ...shown, marks: rest }))).toBe("CRITERION_NOT_MET");
    expect(reason(await confirmReview.execute(mentor, { ...shown, marks: [{ ...first, met: false }, ...rest] }))).toBe("CRITERION_NOT_MET");
  });

  test("asking for information returns the review with questions to answer", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    const shown = await claimed(mentor, reviewId);
    value(await askForInformation.execute(mentor, { ...shown, marks: [], questions: ["Why?"] }));
    expect((await look(learner, reviewId)).turn).toMatchObject({ whose: "learner", reason: "information" });
    await resubmitted(learner, reviewId);
    await foldsIntoItsRow(reviewId);
  });

  test("withdrawing ends a review in every open state, and a verdict on it is refused", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    const shown = await claimed(mentor, reviewId);
    value(await withdrawReview.execute(learner, { reviewId }));
    expect(reason(await returnWithChanges.execute(mentor, { ...shown, changes: ["x"] }))).toBe("LEASE_ENDED");
    await foldsIntoItsRow(reviewId);
    expect(reason(await withdrawReview.execute(learner, { reviewId }))).toBe("NOT_NOW");
  });

  test("after a withdrawal the mentor keeps what they judged, and nothing that came later", async () => {
    const { learner, mentor } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId }));
    await returned(mentor, reviewId);
    value(await reviseEvidence.execute(learner, { evidenceId, kind: "demo", url: "https://example.org/2", title: "Later", shows: "More", basedOn: 1 }));
    value(await resubmitReview.execute(learner, { reviewId, answers: await answers(learner, reviewId, "A later answer") }));
    value(await withdrawReview.execute(learner, { reviewId }));
    const shown = await look(mentor, reviewId);
    expect(shown.version.number).toBe(1);
    expect(JSON.stringify(shown)).not.toMatch(/Later|A later answer/);
  });

  test("a mentor's list of what they hold shows the version that was frozen", async () => {
    const { learner, mentor } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId }));
    await claimed(mentor, reviewId);
    value(await reviseEvidence.execute(learner, { evidenceId, kind: "demo", url: "https://example.org/2", title: "Later", shows: "More", basedOn: 1 }));
    expect(value(await reviewQueue.execute(mentor, {})).held).toMatchObject([{ reviewId, evidenceTitle: "A piece of work" }]);
  });

  test("a review kept for a mentor who was disabled can be claimed by others, and its page says so", async () => {
    const { learner, mentor, other } = await cast();
    const reviewId = await waitingReview(learner);
    await returned(mentor, reviewId);
    await resubmitted(learner, reviewId);
    await db().user.update({ where: { id: mentor.userId }, data: { disabledAt: new Date() } });
    expect(await look(other, reviewId)).toMatchObject({ reservation: null, can: ["claim"] });
  });

  test("a place that is none begins the queue", async () => {
    const { mentor } = await cast();
    for (const after of ["nonsense", "0000-01-01T00:00:00.000Z_3bf21524-6739-45fa-a5b9-589c0add5613", "-004800-01-01T00:00:00Z_x"]) {
      expect((await reviewQueue.execute(mentor, { after })).ok).toBe(true);
    }
  });

  test("the sixth review is kept unsent, and sent when one has come back", async () => {
    const { learner, mentor } = await cast();
    const reviews = await waitingReviews(learner, 5);
    const sixth = await waitingReview(learner, items[5]!.id);
    expect((await look(learner, sixth))).toMatchObject({ status: "unsent", queuedAt: null, can: ["send", "discard"] });
    expect(await queueOf(mentor)).not.toContain(sixth);
    expect(reason(await sendReview.execute(learner, { reviewId: sixth }))).toBe("FIVE_WITH_MENTORS");
    await returned(mentor, reviews[0]!);
    value(await sendReview.execute(learner, { reviewId: sixth }));
    await foldsIntoItsRow(sixth);
  });

  test("an unsent review can be discarded without a trace", async () => {
    const { learner } = await cast();
    await waitingReviews(learner, 5);
    const sixth = await waitingReview(learner, items[5]!.id);
    value(await discardReview.execute(learner, { reviewId: sixth }));
    expect(await db().reviewEvent.count({ where: { reviewId: sixth } })).toBe(0);
  });

  test("a self-check is of the item's criteria, each once, and is refused otherwise", async () => {
    const { learner, mentor } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    const criteria = items.find(({ id }) => id === itemId)!.criteria;
    const ask = async (ids: string[]) =>
      await askForReview.execute(learner, { evidenceId, itemId, selfCheck: ids.map((criterionId) => ({ criterionId, met: true })) });
    const [first] = criteria;
    for (const wrong of [["elsewhere"], [first!.id, first!.id]]) {
      const refused = await ask(wrong);
      expect(refused.ok ? [] : refused.errors?.map(({ field }) => field)).toEqual(["selfCheck"]);
    }
    expect(await db().review.count({ where: { evidenceId } })).toBe(0);
    const { reviewId } = value(await ask([first!.id]));
    expect((await look(mentor, reviewId)).selfCheck).toEqual([{ criterionId: first!.id, met: true }]);
  });

  test("the same evidence cannot be asked for the same item twice, nor a third evidence for one item", async () => {
    const { learner } = await cast();
    const { evidenceId } = await evidenceOf(learner);
    value(await askForReview.execute(learner, { evidenceId, itemId }));
    expect(reason(await askForReview.execute(learner, { evidenceId, itemId }))).toBe("ALREADY_ASKED");
    await waitingReview(learner);
    const third = await evidenceOf(learner);
    expect(reason(await askForReview.execute(learner, { evidenceId: third.evidenceId, itemId }))).toBe("TWO_FOR_ITEM");
  });

  test("a mentor holds no more than their capacity, and a lapsed hold does not count", async () => {
    const { learner } = await cast();
    const mentor = await person({ roles: ["mentor"], capacity: 1 });
    const [first, second] = [await waitingReview(learner), await waitingReview(await person())];
    await claimed(mentor, first);
    expect(reason(await claimReview.execute(mentor, { reviewId: second }))).toBe("AT_CAPACITY");
    await runOut(first);
    await claimed(mentor, second);
  });

  test("a mentor who is also the learner cannot claim, and the database would not let them", async () => {
    const mentor = await person({ roles: ["mentor"] });
    const reviewId = await waitingReview(mentor);
    expect(reason(await claimReview.execute(mentor, { reviewId }))).toBe("OWN_EVIDENCE");
    await expect(db().$executeRaw`
      UPDATE reviews SET status = 'claimed', holder_id = learner_id, lease_id = gen_random_uuid(), lease_until = now() WHERE id = ${reviewId}::uuid`)
      .rejects.toThrow("reviews_holder_is_not_learner");
  });

  test("a blocked mentor finds nothing", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    await db().block.create({ data: { learnerId: learner.userId, mentorId: mentor.userId } });
    expect(await queueOf(mentor)).not.toContain(reviewId);
    await expect(look(mentor, reviewId)).rejects.toThrow("NOT_FOUND");
    expect(reason(await claimReview.execute(mentor, { reviewId }))).toBe("NOT_FOUND");
  });

  test("a repeated verdict under the same key is answered alike and given once", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    const shown = await claimed(mentor, reviewId);
    const outcomes = await Promise.all(Array.from({ length: 10 }, async () =>
      await confirmReview.execute(mentor, shown, { idempotencyKey: "the-same-key" })));
    expect(new Set(outcomes.map((outcome) => outcome.ok))).toEqual(new Set([true]));
    expect(await db().confirmation.count({ where: { learnerId: learner.userId } })).toBe(1);
    const other = { ...shown, summary: "Something else" };
    expect(reason(await confirmReview.execute(mentor, other, { idempotencyKey: "the-same-key" }))).toBe("KEY_REUSED");
  });

  test("what was written is never changed: versions, events, verdicts", async () => {
    const { learner, mentor } = await cast();
    const reviewId = await waitingReview(learner);
    await confirmed(mentor, reviewId);
    await expect(db().$executeRaw`UPDATE evidence_versions SET title = 'x'`).rejects.toThrow("never changed");
    await expect(db().$executeRaw`UPDATE review_events SET kind = 'asked'`).rejects.toThrow("never changed");
    await expect(db().$executeRaw`UPDATE verdicts SET summary = 'x'`).rejects.toThrow("never changed");
  });
});
