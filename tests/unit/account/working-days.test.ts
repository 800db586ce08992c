import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  dayAfter, dayIn, endOfWorkingDay, isAway, isTimeZone, isWorkingDay, startOfDay, weekdayOf, type WorkingTime,
} from "#lib/account/working-days.ts";

const zones = ["UTC", "Asia/Kathmandu", "America/Los_Angeles", "Europe/Berlin", "Pacific/Apia", "Australia/Lord_Howe", "America/Sao_Paulo"];
const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2035, 0) }).map((at) => new Date(at));

describe("days", () => {
  it("have their ISO number in the week", () => {
    expect(["2026-11-23", "2026-11-28", "2026-11-29"].map(weekdayOf)).toEqual([1, 6, 7]);
  });

  it("follow each other over the ends of months and years", () => {
    expect(dayAfter("2028-02-28")).toBe("2028-02-29");
    expect(dayAfter("2026-12-31")).toBe("2027-01-01");
  });

  it("are those of the time zone", () => {
    const at = new Date("2026-11-23T20:00:00Z");
    expect(dayIn(at, "Asia/Kathmandu")).toBe("2026-11-24");
    expect(dayIn(at, "America/Los_Angeles")).toBe("2026-11-23");
  });

  it("begin at the first instant that has their date, wherever clocks are changed", () => {
    fc.assert(fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
      const day = dayIn(at, zone);
      const begin = startOfDay(day, zone);
      expect(begin.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(dayIn(begin, zone)).toBe(day);
      expect(dayIn(new Date(begin.getTime() - 1), zone)).not.toBe(day);
    }));
  });
});

describe("a mentor's calendar", () => {
  const mentor = { workingDays: [1, 2, 3, 4, 5], daysOff: [{ firstDay: "2026-12-24", lastDay: "2026-12-26" }] };

  it("has days off from the first to the last, both included", () => {
    expect(["2026-12-23", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"].map((day) => isAway(mentor, day))).toEqual([false, true, true, true, false]);
  });

  it("counts nobody as away on a day of the week that is not theirs", () => {
    expect(isAway(mentor, "2026-12-27")).toBe(false);
    expect(isWorkingDay(mentor, "2026-12-27")).toBe(false);
  });

  it("ends the nth working day where exactly n working days have passed", () => {
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 });
    const off = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 })), { maxLength: 4 });
    fc.assert(fc.property(instant, fc.constantFrom(...zones), week, off, fc.integer({ min: 1, max: 5 }), (at, timeZone, workingDays, stretches, count) => {
      const today = dayIn(at, timeZone);
      const daysOff = stretches.map(([from, length]) => ({ firstDay: daysLater(today, from), lastDay: daysLater(today, from + length) }));
      const time: WorkingTime = { timeZone, workingDays, daysOff };
      const last = dayIn(new Date(endOfWorkingDay(at, count, time).getTime() - 1), timeZone);
      const passed = daysFrom(dayAfter(today), last).filter((day) => isWorkingDay(time, day));
      expect(passed).toHaveLength(count);
      expect(passed.at(-1)).toBe(last);
    }));
  });
});

function daysLater(day: string, days: number): string {
  return days === 0 ? day : daysLater(dayAfter(day), days - 1);
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day);
  return days;
}

describe("a time zone", () => {
  it("is a name that the runtime knows", () => {
    expect(["UTC", "Europe/Berlin", "Asia/Kathmandu"].filter(isTimeZone)).toHaveLength(3);
  });

  it("is neither an offset, nor a word, nor nothing", () => {
    expect(["+02:00", "", "Middle/Earth", "Europe/Berlin\u0000", " UTC"].filter(isTimeZone)).toEqual([]);
  });
});
