import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { db } from "#lib/platform/db.ts";
import { setItemState } from "#lib/roadmap/commands.ts";
import type { SetItemStateInput, State } from "#lib/roadmap/schema.ts";
import { itemId, person, reason, value } from "#tests/support/community.ts";

const hour = 3_600_000;

async function set(learner: Member, state: State, change: Pick<SetItemStateInput, "device" | "sequence" | "ageMs">) {
  return value(await setItemState.execute(learner, { itemId, state, ...change }));
}

test("the later change wins, whichever arrives first", async () => {
  const learner = await person();
  await set(learner, "done", { device: randomUUID(), sequence: 1, ageMs: 0 });
  const standing = await set(learner, "skipped", { device: randomUUID(), sequence: 1, ageMs: hour });
  expect(standing.state).toBe("done");
});

test("what lost stays in the history", async () => {
  const learner = await person();
  await set(learner, "done", { device: randomUUID(), sequence: 1, ageMs: 0 });
  await set(learner, "skipped", { device: randomUUID(), sequence: 1, ageMs: hour });
  const changes = await db().itemChange.findMany({ where: { userId: learner.userId }, orderBy: { changedAt: "asc" } });
  expect(changes.map(({ state }) => state)).toEqual(["skipped", "done"]);
});

test("a device's own order counts, not the ages it tells", async () => {
  const learner = await person();
  const device = randomUUID();
  await set(learner, "learning", { device, sequence: 1, ageMs: 0 });
  expect((await set(learner, "done", { device, sequence: 2, ageMs: hour })).state).toBe("done");
});

test("the same number again changes nothing, twenty times at once", async () => {
  const learner = await person();
  const device = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await set(learner, "done", { device, sequence: 1, ageMs: 0 })));
  expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(["done"]));
  expect(await db().itemChange.count({ where: { userId: learner.userId } })).toBe(1);
});

test("an age beyond ninety days is taken as ninety days", async () => {
  const learner = await person();
  const { changedAt } = await set(learner, "done", { device: randomUUID(), sequence: 1, ageMs: 4_000 * 24 * hour });
  const age = Date.now() - Date.parse(changedAt);
  expect(Math.round(age / (24 * hour))).toBe(90);
});

test("a change that was made on somebody else's page goes to nobody", async () => {
  const [shown, signedIn] = [await person(), await person()];
  const outcome = await setItemState.execute(signedIn, { itemId, state: "done", account: shown.userId, device: randomUUID(), sequence: 1, ageMs: 0 });
  expect(reason(outcome)).toBe("OTHER_ACCOUNT");
  expect(await db().itemState.count({ where: { userId: { in: [shown.userId, signedIn.userId] } } })).toBe(0);
});
