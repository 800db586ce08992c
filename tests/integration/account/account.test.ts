import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { systemActor, visitor } from "#lib/access/actor.ts";
import { actorOfToken } from "#lib/access/session.ts";
import { grantRole, pruneSessions, signIn, signOut, signUp } from "#lib/account/commands.ts";
import { DAY, SECOND } from "#lib/base/time.ts";
import { db } from "#lib/platform/db.ts";
import { reason, value } from "#tests/support/community.ts";

const password = "correct horse battery";
const system = systemActor("test");
const newEmail = () => `${randomUUID()}@example.org`;

/** An address that no other test has guessed from. */
let hosts = 0;
const newAddress = () => `198.51.100.${(hosts += 1)}`;

async function account(email = newEmail()): Promise<string> {
  value(await signUp.execute(visitor, { name: "Somebody", email, password }));
  return email;
}

async function tryPair(email: string, { secret = password, address = newAddress(), replaces = null as string | null, browser = randomUUID() as string } = {}) {
  return await signIn.execute(visitor, { email, password: secret, address, replaces, browser });
}

async function session(email: string): Promise<string> {
  return value(await tryPair(email)).token;
}

const kindOf = async (token: string) => (await actorOfToken(token)).kind;
const sessionsOf = async (email: string) => await db().session.findMany({ where: { user: { email } } });

test("two who sign up with one address at once, in different case, make one account, and it has no role", async () => {
  const email = newEmail();
  const outcomes = await Promise.all([email, email.toUpperCase()].map(async (spelling) =>
    await signUp.execute(visitor, { name: "Somebody", email: spelling, password })));
  expect(outcomes.map(reason).sort()).toEqual(["EMAIL_TAKEN", "not refused"]);
  expect(await db().user.findMany({ where: { email: { equals: email, mode: "insensitive" } }, select: { roles: true } })).toEqual([{ roles: [] }]);
});

test("signing in tells no difference between an unknown address, a wrong password and a disabled account", async () => {
  const [known, disabled] = [await account(), await account()];
  await db().user.update({ where: { email: disabled }, data: { disabledAt: new Date() } });
  const outcomes = [await tryPair(newEmail()), await tryPair(known, { secret: "something else" }), await tryPair(disabled)];
  expect(reason(outcomes[0]!)).toBe("WRONG_PAIR");
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(outcomes[2]).toEqual(outcomes[0]);
});

test("after ten wrong guesses from one address there is a pause, and the owner still gets in from another", async () => {
  const email = await account();
  const address = newAddress();
  for (let guess = 0; guess < 10; guess += 1) expect(reason(await tryPair(email, { secret: `guess ${guess}`, address }))).toBe("WRONG_PAIR");
  expect(reason(await tryPair(email, { address }))).toBe("TOO_MANY");
  expect(await kindOf(await session(email))).toBe("member");
});

test("a session is over when it is signed out, and no other with it", async () => {
  const email = await account();
  const [one, other] = [await session(email), await session(email)];
  await signOut.execute(visitor, { token: one });
  expect([await kindOf(one), await kindOf(other)]).toEqual(["visitor", "member"]);
});

test("signing in again in the same browser replaces its session", async () => {
  const email = await account();
  const before = await session(email);
  const { token } = value(await tryPair(email, { replaces: before }));
  expect([await kindOf(before), await kindOf(token)]).toEqual(["visitor", "member"]);
});

test("a wrong password leaves the session that the browser has", async () => {
  const email = await account();
  const before = await session(email);
  await tryPair(email, { secret: "something else", replaces: before });
  expect(await kindOf(before)).toBe("member");
});

test("signing in is told when it is in a browser that the account was not seen in before, but for its first", async () => {
  const email = await account();
  const { id: userId } = await db().user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const told = async () => (await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE data->>'event' = 'account.signedIn' AND data->'data'->>'userId' = ${userId}`)[0]!.count;
  const [own, other] = [randomUUID() as string, randomUUID() as string];
  for (const browser of [own, own]) value(await tryPair(email, { browser }));
  expect(await told()).toBe(0);
  expect(reason(await tryPair(email, { browser: other, secret: "something else" }))).toBe("WRONG_PAIR");
  expect(await told()).toBe(0);
  for (const browser of [other, other, own]) value(await tryPair(email, { browser }));
  expect(await told()).toBe(1);
  expect(await db().knownBrowser.count({ where: { userId, tokenHash: { in: [own, other] } } })).toBe(0);
});

test("a browser that somebody else signed in with is still new to an account", async () => {
  const [one, two] = [await account(), await account()];
  const shared = randomUUID() as string;
  value(await tryPair(one, { browser: shared }));
  value(await tryPair(two));
  value(await tryPair(two, { browser: shared }));
  const [{ count } = { count: 0 }] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job j JOIN users u ON u.id::text = j.data->'data'->>'userId'
    WHERE j.data->>'event' = 'account.signedIn' AND u.email = ${two}`;
  expect(count).toBe(1);
});

test("a session ends with the next request after a role was granted, or the account disabled", async () => {
  const [granted, disabled] = [await account(), await account()];
  const tokens = [await session(granted), await session(disabled)];
  value(await grantRole.execute(system, { email: granted, role: "mentor" }));
  await db().user.update({ where: { email: disabled }, data: { disabledAt: new Date() } });
  expect(await Promise.all(tokens.map(kindOf))).toEqual(["visitor", "visitor"]);
  expect(await actorOfToken(await session(granted))).toMatchObject({ kind: "member", roles: new Set(["mentor"]) });
});

test.each([
  ["idled for more than a week", { lastSeenAt: new Date(Date.now() - 8 * DAY) }],
  ["reached its absolute age", { expiresAt: new Date(Date.now() - SECOND) }],
])("a session that has %s is over", async (_case, moved) => {
  const email = await account();
  const token = await session(email);
  await db().session.updateMany({ where: { user: { email } }, data: moved });
  expect(await kindOf(token)).toBe("visitor");
});

test("whoever reads the table of sessions cannot sign in with what stands there", async () => {
  const email = await account();
  const token = await session(email);
  const [row] = await sessionsOf(email);
  expect(JSON.stringify(row)).not.toContain(token);
  expect(await kindOf(row!.tokenHash)).toBe("visitor");
});

test("pruning deletes what is long past, and no session that is alive", async () => {
  const email = await account();
  const [old, alive] = [await session(email), await session(email)];
  await signOut.execute(visitor, { token: old });
  await db().session.updateMany({ where: { user: { email }, revokedAt: { not: null } }, data: { revokedAt: new Date(0) } });
  value(await pruneSessions.execute(system, {}));
  expect(await sessionsOf(email)).toHaveLength(1);
  expect(await kindOf(alive)).toBe("member");
});
