import "server-only";
import { z } from "zod";
import { anyone, mentorsOnly } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { meDto, mentorProfileDto } from "#lib/account/schema.ts";
import { readMentorProfile } from "#lib/account/store.ts";

export const me = view({
  name: "account.me",
  summary: "Who is signed in; null for a visitor.",
  input: z.strictObject({}),
  output: meDto,
  policy: anyone,
  read: async (_db, { actor }) => ({
    account: actor.kind === "member" ? { userId: actor.userId, name: actor.name, roles: [...actor.roles] } : null,
  }),
});

export const mentorProfile = view({
  name: "account.mentorProfile",
  summary: "What whoever asks has said of their work as a mentor, with the days off that are not over.",
  input: z.strictObject({}),
  output: mentorProfileDto,
  policy: mentorsOnly,
  read: async (db, { actor, clock }) =>
    (actor.kind === "member" ? await readMentorProfile(db, { userId: actor.userId, now: await clock() }) : null),
});
