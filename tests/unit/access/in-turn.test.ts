import { expect, it } from "vitest";
import { inTurn } from "#lib/access/in-turn.ts";

/** Asks for acts of one actor, each of which ends when it is told to. */
function acts() {
  const begun: { number: number; end: () => void; fail: () => void }[] = [];
  const ask = (key: string, number: number) => inTurn(key, async () => await new Promise<number>((done, fail) => {
    begun.push({ number, end: () => done(number), fail: () => fail(new Error("failed")) });
  }));
  return { begun, ask };
}

it("begins three acts of one actor at a time, the others in their order, and another actor's at once", async () => {
  const { begun, ask } = acts();
  const asked = [1, 2, 3, 4, 5].map((number) => ask("one", number));
  const others = ask("another", 6);
  expect(begun.map(({ number }) => number)).toEqual([1, 2, 3, 6]);
  begun[1]!.end();
  expect(await asked[1]).toBe(2);
  expect(begun.at(-1)!.number).toBe(4);
  begun[0]!.fail();
  await expect(asked[0]).rejects.toThrow("failed");
  expect(begun.at(-1)!.number).toBe(5);
  for (const { end } of begun) end();
  expect(await Promise.all([...asked.slice(2), others])).toEqual([3, 4, 5, 6]);
});

it("answers null when a hundred wait, and begins anew when they are done", async () => {
  const { begun, ask } = acts();
  const asked = Array.from({ length: 103 }, (_, number) => ask("many", number));
  expect(await ask("many", 103)).toBeNull();
  for (let index = 0; index < 103; index += 1) {
    await expect.poll(() => begun.length).toBeGreaterThan(index);
    begun[index]!.end();
  }
  expect((await Promise.all(asked)).every((answer) => answer !== null)).toBe(true);
  const last = ask("many", 104);
  begun.at(-1)!.end();
  expect(await last).toBe(104);
});
