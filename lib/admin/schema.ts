import { z } from "zod";
import { mentorPresenceDto } from "#lib/account/schema.ts";
import { text } from "#lib/base/fields.ts";
import { answeredDto, mentorLoadDto, turnOfMentorsDto } from "#lib/review/schema.ts";

export const adminReviewsDto = z.strictObject({
  /** The longest wait first. */
  waiting: z.array(turnOfMentorsDto),
  /** More wait than are shown. */
  more: z.boolean(),
  /** By name. */
  mentors: z.array(z.strictObject({ ...mentorPresenceDto.shape, ...mentorLoadDto.shape })),
});
export type AdminReviewsDto = z.infer<typeof adminReviewsDto>;
export type AdminMentorDto = AdminReviewsDto["mentors"][number];

export const answeredReviewsInput = z.strictObject({
  /** A part of the item's title or of the mentor's name; empty for all. */
  search: text({ max: 200 }).default(""),
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
});

export const answeredReviewsDto = z.strictObject({
  /** The last answered first. */
  rows: z.array(answeredDto),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type AnsweredReviewsDto = z.infer<typeof answeredReviewsDto>;
