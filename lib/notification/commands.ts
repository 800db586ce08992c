import "server-only";
import { z } from "zod";
import { member, userIdOf } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { anyone, conflict, hidden, membersOnly, systemOnly } from "#lib/access/decision.ts";
import { emit } from "#lib/access/emit.ts";
import { isSigned } from "#lib/access/signed-token.ts";
import { nobody } from "#lib/base/id.ts";
import { abandoned, afterFailure, isAbandoned } from "#lib/notification/attempt.ts";
import { oneLine } from "#lib/notification/isolate.ts";
import { noticesOf } from "#lib/notification/notice.ts";
import { nudgeDue } from "#lib/notification/nudge.ts";
import {
  aboutInput, mailInput, notificationInput, readAllInput, setDeliveryInput, settledMailDto, settleMailInput, takenMailDto, tellInput,
  unsubscribeInput,
} from "#lib/notification/schema.ts";
import {
  findPeople, getReceiver, insertDigest, insertNotification, keepChoice, listAdmins, listDigestsDue, listMailNotices, listNudgesDue, listStuckMails,
  listToEnd, lockActive, lockMail, lockTurns, markAllRead, markRead, markReadAbout, nudgeEvent, settleMail as settle, takeMail as take, type People,
} from "#lib/notification/store.ts";
import { parseToken, UNSUBSCRIBING, wordsOf } from "#lib/notification/unsubscribe-token.ts";

export const readNotification = command({
  name: "notification.read",
  summary: "Marks one notification as read.",
  input: notificationInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    const found = await markRead(db, { userId: userIdOf(actor) ?? nobody, ...input });
    return found === null ? hidden : null;
  },
});

export const readAbout = command({
  name: "notification.readAbout",
  summary: "Marks what was told about one review or advice as read.",
  input: aboutInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    await markReadAbout(db, { userId: userIdOf(actor) ?? nobody, ...input });
    return null;
  },
});

export const readAll = command({
  name: "notification.readAll",
  summary: "Marks everything as read that was told until the newest that whoever asks has seen.",
  input: readAllInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    await markAllRead(db, { userId: userIdOf(actor) ?? nobody, until: new Date(input.until) });
    return null;
  },
});

export const tellEvent = command({
  name: "notification.tell",
  summary: "Writes down for everybody whom an event concerns that it happened, once. A job, without a route.",
  input: tellInput,
  output: z.strictObject({ told: z.int() }),
  policy: systemOnly,
  load: async (tx, { input: { event } }) => {
    const found = await findPeople(tx, event);
    if (!found) return null;
    const due = noticesOf(event.name);
    const people: People = due.some(({ notice }) => notice.to === "admins") ? { ...found, admins: await listAdmins(tx) } : found;
    const told = due.flatMap(({ name, notice }) =>
      (people[notice.to] ?? []).map((userId) => ({ userId, name, kind: notice.kind, aboutId: (notice.about && people[notice.about]?.[0]) ?? null })));
    const active = await lockActive(tx, told.map(({ userId }) => userId));
    return told.filter(({ userId }) => active.has(userId));
  },
  run: async (tx, { input: { eventId, event }, subject: told, now }) => {
    const { reviewId = null, adviceId = null, verdictId, messageId, role } = event;
    let written = 0;
    for (const { userId, name, kind, aboutId } of told) {
      const data = { ...(verdictId !== undefined && { verdictId }), ...(messageId !== undefined && { messageId }), ...(role !== undefined && { role }) };
      const fresh = await insertNotification(tx, { userId, event: eventId, notice: name, kind, reviewId, adviceId, aboutId, data, now });
      if (fresh) written += 1;
      if (fresh?.mailId) await emit(tx, { name: "notification.mailDue", mailId: fresh.mailId });
    }
    return { told: written };
  },
});

// Mail ------------------------------------------------------------------------------------------------------

export const takeMail = command({
  name: "notification.takeMail",
  summary: "Takes a mail that waits, to be sent by whoever asks and by nobody else. A job, without a route.",
  input: mailInput,
  output: takenMailDto,
  policy: systemOnly,
  load: async (tx, { input }) => await lockMail(tx, input.mailId),
  run: async (tx, { subject: mail, now }) => {
    if (mail.state === "sending") {
      if (!isAbandoned(mail.attemptedAt!, now)) return conflict("BUSY", "Another job has this mail in hand.");
      await settle(tx, { mailId: mail.id, outcome: { state: "failed", error: abandoned }, now });
      return { taken: null };
    }
    if (mail.state !== "waiting") return { taken: null };
    const user = await getReceiver(tx, mail.userId);
    const receiver = user && member({ userId: user.id, name: user.name, roles: user.roles });
    const notices = receiver ? await listMailNotices(tx, { mail, receiver, now }) : [];
    if (!user || notices.length === 0) {
      await settle(tx, { mailId: mail.id, outcome: { state: "skipped" }, now });
      return { taken: null };
    }
    const to = { userId: user.id, name: user.name, address: user.email };
    return { taken: { attempt: await take(tx, { mail, now }), content: { to, kind: mail.kind, notices } } };
  },
});

export const settleMail = command({
  name: "notification.settleMail",
  summary: "Writes down what became of a mail that was taken. A job, without a route.",
  input: settleMailInput,
  output: settledMailDto,
  policy: systemOnly,
  load: async (tx, { input }) => await lockMail(tx, input.mailId),
  run: async (tx, { input: { attempt, outcome }, subject: mail, now }) => {
    if (mail.state !== "sending" || mail.attempts !== attempt) return conflict("SUPERSEDED", "This mail is not in the hands of that attempt any more.");
    const settled = outcome.state !== "failed" ? outcome : { state: afterFailure({ attempt, again: outcome.again }), error: oneLine(outcome.error, 500) };
    await settle(tx, { mailId: mail.id, outcome: settled, now });
    return { state: settled.state };
  },
});

export const pickUpMails = command({
  name: "notification.pickUpMails",
  summary: "Has mails looked at again whose job was lost. A job, without a route.",
  input: z.strictObject({}),
  output: z.strictObject({ pickedUp: z.int() }),
  policy: systemOnly,
  run: async (tx, { now }) => {
    const stuck = await listStuckMails(tx, now);
    for (const mailId of stuck) await emit(tx, { name: "notification.mailDue", mailId });
    return { pickedUp: stuck.length };
  },
});

export const writeDigests = command({
  name: "notification.writeDigests",
  summary: "Writes the daily digests that are due, one a person and day, for up to fifty people. A job, without a route.",
  input: z.strictObject({}),
  output: z.strictObject({ written: z.int() }),
  policy: systemOnly,
  run: async (tx, { now }) => {
    const due = await listDigestsDue(tx, now);
    const active = await lockActive(tx, due.map(({ userId }) => userId));
    let written = 0;
    for (const each of due.filter(({ userId }) => active.has(userId))) {
      const mailId = await insertDigest(tx, { due: each, now });
      if (mailId === null) continue;
      written += 1;
      await emit(tx, { name: "notification.mailDue", mailId });
    }
    return { written };
  },
});

export const nudgeLearners = command({
  name: "notification.nudge",
  summary: "Reminds learners of what has been their turn for 7, 14 and 21 days, each once; up to fifty at a time. A job, without a route.",
  input: z.strictObject({}),
  output: z.strictObject({ nudged: z.int() }),
  policy: systemOnly,
  run: async (tx, { now }) => {
    const due = await listNudgesDue(tx, now);
    const active = await lockActive(tx, due.map(({ learnerId }) => learnerId));
    const turns = await lockTurns(tx, due.map(({ reviewId }) => reviewId));
    let nudged = 0;
    for (const { reviewId, learnerId: userId, turnSince, isSent } of turns.filter(({ learnerId }) => active.has(learnerId))) {
      const days = nudgeDue(turnSince, now);
      if (days === null) continue;
      const fresh = await insertNotification(tx, {
        userId, event: nudgeEvent({ reviewId, turnSince, days }), notice: isSent ? "yourTurn" : "notSent", kind: "your_turn", reviewId, adviceId: null, aboutId: null, data: { days }, now,
      });
      if (fresh) nudged += 1;
      if (fresh?.mailId) await emit(tx, { name: "notification.mailDue", mailId: fresh.mailId });
    }
    return { nudged };
  },
});

// Choices ---------------------------------------------------------------------------------------------------

export const setDelivery = command({
  name: "notification.setDelivery",
  summary: "Says how one kind of notification reaches one's mailbox: at once, in a daily digest, or not at all.",
  input: setDeliveryInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    await keepChoice(db, { userId: userIdOf(actor) ?? nobody, ...input });
    return null;
  },
});

export const unsubscribe = command({
  name: "notification.unsubscribe",
  summary: "Ends the mails that a link in a mail names. The link's signature allows it, and nothing else: no session, and no body, is looked at.",
  input: unsubscribeInput,
  output: z.null(),
  policy: anyone,
  fromAnywhere: true,
  perAddress: { points: 1_000, seconds: 600 },
  load: async (tx, { input }) => {
    const link = parseToken(input.token);
    if (!link || !isSigned(UNSUBSCRIBING, wordsOf(link), link.signature)) return null;
    const ended = await listToEnd(tx, link);
    return ended && { userId: link.userId, ended };
  },
  run: async (tx, { subject: { userId, ended } }) => {
    for (const kind of ended) await keepChoice(tx, { userId, kind, delivery: "off" });
    return null;
  },
});
