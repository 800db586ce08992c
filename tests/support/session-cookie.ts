import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import type { Member } from "#lib/access/actor.ts";
import { hashToken } from "#lib/access/session-token.ts";
import { db } from "#lib/platform/db.ts";

const far = new Date("2100-01-01");

/** The Cookie header of somebody who has signed in, for a server with this process's secret. */
export async function cookieOf(user: Member, expiresAt = far): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const tokenHash = hashToken(token);
  await db().session.create({ data: { tokenHash, userId: user.userId, expiresAt } });
  return `cairn.session=${await encode({ token: { sid: token }, secret: process.env.CAIRN_SECRET ?? "" })}`;
}
