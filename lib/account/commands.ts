import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { z } from "zod";
import { userIdOf, type Actor } from "#lib/access/actor.ts";
import { command } from "#lib/access/command.ts";
import { anyone, conflict, invalid, limited, membersOnly, mentorsOnly, systemOnly } from "#lib/access/decision.ts";
import { emit } from "#lib/access/emit.ts";
import { spend } from "#lib/access/rate-limit.ts";
import { hashToken, SESSION_AGE } from "#lib/access/session-token.ts";
import { after, iso } from "#lib/base/time.ts";
import { canCancelDaysOff, canDisable, canTakeDaysOff } from "#lib/account/policy.ts";
import {
  accountDto, daysOffDto, daysOffInput, grantRoleInput, keepMentorProfileInput, setTimeZoneInput, personInput, signedInDto, signInInput, signOutInput, signUpInput,
  takeDaysOffInput, UNKNOWN_TIME_ZONE,
} from "#lib/account/schema.ts";
import {
  deleteDaysOff, findTimeZone, getCredentials, getWorkingTime, insertDaysOff, insertSession, insertUser, keepBrowser, keepProfile, lockDaysOff, lockPerson, lockUser,
  lockUserByEmail, pruneAccess, revokeSession, revokeSessionsOf, setDisabled, setRoles, type DaysOffSpan,
} from "#lib/account/store.ts";
import type { Tx } from "#lib/platform/db.ts";

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
  run: async (tx, { input: { replaces, browser }, prepared: user, now }) => {
    if (!("id" in user)) return user;
    await lockUser(tx, user.id);
    const isOther = await keepBrowser(tx, { userId: user.id, tokenHash: hashToken(browser), now });
    if (isOther) await emit(tx, { name: "account.signedIn", userId: user.id });
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

export const disableAccount = command({
  name: "account.disable",
  summary: "Shuts an account out at its next request. What a mentor holds goes back to its place; a learner's open reviews are hidden meanwhile.",
  input: personInput,
  output: z.null(),
  load: async (tx, { actor, input: { userId } }) => await lockPerson(tx, { userId, actorId: userIdOf(actor) }),
  policy: canDisable,
  run: async (tx, { subject: { userId, disabledAt }, now }) => {
    if (disabledAt !== null) return null;
    await setDisabled(tx, { userId, at: now });
    await revokeSessionsOf(tx, { userId, now });
    await emit(tx, { name: "account.disabled", userId });
    return null;
  },
});

export const enableAccount = command({
  name: "account.enable",
  summary: "Lets a disabled account sign in again; its open reviews are in the queue at their old places.",
  input: personInput,
  output: z.null(),
  load: async (tx, { actor, input: { userId } }) => await lockPerson(tx, { userId, actorId: userIdOf(actor) }),
  policy: canDisable,
  run: async (tx, { subject: { userId } }) => {
    await setDisabled(tx, { userId, at: null });
    return null;
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

export const keepMentorProfile = command({
  name: "account.keepMentorProfile",
  summary: "Keeps what a mentor says of their own work: steps, how many at a time, working days, time zone.",
  input: keepMentorProfileInput,
  output: z.null(),
  load: lockSelf,
  policy: mentorsOnly,
  run: async (tx, { input, subject: { userId }, now }) => {
    const timeZone = await findTimeZone(tx, input.timeZone);
    if (timeZone === null) return noTimeZone;
    const workingDays = input.workingDays.toSorted((a, b) => a - b);
    for (const moved of await keepProfile(tx, { userId, ...input, workingDays, timeZone })) await announce(tx, { userId, ...moved, now });
    return null;
  },
});

export const setTimeZone = command({
  name: "account.setTimeZone",
  summary: "Says in which time zone somebody lives: their daily mail comes by it, and a mentor's days begin and end by it.",
  input: setTimeZoneInput,
  output: z.null(),
  load: lockSelf,
  policy: membersOnly,
  run: async (tx, { input, subject: { userId }, now }) => {
    const timeZone = await findTimeZone(tx, input.timeZone);
    if (timeZone === null) return noTimeZone;
    for (const moved of await keepProfile(tx, { userId, timeZone })) await announce(tx, { userId, ...moved, now });
    return null;
  },
});

export const takeDaysOff = command({
  name: "account.takeDaysOff",
  summary: "Marks days on which a mentor is away, in their time zone; what is kept for them is handed over.",
  input: takeDaysOffInput,
  output: daysOffDto,
  load: lockSelf,
  policy: canTakeDaysOff,
  run: async (tx, { input, subject: { userId }, now }) => {
    const taken = await insertDaysOff(tx, { userId, ...input });
    await announce(tx, { userId, ...taken, now });
    return { daysOffId: taken.daysOffId, ...input };
  },
});

export const cancelDaysOff = command({
  name: "account.cancelDaysOff",
  summary: "Takes days off back, also while they last.",
  input: daysOffInput,
  output: z.null(),
  load: async (tx, { input }) => await lockDaysOff(tx, input.daysOffId),
  policy: canCancelDaysOff,
  run: async (tx, { subject: { daysOffId } }) => {
    await deleteDaysOff(tx, daysOffId);
    return null;
  },
});

export const noticeAbsence = command({
  name: "account.noticeAbsence",
  summary: "Tells that days off have begun, if they still stand; a job, without a route.",
  input: daysOffInput,
  output: z.null(),
  load: async (tx, { input }) => await lockDaysOff(tx, input.daysOffId),
  policy: systemOnly,
  run: async (tx, { subject: { userId, beginsAt, endsAt }, now }) => {
    if (beginsAt <= now && now < endsAt) await emit(tx, { name: "account.wentAway", userId });
    return null;
  },
});

const noTimeZone = invalid("timeZone", UNKNOWN_TIME_ZONE);

/** When the actor works, under the lock on their row. */
async function lockSelf(tx: Tx, { actor }: { actor: Actor }) {
  if (actor.kind !== "member") return null;
  await lockUser(tx, actor.userId);
  return { userId: actor.userId, ...(await getWorkingTime(tx, actor.userId)) };
}

/** Tells that somebody is away now, or has it told when they will be. */
async function announce(tx: Tx, { userId, daysOffId, beginsAt, endsAt, now }: DaysOffSpan & { userId: string; now: Date }): Promise<void> {
  if (endsAt <= now) return;
  if (beginsAt <= now) await emit(tx, { name: "account.wentAway", userId });
  else await emit(tx, { name: "account.daysOffTaken", daysOffId, beginsAt: iso(beginsAt) });
}

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
