import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { visitor } from "#lib/access/actor.ts";
import { SESSION_AGE } from "#lib/access/session-token.ts";
import { actorOfToken, currentToken, sessionCookieName } from "#lib/access/session.ts";
import { signIn } from "#lib/account/commands.ts";
import { SECOND } from "#lib/base/time.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";

/** `browser` is the token of the browser that asks. next-auth keeps the cookie and its CSRF token; who somebody is stands in the sessions table alone. */
export function authOptions({ browser }: { browser: string }): AuthOptions {
  const { secret, secure, url } = env();
  // Told nothing, next-auth takes itself to be at http://localhost:3000.
  process.env.NEXTAUTH_URL = url;
  return {
    secret,
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: SESSION_AGE / SECOND },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    providers: [CredentialsProvider({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (credentials, request) => {
        const outcome = await signIn.execute(visitor, {
          email: credentials?.email ?? "",
          password: credentials?.password ?? "",
          address: String(request.headers?.["x-cairn-client-ip"] ?? "unknown"),
          replaces: await currentToken(),
          browser,
        }).catch(failed("sign-in failed"));
        if (outcome.ok) return { id: outcome.value.userId, name: outcome.value.name, sid: outcome.value.token };
        throw new Error(outcome.reason);
      },
    })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: (user as { sid?: string }).sid } : { sid: token.sid }),
      session: async ({ session, token }) => {
        const actor = typeof token.sid === "string" ? await actorOfToken(token.sid).catch(failed("a session could not be read")) : visitor;
        return actor.kind === "member" ? { expires: session.expires, user: { id: actor.userId, name: actor.name } } : { expires: session.expires };
      },
    },
    logger: {
      // Anybody can send a cookie that is not ours: that is no error of the server.
      error: (code, metadata) => log[isOfCookies(code) ? "debug" : "error"]({ code, metadata: metadata instanceof Error ? String(metadata) : metadata }, "next-auth"),
      warn: (code) => log.warn({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}

/** Says here what went wrong: next-auth would write the error's words into the address it answers with, and take others for a wrong cookie. */
function failed(what: string) {
  return (error: unknown): never => {
    log.error({ error: String(error) }, what);
    throw new Error("UNEXPECTED");
  };
}

function isOfCookies(code: string): boolean {
  return code === "JWT_SESSION_ERROR" || code === "SIGNOUT_ERROR";
}
