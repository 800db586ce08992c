import type { Actor } from "#lib/access/actor.ts";
import { allow, forbidden, type Decision } from "#lib/access/decision.ts";

export const adminsOnly = (actor: Actor): Decision =>
  (actor.kind === "member" && actor.roles.has("admin") ? allow : forbidden("ADMINS_ONLY", "Mails that were sent or kept are for admins."));
