import { describe, expect, it } from "vitest";
import { calendarDate, exactTimeUtc, relativeTime } from "#components/ui/time-words.ts";

const now = new Date("2026-11-23T12:00:00Z");
const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("relativeTime", () => {
  it.each([
    [0, "just now"],
    [59_999, "just now"],
    [minute, "1 minute ago"],
    [38 * minute, "38 minutes ago"],
    [hour, "1 hour ago"],
    [day - 1, "23 hours ago"],
    [day, "1 day ago"],
    [2 * day, "2 days ago"],
    [30 * day, "24 October"],
    [400 * day, "19 October 2025"],
    [-30_000, "in less than a minute"],
    [-38 * minute, "in 38 minutes"],
    [-day, "in 1 day"],
    [-47 * hour, "in 1 day"],
  ])("says of a time %i ms before now: %s", (distance, words) => {
    expect(relativeTime(before(distance), now)).toBe(words);
  });
});

describe("the exact time", () => {
  it("is in UTC whatever the machine's time zone, so that server and browser write the same", () => {
    expect(exactTimeUtc(new Date("2026-11-19T23:05:00Z"))).toBe("19 November 2026, 23:05 UTC");
  });

  it("leaves the year out of a date of this year", () => {
    expect(calendarDate(new Date("2026-01-02T00:00:00Z"), now)).toBe("2 January");
    expect(calendarDate(new Date("2026-01-02T00:00:00Z"))).toBe("2 January 2026");
  });
});
