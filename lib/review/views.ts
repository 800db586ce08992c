import "server-only";
import { z } from "zod";
import { membersOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { mentorsOnly } from "#lib/review/policy.ts";
import { listMine, listQueue, readReview } from "#lib/review/store.ts";
import { myReviewsDto, queueDto, queueInput, reviewDto, reviewInput } from "#lib/review/schema.ts";

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
  summary: "What waits for a mentor and could be claimed by whoever asks, oldest first, with what they hold.",
  input: queueInput,
  output: queueDto,
  policy: mentorsOnly,
  read: async (db, { actor, input, clock }) => await listQueue(db, { actor, after: input.after, now: await clock() }),
});

export const review = view({
  name: "review.one",
  summary: "One review, as its learner, a mentor who may see it, or an admin sees it.",
  input: reviewInput,
  output: reviewDto,
  policy: membersOnly,
  read: async (db, { actor, input, clock }) => await readReview(db, { actor, reviewId: input.reviewId, now: await clock() }),
});
