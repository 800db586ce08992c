import { expect, test } from "vitest";
import { actorOfToken } from "#lib/access/session.ts";
import { hashToken } from "#lib/access/session-token.ts";
import { systemActor } from "#lib/access/actor.ts";
import { disableAccount, enableAccount } from "#lib/account/commands.ts";
import { people } from "#lib/admin/views.ts";
import { db } from "#lib/platform/db.ts";
import { claimReview, confirmReview, handOverReviews } from "#lib/review/commands.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { claimed, look, person, reason, returned, value, waitingReview } from "#tests/support/community.ts";

const admin = () => person({ roles: ["admin"] });

async function sessionOf(userId: string): Promise<string> {
  const token = crypto.randomUUID();
  await db().session.create({ data: { tokenHash: hashToken(token), userId, expiresAt: new Date("2100-01-01") } });
  return token;
}

test("a disabled account is out at its next request, and stays out of the sessions it had when it is enabled again", async () => {
  const [by, somebody] = [await admin(), await person()];
  const token = await sessionOf(somebody.userId);
  value(await disableAccount.execute(by, { userId: somebody.userId }));
  expect((await actorOfToken(token)).kind).toBe("visitor");
  value(await enableAccount.execute(by, { userId: somebody.userId }));
  expect((await actorOfToken(token)).kind).toBe("visitor");
  expect((await actorOfToken(await sessionOf(somebody.userId))).kind).toBe("member");
});

test("what a disabled mentor holds goes back to its place, and another mentor takes it", async () => {
  const [by, learner, holder, other] = [await admin(), await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  const { queuedAt } = await look(learner, reviewId);
  await claimed(holder, reviewId);
  value(await disableAccount.execute(by, { userId: holder.userId }));
  value(await handOverReviews.execute(systemActor("test"), { mentorId: holder.userId, learnerId: null, reason: "disabled" }));
  expect(await look(learner, reviewId)).toMatchObject({ status: "waiting", queuedAt });
  value(await claimReview.execute(other, { reviewId }));
});

test("disabling the last mentor is told of every open review that they could see, whoever's turn it is", async () => {
  const [by, learner, last, others] = [await admin(), await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
  const [waiting, answered] = [await waitingReview(learner), await waitingReview(learner, "mle.foundations.pca")];
  await returned(last, answered);
  const elsewhere = await person();
  const unseen = await waitingReview(elsewhere);
  // The last one but these two, whom the learner blocks.
  await db().user.updateMany({ where: { roles: { has: "mentor" }, id: { notIn: [last.userId, others.userId] } }, data: { disabledAt: new Date() } });
  await db().block.createMany({ data: [{ learnerId: learner.userId, mentorId: others.userId }, { learnerId: elsewhere.userId, mentorId: last.userId }] });
  value(await disableAccount.execute(by, { userId: last.userId }));
  value(await handOverReviews.execute(systemActor("test"), { mentorId: last.userId, learnerId: null, reason: "disabled" }));
  const told = await db().$queryRaw<{ id: string }[]>`SELECT data->'data'->>'reviewId' AS id FROM pgboss.job WHERE data->>'event' = 'review.stranded'`;
  expect(told.map(({ id }) => id).toSorted()).toEqual([waiting, answered].toSorted());
  expect((await look(elsewhere, unseen)).status).toBe("waiting");
});

test("a mentor whose account works again before the job has run keeps what they hold", async () => {
  const [by, learner, holder] = [await admin(), await person(), await person({ roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  await claimed(holder, reviewId);
  value(await disableAccount.execute(by, { userId: holder.userId }));
  value(await enableAccount.execute(by, { userId: holder.userId }));
  expect(value(await handOverReviews.execute(systemActor("test"), { mentorId: holder.userId, learnerId: null, reason: "disabled" }))).toEqual({ handedOver: 0 });
  expect((await look(learner, reviewId)).status).toBe("claimed");
});

test("a disabled learner's reviews are hidden from mentors until the account is enabled, at the same place", async () => {
  const [by, learner, mentor] = [await admin(), await person(), await person({ roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  const inQueue = async () => value(await reviewQueue.execute(mentor, {})).rows.some((row) => row.reviewId === reviewId);
  expect(await inQueue()).toBe(true);
  value(await disableAccount.execute(by, { userId: learner.userId }));
  expect(await inQueue()).toBe(false);
  expect(reason(await claimReview.execute(mentor, { reviewId }))).toBe("NOT_FOUND");
  value(await enableAccount.execute(by, { userId: learner.userId }));
  expect(await inQueue()).toBe(true);
});

test("a review of a disabled learner takes no place of its mentor's, who cannot see it", async () => {
  const [by, learner, mentor] = [await admin(), await person(), await person({ roles: ["mentor"], capacity: 1 })];
  await claimed(mentor, await waitingReview(learner));
  const other = await waitingReview(await person());
  expect(reason(await claimReview.execute(mentor, { reviewId: other }))).toBe("AT_CAPACITY");
  value(await disableAccount.execute(by, { userId: learner.userId }));
  expect(value(await reviewQueue.execute(mentor, {})).held).toEqual([]);
  value(await claimReview.execute(mentor, { reviewId: other }));
});

test("a mentor whose account was disabled after their request came in claims and judges nothing", async () => {
  const [by, mentor] = [await admin(), await person({ roles: ["mentor"] })];
  const [held, waiting] = [await waitingReview(await person()), await waitingReview(await person())];
  const shown = await claimed(mentor, held);
  value(await disableAccount.execute(by, { userId: mentor.userId }));
  expect(reason(await claimReview.execute(mentor, { reviewId: waiting }))).toBe("NOT_FOUND");
  expect(reason(await confirmReview.execute(mentor, shown))).toBe("NOT_FOUND");
});

test("disabling twice keeps the first day, and is told once", async () => {
  const [by, somebody] = [await admin(), await person()];
  value(await disableAccount.execute(by, { userId: somebody.userId }));
  const first = await db().user.findUniqueOrThrow({ where: { id: somebody.userId }, select: { disabledAt: true } });
  value(await disableAccount.execute(by, { userId: somebody.userId }));
  expect(await db().user.findUniqueOrThrow({ where: { id: somebody.userId }, select: { disabledAt: true } })).toEqual(first);
  const [told] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = 'events' AND data::text LIKE '%account.disabled%' AND data::text LIKE '%' || ${somebody.userId} || '%'`;
  expect(Number(told!.count)).toBe(1);
});

test("an admin cannot disable their own account", async () => {
  const by = await admin();
  expect(reason(await disableAccount.execute(by, { userId: by.userId }))).toBe("YOURSELF");
});

test("an admin finds somebody by the beginning of an address or by a part of a name, page by page", async () => {
  const by = await admin();
  for (let count = 0; count < 60; count += 1) await person({ name: `Basalt ${count}` });
  const first = value(await people.execute(by, { search: "basalt" }));
  expect(first.people).toHaveLength(50);
  const second = value(await people.execute(by, { search: "basalt", after: first.next! }));
  expect(second.people).toHaveLength(10);
  expect(new Set([...first.people, ...second.people].map(({ userId }) => userId)).size).toBe(60);
  const [{ email, userId } = { email: "", userId: "" }] = first.people;
  expect(value(await people.execute(by, { search: email.toUpperCase() })).people.map((found) => found.userId)).toEqual([userId]);
  expect(value(await people.execute(by, { search: "bas_lt" })).people).toEqual([]);
  expect(reason(await people.execute(by, { search: "a\u0000b" }))).toBe("INVALID");
});

test("of two admins who disable each other in one instant one is left", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [one, two] = [await admin(), await admin()];
    const outcomes = await Promise.all([disableAccount.execute(one, { userId: two.userId }), disableAccount.execute(two, { userId: one.userId })]);
    expect(outcomes.map(reason).sort()).toEqual(["NOT_FOUND", "not refused"]);
  }
});
