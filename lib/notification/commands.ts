import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { hidden, membersOnly, systemOnly } from "#lib/access/decision.ts";
import { nobody } from "#lib/base/id.ts";
import { noticesOf } from "#lib/notification/notice.ts";
import { aboutReviewInput, notificationInput, readAllInput, tellInput } from "#lib/notification/schema.ts";
import { findPeople, insertNotification, listAdmins, lockActive, markAllRead, markRead, markReadAbout, type People } from "#lib/notification/store.ts";

export const readNotification = command({
  name: "notification.read",
  summary: "Marks one notification as read.",
  input: notificationInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    const found = await markRead(db, { userId: idOf(actor), ...input });
    return found === null ? hidden : null;
  },
});

export const readAboutReview = command({
  name: "notification.readAbout",
  summary: "Marks what was told about one review as read.",
  input: aboutReviewInput,
  output: z.null(),
  statement: true,
  policy: membersOnly,
  run: async (db, { actor, input }) => {
    await markReadAbout(db, { userId: idOf(actor), ...input });
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
    await markAllRead(db, { userId: idOf(actor), until: new Date(input.until) });
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
    const { reviewId = null, verdictId, messageId, role } = event;
    let written = 0;
    for (const { userId, name, kind, aboutId } of told) {
      const data = { ...(verdictId !== undefined && { verdictId }), ...(messageId !== undefined && { messageId }), ...(role !== undefined && { role }) };
      const fresh = await insertNotification(tx, { userId, event: eventId, notice: name, kind, reviewId, aboutId, data, now });
      if (fresh) written += 1;
    }
    return { told: written };
  },
});

function idOf(actor: Actor): string {
  return actor.kind === "member" ? actor.userId : nobody;
}
