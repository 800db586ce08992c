import "server-only";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { cache } from "react";
import { member, visitor, type Actor, type Role } from "#lib/access/actor.ts";
import { hashToken } from "#lib/access/session-token.ts";
import { db } from "#lib/platform/db.ts";
import { env } from "#lib/platform/env.ts";

/** The cookie of next-auth's token, which holds nothing but the session's random token. */
export function sessionCookieName(): string {
  return env().secure ? "__Host-cairn.session" : "cairn.session";
}

/** Who sends this request. One query; a session that was revoked, ran out, or idled for 7 days is a visitor's. */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = await currentToken();
  return token === null ? visitor : await actorOfToken(token);
});

/** The session's token that this request's cookie seals, whether or not it still counts; null without one. */
export async function currentToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookieName())?.value;
  if (!cookie) return null;
  const sealed = await decode({ token: cookie, secret: env().secret }).catch(() => null);
  return typeof sealed?.sid === "string" ? sealed.sid : null;
}

interface SessionRow { user_id: string; name: string; roles: Role[]; stale: boolean }

/** Who a session's token belongs to, for next-auth's session callback too. */
export async function actorOfToken(token: string): Promise<Actor> {
  const tokenHash = hashToken(token);
  const rows = await db().$queryRaw<SessionRow[]>`
    SELECT u.id AS user_id, u.name, u.roles::text[] AS roles, s.last_seen_at < clock_timestamp() - interval '10 minutes' AS stale
    FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token_hash = ${tokenHash} AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
      AND s.last_seen_at > clock_timestamp() - interval '7 days' AND u.disabled_at IS NULL`;
  const row = rows[0];
  if (!row) return visitor;
  if (row.stale) await db().$executeRaw`UPDATE sessions SET last_seen_at = clock_timestamp() WHERE token_hash = ${tokenHash}`;
  return member({ userId: row.user_id, name: row.name, roles: row.roles });
}
