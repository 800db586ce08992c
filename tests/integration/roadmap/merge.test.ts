import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { db } from "#lib/platform/db.ts";
import { mergeItemStates, setItemState, undoMerge } from "#lib/roadmap/commands.ts";
import type { MergeItemStatesInput } from "#lib/roadmap/schema.ts";
import { person, reason, value } from "#tests/support/community.ts";

const hour = 3_600_000;
const pca = "mle.foundations.pca";
const regression = "mle.foundations.logistic-regression";

type Changes = MergeItemStatesInput["changes"];

const done = (itemId: string, sequence: number, ageMs = 0): Changes[number] => ({ itemId, state: "done", sequence, ageMs });

async function merge(learner: Member, changes: Changes, { device = randomUUID(), key = randomUUID() } = {}) {
  const input = { account: learner.userId, device, changes };
  return { device, ...value(await mergeItemStates.execute(learner, input, { idempotencyKey: key })) };
}

async function undo(learner: Member, { device, added }: Awaited<ReturnType<typeof merge>>) {
  const items = added.map(({ itemId, before }) => ({ itemId, before }));
  return value(await undoMerge.execute(learner, { account: learner.userId, device, items })).restored;
}

async function set(learner: Member, itemId: string, state: "done" | "skipped" | "learning", { device = randomUUID(), sequence = 1, ageMs = 0 } = {}) {
  value(await setItemState.execute(learner, { itemId, state, device, sequence, ageMs }));
}

const statesOf = async ({ userId }: Member) => await db().itemState.findMany({ where: { userId }, orderBy: { itemId: "asc" } });

test("what a browser kept is added, with what stood before", async () => {
  const learner = await person();
  await set(learner, regression, "learning", { ageMs: hour });
  const { added, kept, ignored } = await merge(learner, [done(pca, 1), done(regression, 2)]);
  expect(new Map(added.map(({ itemId, from }) => [itemId, from]))).toEqual(new Map([[pca, "todo"], [regression, "learning"]]));
  expect([kept, ignored]).toEqual([[], []]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["done", "done"]);
});

test("a newer state of the account stays, and the tick that lost is in the history", async () => {
  const learner = await person();
  await set(learner, pca, "skipped");
  const { added, kept } = await merge(learner, [done(pca, 1, hour)]);
  expect([added, kept]).toEqual([[], [pca]]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["skipped"]);
  const changes = await db().itemChange.findMany({ where: { userId: learner.userId }, orderBy: { changedAt: "asc" } });
  expect(changes.map(({ state }) => state)).toEqual(["done", "skipped"]);
});

test("ten requests with the same key at once are one, and get one answer", async () => {
  const learner = await person();
  const [device, key] = [randomUUID(), randomUUID()];
  const answers = await Promise.all(Array.from({ length: 10 }, async () => await merge(learner, [done(pca, 1)], { device, key })));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(await db().itemChange.count({ where: { userId: learner.userId } })).toBe(1);
});

test("the same changes under another key change nothing", async () => {
  const learner = await person();
  const { device } = await merge(learner, [done(pca, 1)]);
  await set(learner, pca, "skipped");
  const { added, kept } = await merge(learner, [done(pca, 1)], { device });
  expect([added, kept]).toEqual([[], [pca]]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["skipped"]);
});

test("an age beyond ninety days is taken as ninety days", async () => {
  const learner = await person();
  await merge(learner, [done(pca, 1, 4_000 * 24 * hour)]);
  const [state] = await statesOf(learner);
  expect(Math.round((Date.now() - state!.changedAt.getTime()) / (24 * hour))).toBe(90);
});

test("items that no guide has are left out and said, and the others are added", async () => {
  const learner = await person();
  const { added, ignored } = await merge(learner, [done("mle.gone", 1), done(pca, 2), done("constructor", 3)]);
  expect(added.map(({ itemId }) => itemId)).toEqual([pca]);
  expect(ignored).toEqual(["mle.gone", "constructor"]);
});

test("only items that no guide has: nothing is added", async () => {
  const learner = await person();
  expect(await merge(learner, [done("mle.gone", 1)])).toMatchObject({ added: [], kept: [], ignored: ["mle.gone"] });
});

test("of two browsers, the later tick wins whichever is merged first", async () => {
  const learner = await person();
  await merge(learner, [{ ...done(pca, 1), state: "learning" }]);
  const second = await merge(learner, [done(pca, 1, hour)]);
  expect(second.kept).toEqual([pca]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["learning"]);
});

test("of two changes of one item, the later numbered one counts", async () => {
  const learner = await person();
  await merge(learner, [done(pca, 2, hour), { ...done(pca, 1), state: "skipped" }]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["done"]);
  expect(await db().itemChange.count({ where: { userId: learner.userId } })).toBe(2);
});

test("undo puts back exactly what stood, to the edition, the millisecond and the device", async () => {
  const learner = await person();
  const device = randomUUID();
  await set(learner, regression, "done", { device, ageMs: hour });
  await set(learner, regression, "learning", { device, sequence: 2, ageMs: 2 * hour });
  await db().itemState.updateMany({ where: { userId: learner.userId }, data: { edition: 0 } });
  await db().itemChange.updateMany({ where: { userId: learner.userId }, data: { edition: 0 } });
  const before = await statesOf(learner);
  const merged = await merge(learner, [done(pca, 1), done(regression, 2)]);
  expect((await undo(learner, merged)).toSorted()).toEqual([regression, pca]);
  expect(await statesOf(learner)).toEqual(before);
});

test("undo leaves alone what was changed again since, and may be repeated", async () => {
  const learner = await person();
  const merged = await merge(learner, [done(pca, 1), done(regression, 2)]);
  await set(learner, pca, "skipped");
  expect(await undo(learner, merged)).toEqual([regression]);
  expect(await undo(learner, merged)).toEqual([]);
  expect((await statesOf(learner)).map(({ itemId, state }) => [itemId, state])).toEqual([[pca, "skipped"]]);
});

test("ticks that were taken back can be added again", async () => {
  const learner = await person();
  await undo(learner, await merge(learner, [done(pca, 1)]));
  expect((await merge(learner, [done(pca, 1)])).added).toHaveLength(1);
});

test("ticks go only to the account that the person was shown", async () => {
  const [shown, signedInSince] = [await person(), await person()];
  const input = { account: shown.userId, device: randomUUID(), changes: [done(pca, 1)] };
  expect(reason(await mergeItemStates.execute(signedInSince, input, { idempotencyKey: randomUUID() }))).toBe("OTHER_ACCOUNT");
  expect(reason(await undoMerge.execute(signedInSince, { account: shown.userId, device: input.device, items: [{ itemId: pca, before: null }] }))).toBe("OTHER_ACCOUNT");
  expect([await statesOf(shown), await statesOf(signedInSince)]).toEqual([[], []]);
});

test("a change of somebody else's cannot be named as what stood before", async () => {
  const [learner, other] = [await person(), await person()];
  const device = randomUUID();
  await set(other, pca, "skipped", { device });
  const merged = await merge(learner, [done(pca, 1)]);
  const named = { ...merged, added: [{ itemId: pca, from: "todo" as const, before: { device, sequence: 1 } }] };
  expect(await undo(learner, named)).toEqual([]);
  expect((await statesOf(learner)).map(({ state }) => state)).toEqual(["done"]);
});

test.each([
  ["an id with NUL", [done("a\u0000b", 1)]],
  ["an id with half a surrogate", [done("\ud800", 1)]],
  ["two changes with one number", [done(pca, 1), done(regression, 1)]],
])("%s is refused before anything is asked of the database", async (_what, changes) => {
  const learner = await person();
  const input = { account: learner.userId, device: randomUUID(), changes };
  expect(reason(await mergeItemStates.execute(learner, input, { idempotencyKey: randomUUID() }))).toBe("INVALID");
});

test.each([
  [{ itemId: "a\u0000b", before: null }],
  [{ itemId: pca, before: { device: randomUUID(), sequence: 2_147_483_648 } }],
])("an undo of %j is refused in the same way", async (item) => {
  const learner = await person();
  expect(reason(await undoMerge.execute(learner, { account: learner.userId, device: randomUUID(), items: [item] }))).toBe("INVALID");
});
