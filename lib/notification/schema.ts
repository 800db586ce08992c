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
  /** The item it is about; null for what is about no review and no advice. */
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
/** What a page is about; the words of its address. */
export const aboutInput = z.strictObject({ kind: z.enum(["reviews", "advice"]), subjectId: id });
export type AboutInput = z.infer<typeof aboutInput>;
/** What came after `until` was not seen, and stays unread. */
export const readAllInput = z.strictObject({ until: givenInstant });

/** An event as it arrives; what a notice does not need is left out. */
export const tellInput = z.strictObject({
  /** Names what happened once and for all: the same id is told once. */
  eventId: z.string().min(1).max(200),
  event: z.object({
    name: z.string(), reviewId: id.optional(), verdictId: id.optional(), leaseId: id.optional(), mentorId: id.nullish(), formerId: id.nullish(), userId: id.optional(),
    role: z.string().optional(), messageId: id.optional(), adviceId: id.optional(),
  }),
});
export type ToldEvent = z.infer<typeof tellInput>["event"];

/** What is kept with a notification for its words; a shape that does not fit is a bug and throws. */
export const noticeData = z.strictObject({
  verdictId: id.optional(), messageId: id.optional(), role: z.string().optional(), days: z.int().optional(),
});
export type NoticeData = z.infer<typeof noticeData>;

// Mail ------------------------------------------------------------------------------------------------------

/** What a mail tells of, as it is when the mail is written. */
export const mailNotice = z.strictObject({
  words: z.string(),
  itemTitle: z.string().nullable(),
  /** A path of this installation; null where there is nothing that its receiver may see. */
  href: z.string().nullable(),
  /** Somebody's own words, with what they ask one by one; null where there are none. */
  quote: z.strictObject({ text: z.string(), points: z.array(z.string()) }).nullable(),
});
export type MailNotice = z.infer<typeof mailNotice>;

export const mailContent = z.strictObject({
  to: z.strictObject({ userId: id, name: z.string(), address: z.string() }),
  /** Null for the daily digest. */
  kind: kind.nullable(),
  notices: z.array(mailNotice).min(1),
});
export type MailContent = z.infer<typeof mailContent>;

export const mailInput = z.strictObject({ mailId: id });

/** Null when there is nothing to send: it is settled, or everything in it was read meanwhile. */
export const takenMailDto = z.strictObject({
  taken: z.strictObject({ attempt: z.int().positive(), content: mailContent }).nullable(),
});

export const settleMailInput = z.strictObject({
  mailId: id,
  attempt: z.int().positive(),
  outcome: z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("sent") }),
    z.strictObject({ state: z.literal("kept"), subject: z.string(), text: z.string() }),
    /** `again` when it was certainly not sent. */
    z.strictObject({ state: z.literal("failed"), again: z.boolean(), error: z.string() }),
  ]),
});
export type MailOutcome = z.infer<typeof settleMailInput>["outcome"];

/**
 * For admins, newest first. What a mail said is there only where it is kept, because nothing sends it, and without the link that ends such
 * mails. For an admin who is a mentor too, a mail to somebody who shows mentors some work under another name has no receiver and no words.
 */
export const outboxDto = z.strictObject({
  mails: z.array(z.strictObject({
    mailId: id,
    to: z.strictObject({ name: z.string(), address: z.string() }).nullable(),
    /** Null for the daily digest. */
    kind: kind.nullable(),
    state: z.enum(["waiting", "sending", "sent", "kept", "failed", "skipped"]),
    attempts: z.int().nonnegative(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    error: z.string().nullable(),
    createdAt: instant,
    settledAt: instant.nullable(),
  })),
  /** Null on the last page. */
  next: z.string().nullable(),
});
export type OutboxDto = z.infer<typeof outboxDto>;
export type OutboxMailDto = OutboxDto["mails"][number];

export const settledMailDto = z.strictObject({ state: z.enum(["waiting", "sent", "kept", "failed"]) });

// Choices ---------------------------------------------------------------------------------------------------

export const delivery = z.enum(["now", "digest", "off"]);

export const setDeliveryInput = z.strictObject({ kind, delivery });
export type SetDeliveryInput = z.input<typeof setDeliveryInput>;

/** In the order of the settings; kinds that nobody can tell to whoever asks are left out. */
export const deliveriesDto = z.strictObject({
  deliveries: z.array(z.strictObject({ kind, delivery })),
  /** Where the digest's hour is counted. */
  timeZone: z.string(),
});
export type DeliveriesDto = z.infer<typeof deliveriesDto>;

export const unsubscribeInput = z.strictObject({ token: z.string().max(300) });

/** What a link in a mail would end. */
export const unsubscribingDto = z.strictObject({
  what: z.union([kind, z.literal("digest")]),
  /** It is off already. */
  off: z.boolean(),
});
export type UnsubscribingDto = z.infer<typeof unsubscribingDto>;
