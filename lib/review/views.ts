import "server-only";
import { z } from "zod";
import { membersOnly, mentorsOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { SECOND } from "#lib/base/time.ts";
import { listQueue } from "#lib/review/queue-store.ts";
import { listMine, readReview } from "#lib/review/reading-store.ts";
import {
  blocksDto, draftDto, myReviewsDto, myWorkDto, placeDto, queueDto, queueInput, reviewDto, reviewInput, waitingTimeDto,
} from "#lib/review/schema.ts";
import { listBlocks, readDraft } from "#lib/review/store.ts";
import { knownWaitingTime, readPlace } from "#lib/review/waiting-store.ts";
import { readMyWork } from "#lib/review/work-store.ts";

export const myReviews = view({
  name: "review.mine",
  summary: "The reviews whoever asks has asked for: their turn first, then the newest.",
  input: z.strictObject({}),
  output: myReviewsDto,
  policy: membersOnly,
  read: async (db, { actor, clock }) => ({ reviews: await listMine(db, { actor, now: await clock() }) }),
});

export const reviewQueue = view({
  name: "review.queue",
  summary: "What waits for a mentor and could be claimed by whoever asks: their own steps first, then the oldest; with what they hold.",
  input: queueInput,
  output: queueDto,
  policy: mentorsOnly,
  read: async (db, { actor, input, clock }) => await listQueue(db, { actor, after: input.after, step: input.step, now: await clock() }),
});

export const review = view({
  name: "review.one",
  summary: "One review, as its learner, a mentor who may see it, or an admin sees it.",
  input: reviewInput,
  output: reviewDto,
  policy: membersOnly,
  read: async (db, { actor, input, clock }) => await readReview(db, { actor, reviewId: input.reviewId, now: await clock() }),
});

export const verdictDraft = view({
  name: "review.draft",
  summary: "What whoever asks has kept of an unfinished verdict; theirs alone, also when they may not see the review any more.",
  input: reviewInput,
  output: draftDto,
  policy: mentorsOnly,
  read: async (db, { actor, input }) =>
    (actor.kind === "member" ? await readDraft(db, { mentorId: actor.userId, reviewId: input.reviewId }) : null),
});

export const blockedMentors = view({
  name: "review.blocks",
  summary: "The mentors whom whoever asks has blocked.",
  input: z.strictObject({}),
  output: blocksDto,
  policy: membersOnly,
  read: async (db, { actor }) => (actor.kind === "member" ? await listBlocks(db, actor.userId) : null),
});

export const reviewWaitingTime = view({
  name: "review.waitingTime",
  summary: "How long reviews wait for their first claim: the median, with those who still wait, of the last 90 days.",
  input: z.strictObject({}),
  output: waitingTimeDto,
  policy: membersOnly,
  read: async (db, { clock }) => {
    const time = await knownWaitingTime(db, await clock());
    if (time.known === "too-few") return time;
    const { known, length, reviews } = time;
    return { known, reviews, seconds: Math.round(length / SECOND) };
  },
});

export const reviewPlace = view({
  name: "review.place",
  summary: "How many reviews wait before one, for its learner.",
  input: reviewInput,
  output: placeDto,
  policy: membersOnly,
  read: async (db, { actor, input, clock }) => await readPlace(db, { actor, reviewId: input.reviewId, now: await clock() }),
});

export const myWork = view({
  name: "review.myWork",
  summary: "What whoever asks did as a mentor in the last 90 days, and how soon they answered; shown to nobody else.",
  input: z.strictObject({}),
  output: myWorkDto,
  policy: mentorsOnly,
  read: async (db, { actor, clock }) => (actor.kind === "member" ? await readMyWork(db, { mentorId: actor.userId, now: await clock() }) : null),
});
