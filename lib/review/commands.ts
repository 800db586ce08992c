import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { invalid, systemOnly, type Refusal } from "#lib/access/decision.ts";
import { emit } from "#lib/access/emit.ts";
import { getWorkingTime, lockUser } from "#lib/account/store.ts";
import { after, iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import type { Tx } from "#lib/platform/db.ts";
import { attachItem, lockEvidence } from "#lib/portfolio/store.ts";
import { insertConfirmation } from "#lib/roadmap/store.ts";
import type { Review } from "#lib/review/history.ts";
import { LEASE_LENGTH } from "#lib/review/lease.ts";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import { canAsk, canClaim, canDiscard, canJudge, canRelease, canResubmit, canSend, canWithdraw } from "#lib/review/policy.ts";
import { reservationEnd } from "#lib/review/reservation.ts";
import {
  actedDto, askInformationInput, askInput, confirmInput, leaseInput, resubmitInput, returnInput, reviewInput, type ActedDto,
} from "#lib/review/schema.ts";
import {
  answerChanges, countForLearner, deleteReview, getActiveMentor, getLearnerId, insertReview, insertVerdict, isPairTaken, listCriteria,
  listOpenChanges, lockLapsed, lockReview, newestVersionId, readClaimFacts, record, settleLapse, wasLeaseOf,
} from "#lib/review/store.ts";

const acted = ({ id, status }: Review): ActedDto => ({ reviewId: id, status });

export const askForReview = command({
  name: "review.ask",
  summary: "Asks mentors to review an evidence for an item. Over the limit it is kept, unsent.",
  input: askInput,
  output: actedDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input }) => {
    const found = getItem(input.itemId);
    if (actor.kind !== "member" || !found) return null;
    await lockUser(tx, actor.userId);
    const evidence = await lockEvidence(tx, actor, input.evidenceId);
    if (!evidence) return null;
    const counts = await countForLearner(tx, { learnerId: actor.userId, itemId: input.itemId });
    return { ...counts, ownerId: evidence.ownerId, pairTaken: await isPairTaken(tx, input), item: found.item };
  },
  policy: canAsk,
  run: async (tx, { input: { evidenceId, question }, subject: { ownerId, item, withMentors }, now }) => {
    await attachItem(tx, { evidenceId, itemId: item.id });
    const versionId = await newestVersionId(tx, evidenceId);
    const sent = withMentors < MOST_WITH_MENTORS;
    const review = await insertReview(tx, { learnerId: ownerId, evidenceId, item, versionId, question, sent, now });
    if (sent) await emit(tx, { name: "review.asked", reviewId: review.id });
    return acted(review);
  },
});

export const sendReview = command({
  name: "review.send",
  summary: "Sends a review that was kept unsent; its place in the queue begins now.",
  input: reviewInput,
  output: actedDto,
  load: loadOwn,
  policy: canSend,
  run: async (tx, { subject: { review }, now }) => {
    const versionId = await newestVersionId(tx, review.evidenceId);
    const next = await record(tx, review, { at: now, actorId: review.learnerId, data: { kind: "sent", versionId } });
    await emit(tx, { name: "review.asked", reviewId: review.id });
    return acted(next);
  },
});

export const discardReview = command({
  name: "review.discard",
  summary: "Throws away a review that was never sent.",
  input: reviewInput,
  output: z.null(),
  load: loadOwn,
  policy: canDiscard,
  run: async (tx, { subject: { review } }) => {
    await deleteReview(tx, review.id);
    return null;
  },
});

export const claimReview = command({
  name: "review.claim",
  summary: "Takes a waiting review for 45 minutes. Its version and edition are frozen.",
  input: reviewInput,
  output: actedDto,
  load: async (tx, { actor, input }) => {
    if (actor.kind !== "member") return null;
    await lockUser(tx, actor.userId);
    const review = await lockReview(tx, input.reviewId);
    return review && { review, ...(await readClaimFacts(tx, { review, mentorId: actor.userId })) };
  },
  policy: canClaim,
  run: async (tx, { actor, subject, now }) => {
    const waiting = await settle(tx, subject.review, now);
    const item = getItem(waiting.itemId)?.item;
    if (item) await keepRequirement(tx, item);
    const [leaseId, leaseUntil] = [randomUUID(), iso(after(now, LEASE_LENGTH))];
    const versionId = await newestVersionId(tx, waiting.evidenceId);
    const claimed = await record(tx, waiting, {
      at: now, actorId: idOf(actor), leaseId,
      data: { kind: "claimed", versionId, edition: item?.edition ?? waiting.edition, leaseUntil },
    });
    await emit(tx, { name: "review.claimed", reviewId: waiting.id, leaseId, leaseUntil });
    return acted(claimed);
  },
});

export const releaseReview = command({
  name: "review.release",
  summary: "Gives a held review back to the queue, at its place.",
  input: leaseInput,
  output: actedDto,
  load: loadHeld,
  policy: canRelease,
  run: async (tx, { actor, subject: { review }, now }) => {
    const next = await record(tx, review, { at: now, actorId: idOf(actor), leaseId: review.leaseId, data: { kind: "released" } });
    await emit(tx, { name: "review.released", reviewId: review.id });
    return acted(next);
  },
});

export const returnWithChanges = command({
  name: "review.returnWithChanges",
  summary: "Returns a review with at least one change for the learner to answer.",
  input: returnInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadHeld,
  policy: canJudge,
  run: async (tx, { actor, input, subject, now }) =>
    await judge(tx, { kind: "return", actor, input, entries: input.changes, subject, now }),
});

export const askForInformation = command({
  name: "review.askForInformation",
  summary: "Returns a review with questions, without asking for a change.",
  input: askInformationInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadHeld,
  policy: canJudge,
  run: async (tx, { actor, input, subject, now }) =>
    await judge(tx, { kind: "ask", actor, input, entries: input.questions, subject, now }),
});

export const confirmReview = command({
  name: "review.confirm",
  summary: "Confirms that the evidence meets every criterion of the item.",
  input: confirmInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadHeld,
  policy: canJudge,
  run: async (tx, { actor, input, subject, now }) => {
    const unmet = subject.criteria.find(({ id }) => !input.marks.some((mark) => mark.criterionId === id && mark.met));
    if (unmet) return invalid("marks", `Confirm needs every criterion met. This one is not: ${unmet.text}`, "CRITERION_NOT_MET");
    return await judge(tx, { kind: "confirm", actor, input, entries: [], subject, now });
  },
});

export const resubmitReview = command({
  name: "review.resubmit",
  summary: "Answers what was asked and goes back to the same place in the queue, kept for the same mentor for a while.",
  input: resubmitInput,
  output: actedDto,
  load: loadOwn,
  policy: canResubmit,
  run: async (tx, { input: { answers }, subject: { review }, now }) => {
    const open = await listOpenChanges(tx, review.id);
    const unanswered = open.find(({ id }) => !answers.some(({ changeId }) => changeId === id));
    if (unanswered) return invalid("answers", "Please answer this too: with what you changed, or why you did not.");
    const unknown = answers.findIndex(({ changeId }, index) =>
      !open.some(({ id }) => id === changeId) || answers.findIndex((other) => other.changeId === changeId) !== index);
    if (unknown >= 0) return invalid(`answers.${unknown}`, "This was not asked, or is answered already.");
    await answerChanges(tx, { reviewId: review.id, answers, now });
    const mentor = await getActiveMentor(tx, review);
    const next = await record(tx, review, {
      at: now, actorId: review.learnerId,
      data: {
        kind: "resubmitted",
        versionId: await newestVersionId(tx, review.evidenceId),
        reservedFor: mentor ? review.mentorId : null,
        reservedUntil: mentor ? iso(reservationEnd(now, await getWorkingTime(tx, review.mentorId!))) : null,
      },
    });
    await emit(tx, { name: "review.resubmitted", reviewId: review.id });
    return acted(next);
  },
});

export const withdrawReview = command({
  name: "review.withdraw",
  summary: "Takes an open review back; nothing of it stays with mentors but what they had already judged.",
  input: reviewInput,
  output: actedDto,
  load: loadOwn,
  policy: canWithdraw,
  run: async (tx, { subject, now }) => {
    const review = await settle(tx, subject.review, now);
    const next = await record(tx, review, { at: now, actorId: review.learnerId, leaseId: review.leaseId, data: { kind: "withdrawn" } });
    await emit(tx, { name: "review.withdrawn", reviewId: review.id });
    return acted(next);
  },
});

export const recordLapses = command({
  name: "review.recordLapses",
  summary: "Writes down that leases have run out. It frees nothing: a lease that ran out is free by itself. A job, without a route.",
  input: z.strictObject({}),
  output: z.strictObject({ recorded: z.int() }),
  load: async (tx) => await lockLapsed(tx, 100),
  policy: systemOnly,
  run: async (tx, { subject: lapsed, now }) => {
    for (const review of lapsed) await settle(tx, review, now);
    return { recorded: lapsed.length };
  },
});

interface Judging {
  kind: "confirm" | "return" | "ask";
  actor: Actor;
  input: z.output<typeof confirmInput>;
  entries: string[];
  subject: { review: Review; criteria: { id: string }[] };
  now: Date;
}

const eventOf = { confirm: "confirmed", return: "returned", ask: "information_asked" } as const;

/** One transaction for a verdict: the marks, what was asked, the confirmation, the event, and who is told. */
async function judge(
  tx: Tx, { kind, actor, input: { marks, summary }, entries, subject: { review, criteria }, now }: Judging,
): Promise<ActedDto | Refusal> {
  const wrong = marks.findIndex(({ criterionId }, index) =>
    !criteria.some(({ id }) => id === criterionId) || marks.findIndex((mark) => mark.criterionId === criterionId) !== index);
  if (wrong >= 0) return invalid(`marks.${wrong}.criterionId`, "This criterion is not one of this edition's, or is marked twice.");
  const mentorId = idOf(actor)!;
  const verdictId = await insertVerdict(tx, { kind, review, mentorId, marks, summary, entries, now });
  if (kind === "confirm") {
    const { learnerId, itemId, edition, evidenceId, versionId } = review;
    await insertConfirmation(tx, { learnerId, itemId, edition, evidenceId, versionId, verdictId, mentorId, confirmedAt: now });
  }
  const data = { kind: eventOf[kind], verdictId };
  const next = await record(tx, review, { at: now, actorId: mentorId, leaseId: review.leaseId, data });
  await emit(tx, { name: kind === "confirm" ? "review.confirmed" : "review.returned", reviewId: review.id, verdictId });
  return acted(next);
}

/** A review that the request says the actor holds, with its criteria; the policy looks whether that is still so. */
async function loadHeld(tx: Tx, { actor, input }: { actor: Actor; input: { reviewId: string; leaseId: string } }) {
  const review = await lockReview(tx, input.reviewId);
  if (!review || actor.kind !== "member") return null;
  return {
    review,
    ...(await readClaimFacts(tx, { review, mentorId: actor.userId })),
    leaseWasYours: await wasLeaseOf(tx, { reviewId: review.id, leaseId: input.leaseId, mentorId: actor.userId }),
    criteria: await listCriteria(tx, review),
  };
}

/** The review with its limits' counts, under the locks on the learner and then on it; null unless the actor asked for it. */
async function loadOwn(tx: Tx, { actor, input }: { actor: Actor; input: { reviewId: string } }) {
  if (actor.kind !== "member" || (await getLearnerId(tx, input.reviewId)) !== actor.userId) return null;
  await lockUser(tx, actor.userId);
  const review = await lockReview(tx, input.reviewId);
  return review && { review, ...(await countForLearner(tx, { learnerId: actor.userId, itemId: review.itemId })) };
}

/** Writes down that a lease has run out, if it has, and tells it: whoever acts next on a review does this first. */
async function settle(tx: Tx, review: Review, now: Date): Promise<Review> {
  const settled = await settleLapse(tx, review, now);
  if (settled !== review) await emit(tx, { name: "review.lapsed", reviewId: review.id, leaseId: review.leaseId! });
  return settled;
}

function idOf(actor: Actor): string | null {
  return actor.kind === "member" ? actor.userId : null;
}
