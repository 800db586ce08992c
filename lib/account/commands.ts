import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import { command } from "#lib/access/command.ts";
import { anyone, conflict, invalid, limited, systemOnly } from "#lib/access/decision.ts";
import { emit } from "#lib/access/emit.ts";
import { spend } from "#lib/access/rate-limit.ts";
import { hashToken, SESSION_AGE } from "#lib/access/session-token.ts";
import { after } from "#lib/base/time.ts";
import { accountDto, grantRoleInput, signedInDto, signInInput, signOutInput, signUpInput } from "#lib/account/schema.ts";
import {
  getCredentials, insertSession, insertUser, lockUserByEmail, pruneAccess, revokeSession, revokeSessionsOf, setRoles,
} from "#lib/account/store.ts";

export const signUp = command({
  name: "account.signUp",
  summary: "Opens an account; whoever signs up is a learner.",
  input: signUpInput,
  output: accountDto,
  policy: anyone,
  perAddress: { points: 200, seconds: 600 },
  prepare: async (_db, { input }) => ({ passwordHash: await hash(input.password) }),
  run: async (tx, { input, prepared }) =>
    (await insertUser(tx, { email: input.email, name: input.name, passwordHash: prepared.passwordHash }))
      ?? conflict("EMAIL_TAKEN", "There is an account with this address already. You can sign in with it.", "email"),
});

// Guesses are counted by address and account together, so that nobody can lock somebody else out, and by address alone.
const guessesAtOne = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
const guessesFromOne = new RateLimiterMemory({ points: 200, duration: 15 * 60 });

const wrongPair = invalid("password", "This email and password do not belong together.", "WRONG_PAIR");

export const signIn = command({
  name: "account.signIn",
  summary: "Compares email and password and begins a session. next-auth calls it; it has no route of its own.",
  input: signInInput,
  output: signedInDto,
  policy: anyone,
  prepare: async (db, { input }) => await checkPair(db, input),
  run: async (tx, { input: { replaces }, prepared: user, now }) => {
    if (!("id" in user)) return user;
    if (replaces !== null) await revokeSession(tx, hashToken(replaces));
    const token = randomBytes(32).toString("base64url");
    await insertSession(tx, { tokenHash: hashToken(token), userId: user.id, expiresAt: after(now, SESSION_AGE) });
    return { userId: user.id, name: user.name, token };
  },
});

export const signOut = command({
  name: "account.signOut",
  summary: "Ends the session of a token. next-auth calls it; it has no route of its own.",
  input: signOutInput,
  output: z.null(),
  statement: true,
  policy: anyone,
  run: async (db, { input }) => {
    await revokeSession(db, hashToken(input.token));
    return null;
  },
});

export const grantRole = command({
  name: "account.grantRole",
  summary: "Gives a role to somebody who has signed up; `npm run grant` calls it, it has no route.",
  input: grantRoleInput,
  output: accountDto,
  policy: systemOnly,
  load: async (tx, { input }) => await lockUserByEmail(tx, input.email),
  run: async (tx, { input, subject: user, now }) => {
    const roles = [...new Set([...user.roles, input.role])];
    if (roles.length > user.roles.length) {
      await setRoles(tx, { userId: user.id, roles });
      await revokeSessionsOf(tx, { userId: user.id, now });
      await emit(tx, { name: "account.roleGranted", userId: user.id, role: input.role });
    }
    return { userId: user.id, name: user.name, roles };
  },
});

export const pruneSessions = command({
  name: "account.pruneSessions",
  summary: "Deletes sessions and stored answers that are past their time; a daily job, without a route.",
  input: z.strictObject({}),
  output: z.null(),
  policy: systemOnly,
  run: async (tx) => {
    await pruneAccess(tx);
    return null;
  },
});

/** The user whom email and password name; only wrong pairs count as guesses. Outside the transaction: hashing is slow. */
async function checkPair(db: Parameters<typeof getCredentials>[0], { email, password, address }: z.output<typeof signInInput>) {
  if ((await spend(guessesFromOne, address)) || (await spend(guessesAtOne, `${address} ${email}`))) {
    return limited("Too many tries. Please wait a quarter of an hour, then try again.");
  }
  const user = await getCredentials(db, email);
  const matches = await verify(user?.passwordHash ?? (await nobodysHash()), password);
  if (!user || !matches || user.disabledAt) return wrongPair;
  await Promise.all([guessesFromOne.reward(address), guessesAtOne.reward(`${address} ${email}`)]);
  return { id: user.id, name: user.name };
}

let nobodys: Promise<string> | undefined;

/** An unknown address costs the same time as a known one. */
function nobodysHash(): Promise<string> {
  return (nobodys ??= hash(randomBytes(16).toString("hex")));
}
