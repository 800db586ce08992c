import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { askForReview, claimReview, withdrawReview } from "#lib/review/commands.ts";
import { listItems } from "#lib/guide/guide.ts";
import { evidenceOf, itemId, person, reason, value, waitingReview } from "#tests/support/community.ts";

// The short form; each round is a race that the database decides.
const CLAIM_ROUNDS = 50;
const LIMIT_ROUNDS = 20;

test("of two mentors who claim in the same instant one succeeds, and the other is told why", async () => {
  const learner = await person();
  const [one, two] = [await person({ roles: ["mentor"], capacity: 100 }), await person({ roles: ["mentor"], capacity: 100 })];
  for (let round = 0; round < CLAIM_ROUNDS; round += 1) {
    const reviewId = await waitingReview(learner);
    const outcomes = await Promise.all([claimReview.execute(one, { reviewId }), claimReview.execute(two, { reviewId })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.map(reason)).toContain("LEASE_HELD");
    expect(await db().reviewEvent.count({ where: { reviewId, kind: "claimed" } })).toBe(1);
    value(await withdrawReview.execute(learner, { reviewId }));
  }
});

test("fifty claims at once, by ten mentors, leave one holder", async () => {
  const mentors = await Promise.all(Array.from({ length: 10 }, async () => await person({ roles: ["mentor"] })));
  const reviewId = await waitingReview(await person());
  const claims = Array.from({ length: 50 }, (_, index) => claimReview.execute(mentors[index % mentors.length]!, { reviewId }));
  const outcomes = await Promise.all(claims);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(new Set(outcomes.map(reason))).toEqual(new Set(["not refused", "LEASE_HELD", "ALREADY_YOURS"]));
});

test("a mentor who claims many at once never holds more than their capacity", async () => {
  for (let round = 0; round < LIMIT_ROUNDS; round += 1) {
    const mentor = await person({ roles: ["mentor"], capacity: 2 });
    const reviews = await Promise.all(Array.from({ length: 5 }, async () => await waitingReview(await person())));
    const outcomes = await Promise.all(reviews.map(async (reviewId) => await claimReview.execute(mentor, { reviewId })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await db().review.count({ where: { holderId: mentor.userId } })).toBe(2);
  }
});

test("a learner who asks for many at once has five with mentors, and the rest unsent", async () => {
  const items = listItems("machine-learning-engineer").slice(0, 8);
  for (let round = 0; round < LIMIT_ROUNDS; round += 1) {
    const learner = await person();
    const evidences = await Promise.all(items.map(async () => await evidenceOf(learner)));
    const outcomes = await Promise.all(items.map(async ({ id }, index) =>
      value(await askForReview.execute(learner, { evidenceId: evidences[index]!.evidenceId, itemId: id }))));
    expect(outcomes.filter(({ status }) => status === "waiting")).toHaveLength(5);
    expect(outcomes.filter(({ status }) => status === "unsent")).toHaveLength(3);
  }
});

test("the same ask twenty times at once, under one key, is one review", async () => {
  const learner = await person();
  const { evidenceId } = await evidenceOf(learner);
  const outcomes = await Promise.all(Array.from({ length: 20 }, async () =>
    value(await askForReview.execute(learner, { evidenceId, itemId }, { idempotencyKey: "one-and-the-same" }))));
  expect(new Set(outcomes.map(({ reviewId }) => reviewId)).size).toBe(1);
  expect(await db().review.count({ where: { learnerId: learner.userId } })).toBe(1);
});
