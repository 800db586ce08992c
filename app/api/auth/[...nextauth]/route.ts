import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { browserCookie, browserCookieName, browserToken } from "#lib/access/browser-token.ts";
import { currentToken, sessionCookieName } from "#lib/access/session.ts";
import { visitor } from "#lib/access/actor.ts";
import { problem } from "#lib/access/respond.ts";
import { isSameOrigin } from "#lib/access/request.ts";
import { signOut } from "#lib/account/commands.ts";
import { authOptions } from "./options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth is used, and which fields of it: the rest of its doors stays shut. */
const served: Record<string, readonly string[]> = {
  "GET csrf": [],
  "GET session": [],
  "POST callback/credentials": ["csrfToken", "email", "password", "json"],
  "POST signout": ["csrfToken", "json"],
};

// Far above any sign-in form; next-auth itself would read a body of any size.
const bodyLimit = 64 * 1024;

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const door = `${request.method} ${(await context.params).nextauth.join("/")}`;
  const fields = served[door];
  if (!fields) return problem({ status: 404, code: "NOT_FOUND", detail: "There is nothing here." });
  if (request.method === "POST" && !isSameOrigin(request)) {
    return problem({ status: 403, code: "CROSS_SITE", detail: "This request came from another site, so it was not carried out." });
  }
  // The session ends here, whatever next-auth then makes of the cookies: one that is none of its own can keep it from reading the token.
  const token = door === "POST signout" ? await currentToken() : null;
  if (token !== null) await signOut.execute(visitor, { token });
  const length = request.headers.get("content-length");
  if (request.method === "POST" && length === null) return problem({ status: 411, code: "NO_LENGTH", detail: "The request does not say how long it is." });
  if (Number(length) > bodyLimit) return problem({ status: 413, code: "TOO_LARGE", detail: "This is more than a sign-in form holds." });
  const browser = browserToken(request.cookies.get(browserCookieName())?.value);
  const response = (await NextAuth(await onlyKnown(request, fields), context, authOptions({ browser }))) as Response;
  response.headers.set("cache-control", "no-store");
  // Only who has signed in is known by it.
  if (response.headers.getSetCookie().some((cookie) => isSession(cookie))) response.headers.append("set-cookie", browserCookie(browser));
  return response;
}

/** A session that begins; one that ends is set to nothing. */
function isSession(cookie: string): boolean {
  return cookie.startsWith(`${sessionCookieName()}=`) && !cookie.startsWith(`${sessionCookieName()}=;`);
}

/** The request without what next-auth would stumble over: search parameters, unknown fields, bodies of other kinds. */
async function onlyKnown(request: NextRequest, fields: readonly string[]): Promise<NextRequest> {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const url = request.nextUrl.origin + request.nextUrl.pathname;
  if (request.method !== "POST") return new NextRequest(url, { headers });
  const given = new URLSearchParams(await request.text());
  const known = new URLSearchParams(fields.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])));
  headers.set("content-type", "application/x-www-form-urlencoded");
  return new NextRequest(url, { method: "POST", headers, body: known.toString() });
}

export { handle as GET, handle as POST };
