import { DAY } from "#lib/base/time.ts";

/** A calendar day, such as `2026-12-24`, without a time zone: which instants it covers depends on where somebody is. */
export type Day = string;

/** ISO days of the week: 1 is Monday, 7 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export interface DaysAway {
  firstDay: Day;
  /** The last day away, included. */
  lastDay: Day;
}

/** When a mentor works; at least one day of the week. */
export interface WorkingTime {
  /** IANA name. */
  timeZone: string;
  /** ISO days of the week. */
  workingDays: readonly number[];
  daysOff: readonly DaysAway[];
}

/** Whether a mentor has the day off. A day on which they never work is not one: nobody is away each weekend. */
export function isAway({ daysOff }: Pick<WorkingTime, "daysOff">, day: Day): boolean {
  return daysOff.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
}

/** Whether a mentor works on the day: one of their days of the week, and not a day off. */
export function isWorkingDay(mentor: Omit<WorkingTime, "timeZone">, day: Day): boolean {
  return mentor.workingDays.includes(weekdayOf(day)) && !isAway(mentor, day);
}

/** The instant at which the `count`th working day after the day of `at` ends, in the mentor's time zone. */
export function endOfWorkingDay(at: Date, count: number, mentor: WorkingTime): Date {
  let day = dayIn(at, mentor.timeZone);
  for (let counted = 0; counted < count;) {
    day = dayAfter(day);
    if (isWorkingDay(mentor, day)) counted += 1;
  }
  return startOfDay(dayAfter(day), mentor.timeZone);
}

/** The day that it is at an instant in a time zone. */
export function dayIn(at: Date, timeZone: string): Day {
  return dayOf(wallClock(at, timeZone));
}

export function dayAfter(day: Day): Day {
  return dayOf(Date.parse(day) + DAY);
}

export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

/** The instant at which a day begins in a time zone; two rounds settle days on which the clocks change. */
export function startOfDay(day: Day, timeZone: string): Date {
  let guess = Date.parse(day);
  for (let round = 0; round < 2; round += 1) guess += Date.parse(day) - wallClock(new Date(guess), timeZone);
  return new Date(guess);
}

/** Whether the runtime knows a time zone by this name; offsets such as +02:00 are no places where clocks change. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** The day of an instant that is written as if the clock on the wall were UTC. */
function dayOf(wall: number): Day {
  return new Date(wall).toISOString().slice(0, 10);
}

/** What a clock on the wall of a time zone shows, in milliseconds as if it were UTC. */
function wallClock(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  return Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"), value("second"));
}
