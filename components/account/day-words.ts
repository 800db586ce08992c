import { calendarDate } from "#components/ui/time-words.ts";

/** A calendar day, such as `2026-12-24`, in words. */
export function dayWords(day: string): string {
  return calendarDate(new Date(day));
}
