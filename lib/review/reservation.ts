import { DAY } from "#lib/base/time.ts";

const WORKING_DAYS_KEPT = 3;

/**
 * Until when a resubmitted review is kept for the mentor who knows it: the end of the third working day (Monday to
 * Friday) after `at`, in the mentor's time zone.
 */
export function reservationEnd(at: Date, timeZone: string): Date {
  let day = dayIn(at, timeZone);
  for (let counted = 0; counted < WORKING_DAYS_KEPT;) {
    day = new Date(day.getTime() + DAY);
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) counted += 1;
  }
  return startOfDayIn(new Date(day.getTime() + DAY), timeZone);
}

/** The calendar day of an instant in a time zone, written as midnight UTC of that day. */
function dayIn(at: Date, timeZone: string): Date {
  return new Date(Math.floor(wallClock(at, timeZone) / DAY) * DAY);
}

/** The instant at which a calendar day begins in a time zone; two rounds settle days on which the clocks change. */
function startOfDayIn(day: Date, timeZone: string): Date {
  let guess = day.getTime();
  for (let round = 0; round < 2; round += 1) guess += day.getTime() - wallClock(new Date(guess), timeZone);
  return new Date(guess);
}

/** What a clock on the wall of a time zone shows, in milliseconds as if it were UTC. */
function wallClock(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)!.value);
  return Date.UTC(value("year"), value("month") - 1, value("day"), value("hour"), value("minute"), value("second"));
}
