import { z } from "zod";
import { givenInstant, id, instant } from "#lib/base/fields.ts";
import type { Kind } from "#lib/notification/kind.ts";
import { kindNames } from "#lib/notification/kind.ts";

const kind = z.enum(kindNames as [Kind, ...Kind[]]);

export const notificationDto = z.strictObject({
  notificationId: id,
  kind,
  /** What happened, as a sentence. */
  words: z.string(),
  /** The item it is about; null for what is about no review. */
  itemTitle: z.string().nullable(),
  /** The page it leads to; null where whoever asks may not see that page any more. */
  href: z.string().nullable(),
  at: instant,
  read: z.boolean(),
});
export type NotificationDto = z.infer<typeof notificationDto>;

export const bellDto = z.strictObject({
  unread: z.int().nonnegative(),
  /** The newest, read or not. */
  newest: z.array(notificationDto),
});
export type BellDto = z.infer<typeof bellDto>;

export const pageInput = z.strictObject({
  /** The `next` of the page before; absent for the first. */
  after: z.string().max(200).optional(),
});

/** Newest first. */
export const notificationsDto = z.strictObject({
  notifications: z.array(notificationDto),
  unread: z.int().nonnegative(),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type NotificationsDto = z.infer<typeof notificationsDto>;

export const notificationInput = z.strictObject({ notificationId: id });
export const aboutReviewInput = z.strictObject({ reviewId: id });
/** What came after `until` was not seen, and stays unread. */
export const readAllInput = z.strictObject({ until: givenInstant });

/** An event as it arrives; what a notice does not need is left out. */
export const tellInput = z.strictObject({
  /** Names what happened once and for all: the same id is told once. */
  eventId: z.string().min(1).max(200),
  event: z.object({
    name: z.string(), reviewId: id.optional(), verdictId: id.optional(), leaseId: id.optional(), mentorId: id.nullish(), userId: id.optional(),
    role: z.string().optional(), messageId: id.optional(),
  }),
});
export type ToldEvent = z.infer<typeof tellInput>["event"];

/** What is kept with a notification for its words; a shape that does not fit is a bug and throws. */
export const noticeData = z.strictObject({
  verdictId: id.optional(), messageId: id.optional(), role: z.string().optional(), days: z.int().optional(),
});
export type NoticeData = z.infer<typeof noticeData>;
