import { expect, it } from "vitest";
import { after, DAY } from "#lib/base/time.ts";
import { nudgeDue, nudgeWindow } from "#lib/notification/nudge.ts";

const now = new Date("2026-11-24T05:00:00Z");
const ago = (days: number) => after(now, -days * DAY);

it("a learner is nudged at 7, 14 and 21 days of their turn, and then left in peace", () => {
  const due = [0, 6.99, 7, 13.99, 14, 20.99, 21, 27.99, 28, 400].map((days) => nudgeDue(ago(days), now));
  expect(due).toEqual([null, null, 7, 7, 14, 14, 21, 21, null, null]);
});

it("the turns that are looked at are those that a nudge can be due for", () => {
  const { from, until } = nudgeWindow(now);
  expect([from, until]).toEqual([ago(28), ago(7)]);
  expect(nudgeDue(until, now)).toBe(7);
  expect(nudgeDue(from, now)).toBeNull();
  expect(nudgeDue(after(from, 1), now)).toBe(21);
});
