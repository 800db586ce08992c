import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import type { Decision } from "#lib/access/decision.ts";
import { insertDaysOff } from "#lib/account/store.ts";
import { dayIn } from "#lib/account/working-days.ts";
import { after, DAY, MINUTE } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { db } from "#lib/platform/db.ts";
import { addEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import { aliasOf } from "#lib/review/alias.ts";
import {
  acknowledgeReview, askForInformation, askForReview, blockMentor, claimReview, closeReview, confirmReview, correctVerdict, discardReview,
  handOverReviews, keepVerdictDraft, reassignReview, recordLapses, releaseReview, reopenReview, resubmitReview, returnWithChanges, sendReview,
  takeNewVersion, takeNext, unblockMentor, withdrawReview,
} from "#lib/review/commands.ts";
import { fold, type Review } from "#lib/review/history.ts";
import { listEvents } from "#lib/review/store.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { person, reason, value } from "#tests/support/community.ts";
import { holdClock, setClock } from "#tests/support/database-clock.ts";
import { ReviewModel, type Screen } from "#tests/support/review-model.ts";

// How many sequences, and how long; `npm run test:races` runs more of them.
const RUNS = Number(process.env.CAIRN_MACHINE_RUNS ?? 12);
const STEPS = 45;

const items = ["mle.foundations.logistic-regression", "mle.foundations.pca"];
const start = new Date("2026-03-02T09:00:00.000Z");
const guide = { criteriaOf: (itemId: string) => getItem(itemId)!.item.criteria, stepOf: (itemId: string) => getItem(itemId)!.step.id };
const why = "There was a reason";

beforeAll(async () => await holdClock(start));

const acts = [
  "ask", "ask", "send", "discard", "claim", "claim", "claim", "takeNext", "release", "takeNewVersion", "keepDraft", "return", "return", "askInformation",
  "confirm", "confirm", "resubmit", "resubmit", "acknowledge", "withdraw", "correct", "reopen", "reassign", "close", "block", "unblock", "revise",
  "disable", "enable", "away", "back", "handOver", "lapses", "minutes", "days",
] as const;

const step = fc.record({ act: fc.constantFrom(...acts), who: fc.nat(6), on: fc.nat(30), other: fc.nat(6), much: fc.nat(60), stale: fc.integer({ min: 0, max: 9 }) });
type Step = { act: (typeof acts)[number]; who: number; on: number; other: number; much: number; stale: number };

/** The people, the evidence and the model of one sequence; what each mentor's screens last showed. */
async function world() {
  const model = new ReviewModel(start, guide);
  await setClock(start);
  const [one, both, mentor, second, admin] = [
    await person({ name: "Learner" }), await person({ name: "Both", roles: ["mentor"] }), await person({ name: "Mentor", roles: ["mentor"], capacity: 2 }),
    await person({ name: "Second", roles: ["mentor"] }), await person({ name: "Admin", roles: ["admin"] }),
  ];
  const cast = [one, both, mentor, second, admin];
  model.people = cast.map((actor) => ({ actor, capacity: actor === mentor ? 2 : 4, disabled: false, daysOff: [], steps: actor === second ? ["mle.foundations"] : [] }));
  await db().user.update({ where: { id: second.userId }, data: { reviewSteps: ["mle.foundations"] } });
  for (const owner of [one, one, one, both]) {
    const content = { kind: "demo", url: "https://example.org/work", title: "Work", shows: "What it shows" };
    const { evidenceId, versions } = value(await addEvidence.execute(owner, content));
    model.evidences.set(evidenceId, { ownerId: owner.userId, versions: [versions[0]!.versionId] });
  }
  return { model, cast, screens: new Map<string, Screen>() };
}

type World = Awaited<ReturnType<typeof world>>;

const at = <Value>(list: readonly Value[], index: number): Value | undefined => list[index % Math.max(1, list.length)];

/** What the pure machine says and what the database did are the same: the decision, and then every row. */
function agree(outcome: Outcome<unknown>, decision: Decision, act: string): void {
  expect([act, reason(outcome)]).toEqual([act, decision.ok ? "not refused" : decision.reason]);
}

async function take({ model, cast, screens }: World, { act, who, on, other, much, stale }: Step): Promise<void> {
  const actor = at(cast, who)!;
  if (act === "minutes" || act === "days") {
    model.now = after(model.now, (much + 1) * (act === "minutes" ? MINUTE : DAY / 6));
    return await setClock(model.now);
  }
  if (act === "disable" || act === "enable") {
    const somebody = at(cast.slice(0, 4), who)!;
    model.people.find((one) => one.actor === somebody)!.disabled = act === "disable";
    await db().user.update({ where: { id: somebody.userId }, data: { disabledAt: act === "disable" ? model.now : null } });
    return;
  }
  if (act === "away" || act === "back") return await takeDays(model, at(cast.slice(1, 4), who)!, act === "away" ? much % 6 : null);
  if (act === "lapses") {
    value(await recordLapses.execute(systemActor("test"), {}));
    return model.recordLapses();
  }
  if (act === "handOver") {
    const [mentorId, reasonOf] = [at(cast.slice(1, 4), who)!.userId, stale < 5 ? ("away" as const) : ("disabled" as const)];
    value(await handOverReviews.execute(systemActor("test"), { mentorId, learnerId: null, reason: reasonOf }));
    return model.handOverLate({ mentorId, reason: reasonOf });
  }
  const [evidenceId, evidence] = at([...model.evidences], on)!;
  if (act === "revise") {
    const owner = cast.find(({ userId }) => userId === evidence.ownerId)!;
    const content = { kind: "demo", url: "https://example.org/work", title: "Work", shows: `Version ${evidence.versions.length + 1}` };
    const { versions } = value(await reviseEvidence.execute(owner, { evidenceId, ...content, basedOn: evidence.versions.length }));
    return void evidence.versions.push(versions[0]!.versionId);
  }
  if (act === "ask") {
    const [itemId, underAlias] = [at(items, other)!, stale < 3];
    const outcome = await askForReview.execute(actor, { evidenceId, itemId, underAlias });
    const made = { reviewId: outcome.ok ? outcome.value.reviewId : randomUUID() };
    const ask = { evidenceId, itemId, edition: getItem(itemId)!.item.edition, alias: (id: string) => (underAlias ? aliasOf(id) : null) };
    return agree(outcome, model.ask(actor, ask, made), act);
  }
  if (act === "takeNext") {
    const outcome = await takeNext.execute(actor, {});
    const taken = outcome.ok ? await rowOf(outcome.value.reviewId) : null;
    const predicted = model.takeNext(actor, { leaseId: taken?.leaseId ?? null });
    agree(outcome, predicted.decision, act);
    if (taken) expect(taken.id).toBe(predicted.reviewId);
    return;
  }
  const review = at([...model.reviews.values()], on);
  if (!review) return;
  await onReview({ model, cast, screens }, { act, actor, review, target: at(cast, other)!, stale });
}

/** Days off from today, so many more; null ends them. Whoever has some that are not over is given no others. */
async function takeDays(model: ReviewModel, { userId }: Member, more: number | null): Promise<void> {
  const mentor = model.people.find(({ actor }) => actor.userId === userId)!;
  const today = dayIn(model.now, "UTC");
  if (more === null) {
    mentor.daysOff = [];
    return void await db().daysOff.deleteMany({ where: { userId } });
  }
  if (mentor.daysOff.some(({ lastDay }) => lastDay >= today)) return;
  const days = { firstDay: today, lastDay: dayIn(after(model.now, more * DAY), "UTC") };
  mentor.daysOff.push(days);
  await db().$transaction(async (tx) => await insertDaysOff(tx, { userId, ...days }));
}

interface OnReview { act: Exclude<Step["act"], "minutes">; actor: Member; review: Review; target: Member; stale: number }

async function onReview({ model, cast, screens }: World, { act, actor, review, target, stale }: OnReview): Promise<void> {
  const { id: reviewId } = review;
  const holder = cast.find(({ userId }) => userId === review.holderId);
  // Mostly the one whose move it is; now and then somebody else, with what their screen last showed.
  const mentor = stale < 7 && holder ? holder : actor;
  const owner = stale < 7 ? cast.find(({ userId }) => userId === review.learnerId)! : actor;
  const shown = screens.get(`${mentor.userId} ${reviewId}`) ?? { leaseId: randomUUID(), versionId: review.versionId, edition: review.edition };
  const current = stale < 6 && holder === mentor ? { leaseId: review.leaseId!, versionId: review.versionId, edition: review.edition } : shown;
  const under = { reviewId, leaseId: current.leaseId };
  const leaseNow = async () => (await rowOf(reviewId))?.leaseId ?? null;
  switch (act) {
    case "send":
      return agree(await sendReview.execute(owner, { reviewId }), model.send(owner, review), act);
    case "discard":
      return agree(await discardReview.execute(owner, { reviewId }), model.discard(owner, review), act);
    case "claim": {
      const outcome = await claimReview.execute(actor, { reviewId });
      agree(outcome, model.claim(actor, review, { leaseId: await leaseNow() }), act);
      const { leaseId, versionId, edition } = model.reviews.get(reviewId)!;
      if (outcome.ok) screens.set(`${actor.userId} ${reviewId}`, { leaseId: leaseId!, versionId, edition });
      return;
    }
    case "release":
      return agree(await releaseReview.execute(mentor, under), model.release(mentor, review, current), act);
    case "takeNewVersion":
      return agree(await takeNewVersion.execute(mentor, under), model.takeNewVersion(mentor, review, current), act);
    case "keepDraft": {
      const basedOn = stale === 5 ? 99 : model.revisionOf(mentor, reviewId);
      const words = `${stale}`;
      const draft = { marks: {}, levels: {}, entries: [], summary: words };
      const outcome = await keepVerdictDraft.execute(mentor, { ...under, versionId: current.versionId, basedOn, draft });
      return agree(outcome, model.keepDraft(mentor, review, { ...current, basedOn, words }), act);
    }
    case "return":
    case "askInformation":
    case "confirm":
      return await verdict(model, { act, mentor, review, current, stale });
    case "resubmit": {
      const answers = model.openChanges(reviewId).slice(stale === 4 ? 1 : 0).map(({ id: changeId }) => ({ changeId, answer: "Done" }));
      return agree(await resubmitReview.execute(owner, { reviewId, answers }), model.resubmit(owner, review, answers), act);
    }
    case "acknowledge":
      return agree(await acknowledgeReview.execute(owner, { reviewId }), model.acknowledge(owner, review), act);
    case "withdraw":
      return agree(await withdrawReview.execute(owner, { reviewId }), model.withdraw(owner, review), act);
    case "correct": {
      const judge = stale < 8 ? (cast.find(({ userId }) => userId === review.mentorId) ?? actor) : actor;
      const outcome = await correctVerdict.execute(judge, { reviewId, reason: why });
      return agree(outcome, model.correct(judge, review, why, { leaseId: await leaseNow() }), act);
    }
    case "reopen":
      return agree(await reopenReview.execute(cast[4]!, { reviewId, reason: why }), model.reopen(cast[4]!, review, why), act);
    case "reassign":
      return agree(await reassignReview.execute(cast[4]!, { reviewId, mentorId: target.userId, reason: why }), model.reassign(cast[4]!, review, target.userId, why), act);
    case "close":
      return agree(await closeReview.execute(stale < 6 ? cast[4]! : actor, { reviewId, reason: why }), model.close(stale < 6 ? cast[4]! : actor, review, why), act);
    case "block":
      return agree(await blockMentor.execute(owner, { reviewId, mentorId: target.userId }), model.block(owner, review, target.userId), act);
    case "unblock":
      value(await unblockMentor.execute(actor, { mentorId: target.userId }));
      return void model.blocks.delete(`${actor.userId} ${target.userId}`);
  }
}

async function verdict(model: ReviewModel, { act, mentor, review, current, stale }: { act: "return" | "askInformation" | "confirm"; mentor: Member; review: Review; current: Screen; stale: number }) {
  const marks = guide.criteriaOf(review.itemId).map(({ id }, index) => ({ criterionId: stale === 3 && index === 0 ? "unknown" : id, met: stale !== 2 || index > 0 }));
  const input = { reviewId: review.id, ...current, marks };
  const outcome = act === "confirm" ? await confirmReview.execute(mentor, input)
    : act === "return" ? await returnWithChanges.execute(mentor, { ...input, changes: ["One", "Two"] })
    : await askForInformation.execute(mentor, { ...input, questions: ["Why?"] });
  const made = await db().verdict.findFirst({ where: { leaseId: current.leaseId }, select: { id: true, changes: { select: { id: true } } } });
  const kind = ({ confirm: "confirm", return: "return", askInformation: "ask" } as const)[act];
  agree(outcome, model.judge(kind, mentor, review, { ...current, marks }, { verdictId: made?.id ?? "", changeIds: made?.changes.map(({ id }) => id) ?? [] }), act);
}

async function rowOf(reviewId: string): Promise<Review | null> {
  return await db().review.findUnique({ where: { id: reviewId } });
}

/** Every row is the model's and is what its events fold into; each mentor's queue is the model's, in its order. */
async function matches({ model, cast }: World): Promise<void> {
  const learners = cast.map(({ userId }) => userId);
  const rows = await db().review.findMany({ where: { learnerId: { in: learners } } });
  expect(Object.fromEntries(rows.map((row) => [row.id, row]))).toEqual(Object.fromEntries(model.reviews));
  for (const row of rows) expect(fold(await listEvents(db(), row.id))).toEqual(row);
  const standing = await db().confirmation.findMany({ where: { learnerId: { in: learners }, revokedAt: null }, select: { verdictId: true } });
  expect(new Set(standing.map(({ verdictId }) => verdictId))).toEqual(model.confirmed);
  for (const mentor of model.people.filter(({ actor, disabled }) => actor.roles.has("mentor") && !disabled)) {
    const shown = value(await reviewQueue.execute(mentor.actor, {})).rows.map(({ reviewId }) => reviewId);
    const ofThisWorld = shown.filter((reviewId) => model.reviews.has(reviewId));
    expect(ofThisWorld).toEqual(model.queue(mentor.actor).map(({ id }) => id));
  }
}

test("whatever several people do, in whatever order and however much time passes, the database does what the pure machine says", async () => {
  const done = new Map<string, number>();
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
    // Only what this sequence makes may be taken next.
    await db().$executeRaw`TRUNCATE reviews, verdicts, confirmations CASCADE`;
    const made = await world();
    for (const [index, each] of steps.entries()) {
      await take(made, each);
      done.set(each.act, (done.get(each.act) ?? 0) + 1);
      if ((index + 1) % 15 === 0) await matches(made);
    }
  }), { numRuns: RUNS, endOnFailure: process.env.CI !== undefined });
  expect(done.size).toBeGreaterThan(25);
}, 600_000);
