/**
 * Times in words. Nothing here asks the browser's or the server's locale, so both write the same sentence.
 */

const months = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
] as const;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long before or after `now`, up to 30 days; the date from there on. */
export function relativeTime(instant: Date, now: Date): string {
  const distance = instant.getTime() - now.getTime();
  const size = Math.abs(distance);
  if (size < minute) return distance > 0 ? "in less than a minute" : "just now";
  // Which day it is depends on where somebody is, which a server does not know: "tomorrow" would be wrong for half of a day.
  const words = size < hour ? count(size, minute, "minute") : size < day ? count(size, hour, "hour") : count(size, day, "day");
  if (size >= 30 * day) return calendarDate(instant, now);
  return distance > 0 ? `in ${words}` : `${words} ago`;
}

function count(size: number, unit: number, name: string): string {
  const whole = Math.floor(size / unit);
  return `${whole} ${name}${whole === 1 ? "" : "s"}`;
}

/** "19 November", with the year when it is not that of `now`. In UTC. */
export function calendarDate(instant: Date, now?: Date): string {
  const date = `${instant.getUTCDate()} ${months[instant.getUTCMonth()]}`;
  return now?.getUTCFullYear() === instant.getUTCFullYear() ? date : `${date} ${instant.getUTCFullYear()}`;
}

/** "19 November 2026, 14:05 UTC". */
export function exactTimeUtc(instant: Date): string {
  return `${calendarDate(instant)}, ${clock(instant.getUTCHours(), instant.getUTCMinutes())} UTC`;
}

/** "19 November 2026, 15:05", on the clock of whoever reads: for the browser alone. */
export function exactTimeLocal(instant: Date): string {
  const date = `${instant.getDate()} ${months[instant.getMonth()]} ${instant.getFullYear()}`;
  return `${date}, ${clock(instant.getHours(), instant.getMinutes())}`;
}

function clock(hours: number, minutes: number): string {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
