import "server-only";
import { z } from "zod";
import { anyone } from "#lib/access/decision.ts";
import { view } from "#lib/access/view.ts";
import { meDto } from "#lib/account/schema.ts";

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
