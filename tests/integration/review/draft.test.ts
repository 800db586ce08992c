import { expect, test } from "vitest";
import { db } from "#lib/platform/db.ts";
import { reviseEvidence } from "#lib/portfolio/commands.ts";
import { confirmReview, correctVerdict, keepVerdictDraft, releaseReview, returnWithChanges, takeNewVersion } from "#lib/review/commands.ts";
import type { DraftBody } from "#lib/review/schema.ts";
import { verdictDraft } from "#lib/review/views.ts";
import { claimed, look, person, reason, runOut, value, waitingReview } from "#tests/support/community.ts";

const says = (summary: string): DraftBody => ({ marks: {}, levels: {}, entries: [], summary });

async function held() {
  const [learner, mentor] = [await person({ name: "Lea" }), await person({ name: "Mia", roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  return { learner, mentor, reviewId, shown: await claimed(mentor, reviewId) };
}

const revised = { kind: "repository" as const, url: "https://example.org/work", title: "A piece of work" };

test("whoever takes a newer version is shown what changed since the one they had claimed, and nobody else is", async () => {
  const { learner, mentor, reviewId, shown } = await held();
  const { evidenceId } = await look(learner, reviewId);
  value(await reviseEvidence.execute(learner, { evidenceId: evidenceId!, ...revised, shows: "Written anew", basedOn: 1 }));
  expect((await look(mentor, reviewId)).previousVersion).toBeNull();
  const { leaseId } = shown;
  value(await takeNewVersion.execute(mentor, { reviewId, leaseId }));
  expect(await look(mentor, reviewId)).toMatchObject({ version: { number: 2 }, previousVersion: { number: 1 } });
  value(await releaseReview.execute(mentor, { reviewId, leaseId }));
  expect((await look(await person({ roles: ["mentor"] }), reviewId)).previousVersion).toBeNull();
});

test("a draft keeps on which version each mark was made", async () => {
  const { mentor, reviewId, shown: { leaseId, versionId, marks } } = await held();
  const draft = { ...says(""), marks: { [marks[0]!.criterionId]: { met: true, note: "", versionId } } };
  value(await keepVerdictDraft.execute(mentor, { reviewId, leaseId, versionId, basedOn: 0, draft }));
  expect(value(await verdictDraft.execute(mentor, { reviewId })).draft).toMatchObject({ revision: 1, body: draft });
});

test("a draft is of a version of the evidence, and holds no more marks than an item can have", async () => {
  const [{ mentor, reviewId, shown: { leaseId, versionId } }, { shown: { versionId: anothers } }] = [await held(), await held()];
  const fields = async (given: { versionId: string; draft: DraftBody }) => {
    const outcome = await keepVerdictDraft.execute(mentor, { reviewId, leaseId, basedOn: 0, ...given });
    return outcome.ok ? [] : outcome.errors?.map(({ field }) => field);
  };
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`invented.${index}`, { met: true, note: "" }]));
  expect(await fields({ versionId: anothers, draft: says("") })).toEqual(["versionId"]);
  expect(await fields({ versionId, draft: { ...says(""), marks: many } })).toEqual(["draft.marks"]);
  expect(value(await verdictDraft.execute(mentor, { reviewId })).draft).toBeNull();
  expect(await fields({ versionId, draft: says("") })).toEqual([]);
});

test("a verdict is told in the words and the order of the edition that it was judged by", async () => {
  const { learner, mentor, reviewId, shown } = await held();
  value(await confirmReview.execute(mentor, shown));
  // As if it had been judged before the criteria were written anew.
  const criteria = shown.marks.map(({ criterionId }, index) => ({ id: criterionId, text: `Once ${index}` })).toReversed();
  const { itemId } = await db().review.findUniqueOrThrow({ where: { id: reviewId } });
  await db().requirement.create({ data: { itemId, edition: 90, title: "Once", shows: "Once", criteria } });
  await db().$transaction([
    db().$executeRaw`SET LOCAL session_replication_role = replica`,
    db().$executeRaw`UPDATE verdicts SET edition = 90 WHERE review_id = ${reviewId}::uuid`,
  ]);
  const { verdicts: [verdict], requirement } = await look(learner, reviewId);
  expect([verdict!.edition, requirement.edition]).toEqual([90, shown.edition]);
  expect(verdict!.marks.map(({ criterionId, text }) => ({ id: criterionId, text }))).toEqual(criteria);
});

test("no draft is kept after its mentor's verdict, under the hold of the verdict or an earlier one, and under a later hold it is", async () => {
  const { mentor, reviewId, shown: { leaseId: earlier, versionId } } = await held();
  const save = async (leaseId: string) => await keepVerdictDraft.execute(mentor, { reviewId, leaseId, versionId, basedOn: 0, draft: says("Once more") });
  await runOut(reviewId);
  const shown = await claimed(mentor, reviewId);
  value(await returnWithChanges.execute(mentor, { ...shown, changes: ["Please change this"] }));
  for (const leaseId of [shown.leaseId, earlier]) expect(reason(await save(leaseId))).toBe("VERDICT_GIVEN");
  expect(value(await verdictDraft.execute(mentor, { reviewId })).draft).toBeNull();
  value(await correctVerdict.execute(mentor, { reviewId, reason: "I overlooked something" }));
  value(await save((await look(mentor, reviewId)).lease!.leaseId!));
});

test("a draft goes with its verdict, and one that is saved after the hold is kept without it", async () => {
  const { mentor, reviewId, shown: { marks: _marks, edition, leaseId, versionId } } = await held();
  const save = async (basedOn: number, words: string) => await keepVerdictDraft.execute(mentor, { reviewId, leaseId, versionId, basedOn, draft: says(words) });
  expect(value(await save(0, "One")).secondsLeft).toBeGreaterThan(0);
  expect(reason(await save(0, "Another window's"))).toBe("DRAFT_MOVED");
  await runOut(reviewId);
  expect(value(await save(1, "Too late to send"))).toEqual({ revision: 2, secondsLeft: null });
  const again = await claimed(mentor, reviewId);
  value(await returnWithChanges.execute(mentor, { ...again, edition, marks: [], changes: ["Please change this"] }));
  expect(value(await verdictDraft.execute(mentor, { reviewId })).draft).toBeNull();
});
