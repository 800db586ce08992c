import { z } from "zod";
import { mentorPresenceDto } from "#lib/account/schema.ts";
import { mentorLoadDto, turnOfMentorsDto } from "#lib/review/schema.ts";

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
