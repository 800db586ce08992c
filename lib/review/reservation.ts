import { endOfWorkingDay, type WorkingTime } from "#lib/account/working-days.ts";

const WORKING_DAYS_KEPT = 3;

/**
 * Until when a resubmitted review is kept for the mentor who knows it: the end of the mentor's third working day after `at`,
 * in their time zone. Their days off are no working days.
 */
export function reservationEnd(at: Date, mentor: WorkingTime): Date {
  return endOfWorkingDay(at, WORKING_DAYS_KEPT, mentor);
}
