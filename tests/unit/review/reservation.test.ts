import { expect, test } from "vitest";
import type { WorkingTime } from "#lib/account/working-days.ts";
import { reservationEnd } from "#lib/review/reservation.ts";

const end = (at: string, timeZone = "UTC", mentor: Partial<WorkingTime> = {}) =>
  reservationEnd(new Date(at), { timeZone, workingDays: [1, 2, 3, 4, 5], daysOff: [], ...mentor }).toISOString();

test("a reservation lasts to the end of the third working day after it", () => {
  expect(end("2026-11-23T10:00:00Z")).toBe("2026-11-27T00:00:00.000Z"); // Monday: to the end of Thursday
});

test("weekends do not count", () => {
  expect(end("2026-11-26T10:00:00Z")).toBe("2026-12-02T00:00:00.000Z"); // Thursday: Friday, Monday, Tuesday
  expect(end("2026-11-28T10:00:00Z")).toBe("2026-12-03T00:00:00.000Z"); // Saturday: Monday to Wednesday
});

test("days begin and end in the mentor's time zone", () => {
  expect(end("2026-11-23T20:00:00Z", "Asia/Kathmandu")).toBe("2026-11-27T18:15:00.000Z"); // Tuesday there: to the end of Friday
  expect(end("2026-11-23T02:00:00Z", "America/Los_Angeles")).toBe("2026-11-26T08:00:00.000Z"); // Sunday there: Monday to Wednesday
});

test("a change of the clocks in between moves nothing", () => {
  expect(end("2026-10-22T10:00:00Z", "Europe/Berlin")).toBe("2026-10-27T23:00:00.000Z"); // winter time begins on the 25th
  expect(end("2026-03-26T10:00:00Z", "Europe/Berlin")).toBe("2026-03-31T22:00:00.000Z"); // summer time begins on the 29th
});

test("the working days are the mentor's own", () => {
  expect(end("2026-11-23T10:00:00Z", "UTC", { workingDays: [6, 7] })).toBe("2026-12-06T00:00:00.000Z"); // Saturday, Sunday, Saturday
  expect(end("2026-11-23T10:00:00Z", "UTC", { workingDays: [3] })).toBe("2026-12-10T00:00:00.000Z"); // three Wednesdays
});

test("a day off is no working day", () => {
  const daysOff = [{ firstDay: "2026-11-24", lastDay: "2026-11-25" }];
  expect(end("2026-11-23T10:00:00Z", "UTC", { daysOff })).toBe("2026-12-01T00:00:00.000Z"); // Thursday, Friday, Monday
});
