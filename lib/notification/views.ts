import "server-only";
import { z } from "zod";
import { adminsOnly, anyone, membersOnly } from "#lib/access/decision.ts";
import { isSigned } from "#lib/access/signed-token.ts";
import { view } from "#lib/access/view.ts";
import { kindsFor } from "#lib/notification/kind.ts";
import { bellDto, deliveriesDto, notificationsDto, outboxDto, pageInput, unsubscribeInput, unsubscribingDto } from "#lib/notification/schema.ts";
import { getChoices, getTimeZone, listMails, listNotifications, listToEnd, readBell } from "#lib/notification/store.ts";
import { parseToken, UNSUBSCRIBING, wordsOf } from "#lib/notification/unsubscribe-token.ts";

export const bell = view({
  name: "notification.bell",
  summary: "How much is unread, and the newest of what whoever asks was told.",
  input: z.strictObject({}),
  output: bellDto,
  policy: membersOnly,
  read: async (db, { actor, clock }) => await readBell(db, { actor, now: await clock() }),
});

export const notifications = view({
  name: "notification.mine",
  summary: "What whoever asks was told, newest first.",
  input: pageInput,
  output: notificationsDto,
  policy: membersOnly,
  read: async (db, { actor, input, clock }) => await listNotifications(db, { actor, after: input.after, now: await clock() }),
});

export const deliveries = view({
  name: "notification.deliveries",
  summary: "How each kind of notification reaches the mailbox of whoever asks.",
  input: z.strictObject({}),
  output: deliveriesDto,
  policy: membersOnly,
  read: async (db, { actor }) => {
    if (actor.kind !== "member") return null;
    const [choices, timeZone] = await Promise.all([getChoices(db, actor.userId), getTimeZone(db, actor.userId)]);
    return timeZone === null ? null : { deliveries: kindsFor(actor.roles).map((kind) => ({ kind, delivery: choices[kind] })), timeZone };
  },
});

export const outbox = view({
  name: "notification.outbox",
  summary: "Mails to everybody, newest first, and what became of each; with their text where no mail server is set and they are kept.",
  input: pageInput,
  output: outboxDto,
  policy: adminsOnly,
  read: async (db, { actor, input: { after } }) => await listMails(db, { actor, after }),
});

export const unsubscribing = view({
  name: "notification.unsubscribing",
  summary: "Which mails a link in a mail would end. Looking at it changes nothing.",
  input: unsubscribeInput,
  output: unsubscribingDto,
  policy: anyone,
  read: async (db, { input }) => {
    const link = parseToken(input.token);
    if (!link || !isSigned(UNSUBSCRIBING, wordsOf(link), link.signature)) return null;
    const ended = await listToEnd(db, link);
    return ended && { what: link.what, off: ended.length === 0 };
  },
});
