import "server-only";
import { z } from "zod";
import { membersOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { bellDto, notificationsDto, pageInput } from "#lib/notification/schema.ts";
import { listNotifications, readBell } from "#lib/notification/store.ts";

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
