import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { takeDaysOff } from "#lib/account/commands.ts";
import { adminReviews } from "#lib/admin/views.ts";
import { db } from "#lib/platform/db.ts";
import { claimReview, resubmitReview } from "#lib/review/commands.ts";
import { look, person, reason, returned, runOut, value, waitingReview } from "#tests/support/community.ts";

let [admin, mentor, learner]: Member[] = [];
beforeEach(async () => {
  await db().$executeRaw`DELETE FROM reviews`;
  [admin, mentor, learner] = [await person({ roles: ["admin"] }), await person({ name: "Ada", roles: ["mentor"], capacity: 3 }), await person({ name: "Secret Name" })];
});

const read = async () => value(await adminReviews.execute(admin!, {}));
const today = () => new Date().toISOString().slice(0, 10);

async function resubmitted(reviewId: string): Promise<void> {
  const { verdicts } = await look(learner!, reviewId);
  value(await resubmitReview.execute(learner!, { reviewId, answers: verdicts[0]!.changes.map(({ changeId }) => ({ changeId, answer: "Done" })) }));
}

async function loadOfMentor() {
  const { mentors } = await read();
  return mentors.find(({ userId }) => userId === mentor!.userId);
}

describe("the reviews that wait longest", () => {
  it("are those that are the mentors' turn, by how long they have been", async () => {
    const [first, second, third] = [await waitingReview(learner!), await waitingReview(await person()), await waitingReview(await person())];
    value(await claimReview.execute(mentor!, { reviewId: second }));
    // A returned one is its learner's turn; its wait begins anew when it is resubmitted, whatever its place.
    await returned(mentor!, first);
    expect((await read()).waiting.map(({ reviewId }) => reviewId)).toEqual([second, third]);
    await resubmitted(first);
    const { waiting, more } = await read();
    expect(waiting.map(({ reviewId, holderName, kept }) => [reviewId, holderName, kept?.mentorName ?? null]))
      .toEqual([[second, "Ada", null], [third, null, null], [first, null, "Ada"]]);
    expect(more).toBe(false);
  });

  it("are with nobody after a hold has run out, and kept for nobody who is away", async () => {
    const reviewId = await waitingReview(learner!);
    value(await claimReview.execute(mentor!, { reviewId }));
    await runOut(reviewId);
    expect((await read()).waiting[0]).toMatchObject({ reviewId, holderName: null, kept: null });
    await returned(mentor!, reviewId);
    await resubmitted(reviewId);
    expect((await read()).waiting[0]?.kept).toMatchObject({ mentorName: "Ada" });
    value(await takeDaysOff.execute(mentor!, { firstDay: today(), lastDay: today() }));
    expect((await read()).waiting[0]?.kept).toBeNull();
  });

  it("say nothing of the evidence, nor of whose it is", async () => {
    await waitingReview(learner!);
    const body = JSON.stringify(await read());
    for (const secret of ["Secret Name", learner!.userId, "A piece of work", "https://example.org/work", "What it shows"]) expect(body).not.toContain(secret);
  });

  it("of a disabled learner wait for nobody", async () => {
    await waitingReview(learner!);
    await db().user.update({ where: { id: learner!.userId }, data: { disabledAt: new Date() } });
    expect((await read()).waiting).toEqual([]);
  });

  it("are fifty at most, and say that there are more", async () => {
    const reviewId = await waitingReview(learner!);
    const { evidenceId } = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
    await db().$executeRaw`DELETE FROM review_events WHERE review_id = ${reviewId}::uuid`;
    await db().$executeRaw`
      WITH more AS (INSERT INTO evidences (owner_id) SELECT ${learner!.userId}::uuid FROM generate_series(1, 55) RETURNING id),
        versions AS (INSERT INTO evidence_versions (evidence_id, number, kind, url, title, shows) SELECT id, 1, 'repository', 'https://example.org', 't', 's' FROM more RETURNING id, evidence_id)
      INSERT INTO reviews (learner_id, evidence_id, item_id, edition, status, version_id, question, queued_at, turn_since, created_at)
      SELECT r.learner_id, v.evidence_id, r.item_id, r.edition, r.status, v.id, '', r.queued_at, r.turn_since, r.created_at
      FROM reviews r, versions v WHERE r.evidence_id = ${evidenceId}::uuid`;
    const { waiting, more } = await read();
    expect([waiting.length, more]).toEqual([50, true]);
  });
});

describe("a mentor's load", () => {
  it("is what they hold of what they can, what is kept for them, and whether they are there", async () => {
    expect(await loadOfMentor()).toEqual({ userId: mentor!.userId, name: "Ada", capacity: 3, held: 0, kept: 0, awayUntil: null, lastActiveAt: null });
    value(await claimReview.execute(mentor!, { reviewId: await waitingReview(await person()) }));
    const reviewId = await waitingReview(learner!);
    await returned(mentor!, reviewId);
    await resubmitted(reviewId);
    const lastSeenAt = new Date("2026-11-01T10:00:00Z");
    await db().session.create({ data: { tokenHash: mentor!.userId, userId: mentor!.userId, lastSeenAt, expiresAt: new Date("2100-01-01") } });
    expect(await loadOfMentor()).toMatchObject({ held: 1, kept: 1, lastActiveAt: lastSeenAt.toISOString() });
    value(await takeDaysOff.execute(mentor!, { firstDay: today(), lastDay: today() }));
    expect(await loadOfMentor()).toMatchObject({ awayUntil: today() });
  });

  it("is not told of those who are disabled or no mentors", async () => {
    await db().user.update({ where: { id: mentor!.userId }, data: { disabledAt: new Date() } });
    const { mentors } = await read();
    expect(mentors.map(({ userId }) => userId)).not.toContain(mentor!.userId);
    expect(mentors.map(({ userId }) => userId)).not.toContain(admin!.userId);
  });

  it("is for admins alone", async () => {
    expect(reason(await adminReviews.execute(mentor!, {}))).toBe("ADMINS_ONLY");
    expect(reason(await adminReviews.execute(learner!, {}))).toBe("ADMINS_ONLY");
  });
});
