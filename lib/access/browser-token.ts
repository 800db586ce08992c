import "server-only";
import { randomBytes } from "node:crypto";
import { DAY } from "#lib/base/time.ts";
import { env } from "#lib/platform/env.ts";

/** As long as browsers keep a cookie at most, in milliseconds; each sign-in begins it anew. */
export const BROWSER_AGE = 400 * DAY;

/** A cookie that outlives the session: it allows nothing, and only tells this browser from others when somebody signs in. */
export function browserCookieName(): string {
  return env().secure ? "__Host-cairn.browser" : "cairn.browser";
}

/** The token that a browser brought, or a new one for a browser that brought none of ours. */
export function browserToken(given: string | undefined): string {
  return given !== undefined && /^[\w-]{43}$/.test(given) ? given : randomBytes(32).toString("base64url");
}

export function browserCookie(token: string): string {
  return `${browserCookieName()}=${token}; Path=/; Max-Age=${BROWSER_AGE / 1_000}; HttpOnly; SameSite=Lax${env().secure ? "; Secure" : ""}`;
}
