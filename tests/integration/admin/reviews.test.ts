import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { takeDaysOff } from "#lib/account/commands.ts";
import { adminReviews, answeredReviews } from "#lib/admin/views.ts";
import { db } from "#lib/platform/db.ts";
import { claimReview, reopenReview, resubmitReview } from "#lib/review/commands.ts";
import { confirmed, look, person, reason, returned, runOut, value, waitingReview } from "#tests/support/community.ts";

let [admin, mentor, learner]: Member[] = [];
beforeEach(async () => {
  await db().$executeRaw`DELETE FROM confirmations`;
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

/** Rows like that of a review of the learner's, each of another evidence; they have no history. */
async function copies(reviewId: string, count: number): Promise<void> {
  await db().$executeRaw`
    WITH more AS (INSERT INTO evidences (owner_id) SELECT ${learner!.userId}::uuid FROM generate_series(1, ${count}::int) RETURNING id),
      versions AS (INSERT INTO evidence_versions (evidence_id, number, kind, url, title, shows) SELECT id, 1, 'repository', 'https://example.org', 't', 's' FROM more RETURNING id, evidence_id)
    INSERT INTO reviews (learner_id, evidence_id, item_id, edition, status, version_id, question, queued_at, turn_since, created_at, mentor_id)
    SELECT r.learner_id, v.evidence_id, r.item_id, r.edition, r.status, v.id, '', r.queued_at, r.turn_since, r.created_at, r.mentor_id
    FROM reviews r, versions v WHERE r.id = ${reviewId}::uuid`;
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
    await copies(await waitingReview(learner!), 55);
    const { waiting, more } = await read();
    expect([waiting.length, more]).toEqual([50, true]);
  });
});

describe("the answered reviews", () => {
  const answered = async (search = "", after?: string) => value(await answeredReviews.execute(admin!, { search, ...(after && { after }) }));

  it("are those whose verdict stands, the last answered first, and not an admin's own", async () => {
    const [first, second] = [await waitingReview(learner!), await waitingReview(await person())];
    await waitingReview(await person());
    await returned(mentor!, first);
    await confirmed(mentor!, second);
    await returned(mentor!, await waitingReview(admin!));
    expect((await answered()).rows.map(({ reviewId, status, mentorName }) => [reviewId, status, mentorName])).toEqual([[second, "confirmed", "Ada"], [first, "returned", "Ada"]]);
    value(await reopenReview.execute(admin!, { reviewId: second, reason: "Judged by the wrong criteria." }));
    expect((await answered()).rows.map(({ reviewId }) => reviewId)).toEqual([first]);
  });

  it("are found by a part of the item's title or of the mentor's name, whose signs stand for themselves", async () => {
    await returned(mentor!, await waitingReview(learner!));
    const [row] = (await answered()).rows;
    for (const words of [row!.itemTitle.slice(4, 12).toUpperCase(), "ad"]) expect((await answered(words)).rows).toEqual([row]);
    for (const words of ["nothing is called this", "%", "_"]) expect((await answered(words)).rows).toEqual([]);
  });

  it("say nothing of the evidence, nor of whose it is", async () => {
    await confirmed(mentor!, await waitingReview(learner!));
    const body = JSON.stringify(await answered());
    for (const secret of ["Secret Name", learner!.userId, "A piece of work", "https://example.org/work", "What it shows"]) expect(body).not.toContain(secret);
  });

  it("come in pages that miss none and repeat none", async () => {
    const reviewId = await waitingReview(learner!);
    await returned(mentor!, reviewId);
    await copies(reviewId, 55);
    const first = await answered();
    const rest = await answered("", first.next!);
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([50, 6, null]);
    expect(new Set([...first.rows, ...rest.rows].map((row) => row.reviewId)).size).toBe(56);
  });

  it("are for admins alone", async () => {
    for (const other of [mentor!, learner!]) expect(reason(await answeredReviews.execute(other, {}))).toBe("ADMINS_ONLY");
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
