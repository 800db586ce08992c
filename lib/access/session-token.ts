import "server-only";
import { createHash } from "node:crypto";
import { DAY } from "#lib/base/time.ts";

/** A session ends this long after sign-in whatever happens, in milliseconds. */
export const SESSION_AGE = 30 * DAY;

/** How a session's token is kept: nobody who reads the table can sign in with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
