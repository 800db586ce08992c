import "server-only";
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { userIdOf, type Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { invalid, membersOnly, systemOnly } from "#lib/access/decision.ts";
import { emit } from "#lib/access/emit.ts";
import { getWorkingTime, lockUser, lockUsers } from "#lib/account/store.ts";
import { nobody } from "#lib/base/id.ts";
import { after, iso } from "#lib/base/time.ts";
import { getItem } from "#lib/guide/guide.ts";
import { keepRequirement } from "#lib/guide/store.ts";
import type { Tx } from "#lib/platform/db.ts";
import { attachItem, bringBack, lockEvidence } from "#lib/portfolio/store.ts";
import { insertConfirmation } from "#lib/roadmap/store.ts";
import type { Review } from "#lib/review/history.ts";
import { LEASE_LENGTH, renewedUntil, secondsLeft } from "#lib/review/lease.ts";
import { MOST_WITH_MENTORS } from "#lib/review/limits.ts";
import {
  canAcknowledge, canAsk, canAskForInformation, canBlock, canClaim, canClose, canConfirm, canCorrect, canDiscard, canKeepDraft, canReassign,
  canRelease, canRenew, canReopen, canResubmit, canReturn, canSend, canTakeNewVersion, canTakeNext, canWithdraw,
} from "#lib/review/policy.ts";
import { reservationEnd } from "#lib/review/reservation.ts";
import { lockNext } from "#lib/review/queue-store.ts";
import {
  actedDto, askInformationInput, askInput, blockedMentorInput, blockInput, confirmInput, handOverInput, leaseInput, reasonInput, reassignInput,
  resubmitInput, returnInput, reviewInput, saveDraftInput, savedDraftDto, takeNextInput, type ActedDto, type VerdictInput,
} from "#lib/review/schema.ts";
import {
  answerChanges, countForLearner, deleteBlock, deleteDraft, deleteReview, dimensionsOf, getDraft, getLearnerId, getStandingVerdict, hasHeld, hasMentor,
  insertBlock, insertReview, insertVerdict, isBlocked, isGone, isOtherOpen, isPairTaken, isSpent, isVersionOf, keepDraft, listCriteria, listOpenChanges, listStranded, lockInHandsOf,
  listSendable, lockLapsed, lockReview, newestVersionId, readClaimFacts, readTarget, record, settleLapse, takeBack, wasLeaseOf,
} from "#lib/review/store.ts";

const acted = ({ id, status }: Review): ActedDto => ({ reviewId: id, status });

// The learner's ----------------------------------------------------------------------------------------------

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
    return { ...counts, ownerId: evidence.ownerId, pairTaken: await isPairTaken(tx, input), item: found.item, criteria: found.item.criteria };
  },
  policy: canAsk,
  run: async (tx, { input: { evidenceId, itemId: _itemId, ...words }, subject: { ownerId, item, withMentors }, now }) => {
    await attachItem(tx, { evidenceId, itemId: item.id });
    const versionId = await newestVersionId(tx, evidenceId);
    const sent = withMentors < MOST_WITH_MENTORS;
    const review = await insertReview(tx, { learnerId: ownerId, evidenceId, item, versionId, ...words, sent, now });
    if (sent) await tellAsked(tx, review);
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
    await tellAsked(tx, review);
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

export const resubmitReview = command({
  name: "review.resubmit",
  summary: "Answers what was asked and goes back to the same place in the queue, kept for the same mentor for a while.",
  input: resubmitInput,
  output: actedDto,
  load: async (tx, { actor, input }) => {
    const own = await loadOwn(tx, { actor, input });
    return own && { ...own, openChanges: await listOpenChanges(tx, own.review.id) };
  },
  policy: canResubmit,
  run: async (tx, { input: { answers }, subject: { review }, now }) => {
    await answerChanges(tx, { reviewId: review.id, answers, now });
    const mentor = await readTarget(tx, review);
    const keptFor = mentor && !mentor.blocked && !mentor.away ? mentor.userId : null;
    const next = await record(tx, review, {
      at: now, actorId: review.learnerId,
      data: {
        kind: "resubmitted",
        versionId: await newestVersionId(tx, review.evidenceId),
        reservedFor: keptFor,
        reservedUntil: keptFor && iso(await reservedUntil(tx, keptFor, now)),
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
    const next = await recordMakingRoom(tx, review, { at: now, actorId: review.learnerId, leaseId: review.leaseId, data: { kind: "withdrawn" } });
    await emit(tx, { name: "review.withdrawn", reviewId: review.id });
    return acted(next);
  },
});

export const acknowledgeReview = command({
  name: "review.acknowledge",
  summary: "Thanks for a confirmation without a word: it stands on the review and in nobody's inbox. Harmless to repeat.",
  input: reviewInput,
  output: actedDto,
  load: loadOwn,
  policy: canAcknowledge,
  run: async (tx, { subject: { review }, now }) => {
    if (review.acknowledgedAt !== null) return acted(review);
    return acted(await record(tx, review, { at: now, actorId: review.learnerId, data: { kind: "acknowledged" } }));
  },
});

export const blockMentor = command({
  name: "review.block",
  summary: "Blocks a mentor who has held one of the learner's reviews: their hold and what is kept for them end at once, places are kept.",
  input: blockInput,
  output: z.null(),
  load: async (tx, { actor, input: { reviewId, mentorId } }) => {
    const ownerId = await getLearnerId(tx, reviewId);
    if (ownerId === null || actor.kind !== "member" || ownerId !== actor.userId) return null;
    await lockUsers(tx, [ownerId, mentorId]);
    return { ownerId, mentorId, hasHeld: await hasHeld(tx, { reviewId, mentorId }) };
  },
  policy: canBlock,
  run: async (tx, { subject: { ownerId: learnerId, mentorId }, now }) => {
    const isNew = await insertBlock(tx, { learnerId, mentorId, createdAt: now });
    for (const review of await lockInHandsOf(tx, { mentorId, learnerId })) await handOver(tx, review, { mentorId, reason: "blocked", by: learnerId, now });
    if (isNew) await tellStranded(tx, { mentorId, learnerId });
    return null;
  },
});

export const unblockMentor = command({
  name: "review.unblock",
  summary: "Lets a mentor who was blocked see one's reviews again. Harmless when they were not blocked.",
  input: blockedMentorInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input: { mentorId } }) => {
    await deleteBlock(db, { learnerId: userIdOf(actor) ?? nobody, mentorId });
    return null;
  },
});

// The mentor's -----------------------------------------------------------------------------------------------

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
  run: async (tx, { actor, subject, now }) => await hold(tx, { review: subject.review, actor, now }),
});

export const takeNext = command({
  name: "review.takeNext",
  summary: "Takes the review that has waited longest, of the mentor's own steps first. Two mentors who ask at once are given two.",
  input: takeNextInput,
  output: actedDto,
  load: async (tx, { actor, input }) => {
    if (actor.kind !== "member") return null;
    await lockUser(tx, actor.userId);
    const review = await lockNext(tx, { mentorId: actor.userId, step: input.step });
    return { taken: review && { review, ...(await readClaimFacts(tx, { review, mentorId: actor.userId })) } };
  },
  policy: canTakeNext,
  run: async (tx, { actor, subject, now }) => await hold(tx, { review: subject.taken!.review, actor, now }),
});

export const releaseReview = command({
  name: "review.release",
  summary: "Gives a held review back to the queue, at its place.",
  input: leaseInput,
  output: actedDto,
  load: loadHeld,
  policy: canRelease,
  run: async (tx, { actor, subject: { review }, now }) => {
    const next = await record(tx, review, { at: now, actorId: userIdOf(actor), leaseId: review.leaseId, data: { kind: "released" } });
    await emit(tx, { name: "review.released", reviewId: review.id });
    return acted(next);
  },
});

export const takeNewVersion = command({
  name: "review.takeNewVersion",
  summary: "Goes on with the version that the learner made meanwhile; marks are kept.",
  input: leaseInput,
  output: actedDto,
  load: async (tx, { actor, input }) => {
    const held = await loadHeld(tx, { actor, input });
    return held && { ...held, newestVersionId: await newestVersionId(tx, held.review.evidenceId) };
  },
  policy: canTakeNewVersion,
  run: async (tx, { actor, subject: { review, newestVersionId: versionId }, now }) =>
    acted(await record(tx, review, { at: now, actorId: userIdOf(actor), leaseId: review.leaseId, data: { kind: "version_taken", versionId } })),
});

export const keepVerdictDraft = command({
  name: "review.keepDraft",
  summary: "Keeps an unfinished verdict. Changed words renew the lease; after it has run out the draft is kept without it, but not after its mentor's verdict.",
  input: saveDraftInput,
  output: savedDraftDto,
  load: async (tx, { actor, input }) => {
    const held = await loadHeld(tx, { actor, input });
    const draft = held && (await getDraft(tx, { mentorId: userIdOf(actor)!, reviewId: input.reviewId }));
    return held && { ...held, draft, revision: draft?.revision ?? 0, isSpent: await isSpent(tx, { reviewId: input.reviewId, leaseId: input.leaseId }) };
  },
  policy: canKeepDraft,
  run: async (tx, { actor, input, subject, now }) => {
    const { reviewId, leaseId, versionId, draft: body } = input;
    const { review, draft } = subject;
    if (!(await isVersionOf(tx, { versionId, evidenceId: review.evidenceId }))) return invalid("versionId", "This is no version of the evidence.");
    const mentorId = userIdOf(actor)!;
    const revision = subject.revision + 1;
    await keepDraft(tx, { mentorId, reviewId, revision, body, versionId, savedAt: now });
    if (!canRenew(actor, subject, { input, now }).ok) return { revision, secondsLeft: null };
    const until = isDeepStrictEqual(draft?.body, body) ? null : renewedUntil(review, now);
    if (until === null) return { revision, secondsLeft: secondsLeft(review, now) };
    const renewed = await record(tx, review, { at: now, actorId: mentorId, leaseId, data: { kind: "renewed", leaseUntil: iso(until) } });
    await emit(tx, { name: "review.renewed", reviewId, leaseId, leaseUntil: iso(until) });
    return { revision, secondsLeft: secondsLeft(renewed, now) };
  },
});

export const returnWithChanges = command({
  name: "review.returnWithChanges",
  summary: "Returns a review with at least one change for the learner to answer.",
  input: returnInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadToJudge,
  policy: canReturn,
  run: async (tx, { actor, input, subject: { review }, now }) =>
    await judge(tx, { kind: "return", actor, input, entries: input.changes, review, now }),
});

export const askForInformation = command({
  name: "review.askForInformation",
  summary: "Returns a review with questions, without asking for a change.",
  input: askInformationInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadToJudge,
  policy: canAskForInformation,
  run: async (tx, { actor, input, subject: { review }, now }) =>
    await judge(tx, { kind: "ask", actor, input, entries: input.questions, review, now }),
});

export const confirmReview = command({
  name: "review.confirm",
  summary: "Confirms that the evidence meets every criterion of the item.",
  input: confirmInput,
  output: actedDto,
  idempotencyKey: "required",
  load: loadToJudge,
  policy: canConfirm,
  run: async (tx, { actor, input, subject: { review }, now }) => await judge(tx, { kind: "confirm", actor, input, entries: [], review, now }),
});

export const correctVerdict = command({
  name: "review.correct",
  summary: "Takes one's own verdict back within seven days, with a reason, and holds the review again. A confirmation is revoked.",
  input: reasonInput,
  output: actedDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input }) => {
    const review = actor.kind === "member" ? await lockWithPeople(tx, { reviewId: input.reviewId, userId: actor.userId }) : null;
    if (!review) return null;
    return { ...(await readVerdictFacts(tx, review)), ...(await readClaimFacts(tx, { review, mentorId: userIdOf(actor)! })) };
  },
  policy: canCorrect,
  run: async (tx, { actor, input: { reason }, subject: { review, verdictId }, now }) => {
    await takeBack(tx, { verdictId: verdictId!, reason, now });
    await bringBack(tx, review.evidenceId);
    const [leaseId, leaseUntil] = [randomUUID(), iso(after(now, LEASE_LENGTH))];
    const data = { kind: "corrected" as const, verdictId: verdictId!, reason, leaseUntil };
    const next = await record(tx, review, { at: now, actorId: userIdOf(actor), leaseId, data });
    await emit(tx, { name: "review.corrected", reviewId: review.id, verdictId: verdictId! });
    await emit(tx, { name: "review.renewed", reviewId: review.id, leaseId, leaseUntil });
    return acted(next);
  },
});

// The admin's ------------------------------------------------------------------------------------------------

export const reopenReview = command({
  name: "review.reopen",
  summary: "Takes a verdict back, with a reason, and puts the review at a new place in the queue. A confirmation is revoked.",
  input: reasonInput,
  output: actedDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input }) => {
    const review = actor.kind === "member" ? await lockWithPeople(tx, { reviewId: input.reviewId, userId: null }) : null;
    return review && (await readVerdictFacts(tx, review));
  },
  policy: canReopen,
  run: async (tx, { actor, input: { reason }, subject: { review, verdictId }, now }) => {
    await takeBack(tx, { verdictId: verdictId!, reason, now });
    await bringBack(tx, review.evidenceId);
    const next = await record(tx, review, { at: now, actorId: userIdOf(actor), data: { kind: "reopened", verdictId: verdictId!, reason } });
    await emit(tx, { name: "review.reopened", reviewId: review.id, verdictId: verdictId!, mentorId: await unlessBlocked(tx, review, review.mentorId) });
    if (!(await hasMentor(tx, review.learnerId))) await emit(tx, { name: "review.stranded", reviewId: review.id });
    return acted(next);
  },
});

export const reassignReview = command({
  name: "review.reassign",
  summary: "Ends whoever's hold it is and keeps an open review for a mentor until the end of their third working day. Its place is kept.",
  input: reassignInput,
  output: actedDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input: { reviewId, mentorId } }) => {
    const review = actor.kind === "member" ? await lockWithPeople(tx, { reviewId, userId: mentorId }) : null;
    return review && { review, target: await readTarget(tx, { mentorId, learnerId: review.learnerId }) };
  },
  policy: canReassign,
  run: async (tx, { actor, input: { mentorId, reason }, subject, now }) => {
    const review = await settle(tx, subject.review, now);
    const data = { kind: "reassigned" as const, reservedFor: mentorId, reservedUntil: iso(await reservedUntil(tx, mentorId, now)), reason };
    const next = await record(tx, review, { at: now, actorId: userIdOf(actor), leaseId: review.leaseId, data });
    const former = whoseItIs(review, now);
    await emit(tx, { name: "review.reassigned", reviewId: review.id, mentorId, formerId: former === mentorId ? null : await unlessBlocked(tx, review, former) });
    return acted(next);
  },
});

export const closeReview = command({
  name: "review.close",
  summary: "Ends an open review, with a reason that its learner reads, and that its mentor is told.",
  input: reasonInput,
  output: actedDto,
  idempotencyKey: "required",
  load: async (tx, { actor, input }) => {
    const review = actor.kind === "member" ? await lockWithPeople(tx, { reviewId: input.reviewId, userId: null }) : null;
    return review && { review };
  },
  policy: canClose,
  run: async (tx, { actor, input: { reason }, subject, now }) => {
    const review = await settle(tx, subject.review, now);
    const next = await recordMakingRoom(tx, review, { at: now, actorId: userIdOf(actor), leaseId: review.leaseId, data: { kind: "closed", reason } });
    await emit(tx, { name: "review.closed", reviewId: review.id, mentorId: await unlessBlocked(tx, review, whoseItIs(review, now) ?? review.mentorId) });
    return acted(next);
  },
});

// Jobs' ------------------------------------------------------------------------------------------------------

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

export const handOverReviews = command({
  name: "review.handOver",
  summary: "Ends what is kept for a mentor who is away, and the holds too of one who is disabled, or whom a learner has blocked elsewhere. A job, without a route.",
  input: handOverInput,
  output: z.strictObject({ handedOver: z.int() }),
  load: async (tx, { input: { mentorId, learnerId } }) => {
    await lockUsers(tx, [mentorId, learnerId]);
    return await lockInHandsOf(tx, { mentorId, learnerId });
  },
  policy: systemOnly,
  run: async (tx, { input: { mentorId, learnerId, reason }, subject: reviews, now }) => {
    // The job may come late: whoever is back by then keeps what is theirs.
    if (!(await isGone(tx, { mentorId, learnerId, reason, now }))) return { handedOver: 0 };
    // A mentor who marks days off may still finish what they hold.
    const theirs = reviews.filter(({ status }) => reason !== "away" || status === "waiting");
    for (const review of theirs) await handOver(tx, review, { mentorId, reason, by: learnerId, now });
    // Whoever is away comes back.
    if (reason !== "away") await tellStranded(tx, { mentorId, learnerId });
    return { handedOver: theirs.length };
  },
});

// What the acts share ----------------------------------------------------------------------------------------

interface Judging {
  kind: "confirm" | "return" | "ask";
  actor: Actor;
  input: VerdictInput;
  entries: string[];
  review: Review;
  now: Date;
}

const eventOf = { confirm: "confirmed", return: "returned", ask: "information_asked" } as const;

/** One transaction for a verdict: the marks, what was asked, the confirmation, the event, and who is told. */
async function judge(tx: Tx, { kind, actor, input: { marks, levels, summary }, entries, review, now }: Judging): Promise<ActedDto> {
  const mentorId = userIdOf(actor)!;
  const verdictId = await insertVerdict(tx, { kind, review, mentorId, marks, levels, summary, entries, now });
  if (kind === "confirm") {
    const { learnerId, itemId, edition, evidenceId, versionId } = review;
    await insertConfirmation(tx, { learnerId, itemId, edition, evidenceId, versionId, verdictId, mentorId, confirmedAt: now });
  }
  await deleteDraft(tx, { mentorId, reviewId: review.id });
  const data = { kind: eventOf[kind], verdictId };
  const next = await recordMakingRoom(tx, review, { at: now, actorId: mentorId, leaseId: review.leaseId, data });
  await emit(tx, { name: kind === "confirm" ? "review.confirmed" : "review.returned", reviewId: review.id, verdictId });
  return acted(next);
}

/** Gives a waiting review to the actor, with a new lease, as it is now. */
async function hold(tx: Tx, { review, actor, now }: { review: Review; actor: Actor; now: Date }): Promise<ActedDto> {
  const waiting = await settle(tx, review, now);
  const item = getItem(waiting.itemId)?.item;
  if (item) await keepRequirement(tx, item);
  const [leaseId, leaseUntil] = [randomUUID(), iso(after(now, LEASE_LENGTH))];
  const versionId = await newestVersionId(tx, waiting.evidenceId);
  const data = { kind: "claimed" as const, versionId, edition: item?.edition ?? waiting.edition, leaseUntil };
  const claimed = await record(tx, waiting, { at: now, actorId: userIdOf(actor), leaseId, data });
  await emit(tx, { name: "review.claimed", reviewId: waiting.id, leaseId, leaseUntil });
  return acted(claimed);
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
    dimensions: dimensionsOf(review.itemId),
  };
}

/** The same, under the locks on the learner, whose unsent reviews a verdict makes room for, and on the mentor, who may be disabled meanwhile. */
async function loadToJudge(tx: Tx, given: Parameters<typeof loadHeld>[1]) {
  await lockUsers(tx, [await getLearnerId(tx, given.input.reviewId), userIdOf(given.actor)]);
  return await loadHeld(tx, given);
}

/** The review with its limits' counts, under the locks on the learner and then on it; null unless the actor asked for it. */
async function loadOwn(tx: Tx, { actor, input }: { actor: Actor; input: { reviewId: string } }) {
  if (actor.kind !== "member" || (await getLearnerId(tx, input.reviewId)) !== actor.userId) return null;
  await lockUser(tx, actor.userId);
  const review = await lockReview(tx, input.reviewId);
  return review && { review, ownerId: review.learnerId, ...(await countForLearner(tx, { learnerId: actor.userId, itemId: review.itemId })) };
}

/** Locks a review's learner and one more person, then the review. */
async function lockWithPeople(tx: Tx, { reviewId, userId }: { reviewId: string; userId: string | null }): Promise<Review | null> {
  await lockUsers(tx, [await getLearnerId(tx, reviewId), userId]);
  return await lockReview(tx, reviewId);
}

/** What taking a verdict back is judged on. */
async function readVerdictFacts(tx: Tx, review: Review) {
  const verdict = await getStandingVerdict(tx, review.id);
  return { review, verdictId: verdict?.id ?? null, judgedAt: verdict?.givenAt ?? null, otherOpen: await isOtherOpen(tx, review) };
}

/** Writes down that a lease has run out, if it has, and tells it: whoever acts next on a review does this first. */
async function settle(tx: Tx, review: Review, now: Date): Promise<Review> {
  const settled = await settleLapse(tx, review, now);
  if (settled !== review) await emit(tx, { name: "review.lapsed", reviewId: review.id, leaseId: review.leaseId! });
  return settled;
}

interface HandingOver { mentorId: string; reason: "blocked" | "disabled" | "away"; by: string | null; now: Date }

/** Ends a mentor's hold and what is kept for them; harmless where nothing of that is left. */
async function handOver(tx: Tx, given: Review, { mentorId, reason, by, now }: HandingOver): Promise<void> {
  const review = await settle(tx, given, now);
  if (review.holderId !== mentorId && review.reservedFor !== mentorId) return;
  await record(tx, review, { at: now, actorId: by, leaseId: review.leaseId, data: { kind: "handed_over", mentorId, reason } });
  await emit(tx, { name: "review.handedOver", reviewId: review.id, mentorId });
}

/** Writes an event that makes room with mentors or for the item, and tells what of the learner's can be sent by it. */
async function recordMakingRoom(tx: Tx, review: Review, event: Parameters<typeof record>[2]): Promise<Review> {
  const before = await listSendable(tx, review.learnerId);
  const next = await record(tx, review, event);
  for (const reviewId of await listSendable(tx, review.learnerId)) {
    if (!before.includes(reviewId)) await emit(tx, { name: "review.roomToSend", reviewId });
  }
  return next;
}

/** Tells that a review waits from now on; and that no mentor could take it, if there is none. */
async function tellAsked(tx: Tx, { id: reviewId, learnerId }: Review): Promise<void> {
  await emit(tx, { name: "review.asked", reviewId });
  if (!(await hasMentor(tx, learnerId))) await emit(tx, { name: "review.stranded", reviewId });
}

/** Tells of the open reviews that no active mentor could see any more, now that this one cannot. */
async function tellStranded(tx: Tx, lost: Parameters<typeof listStranded>[1]): Promise<void> {
  for (const reviewId of await listStranded(tx, lost)) await emit(tx, { name: "review.stranded", reviewId });
}

/** Who holds it, or whom it is still kept for; null when that is nobody. A lease that has run out must be settled before. */
function whoseItIs({ holderId, reservedFor, reservedUntil: until }: Review, now: Date): string | null {
  return holderId ?? (until !== null && until > now ? reservedFor : null);
}

/** A mentor whom an admin's act is told to; null for one whom the learner blocks. */
async function unlessBlocked(tx: Tx, { learnerId }: Review, mentorId: string | null): Promise<string | null> {
  return mentorId !== null && (await isBlocked(tx, { learnerId, mentorId })) ? null : mentorId;
}

async function reservedUntil(tx: Tx, mentorId: string, now: Date): Promise<Date> {
  return reservationEnd(now, await getWorkingTime(tx, mentorId));
}
