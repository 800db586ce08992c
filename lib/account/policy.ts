import { isAdmin, isUser, type Actor } from "#lib/access/actor.ts";
import { allow, conflict, hidden, invalid, mentorsOnly, type Decision } from "#lib/access/decision.ts";
import { DAY } from "#lib/base/time.ts";
import { dayIn, type Day, type DaysAway } from "#lib/account/working-days.ts";

/** An admin does it, and never to themselves: an installation is not left without the one who is at work on it. */
export function canDisable(actor: Actor, { userId, actorDisabled }: { userId: string; actorDisabled: boolean }): Decision {
  if (!isAdmin(actor) || actorDisabled) return hidden;
  return actor.userId === userId ? conflict("YOURSELF", "You cannot disable your own account.") : allow;
}

/** How many stretches that are not over; each is told by a job of its own when it begins. */
const MOST = 60;
/** How many days off in a row, and how far ahead, in days. */
const LONGEST = 366;
const FARTHEST = 3 * 366;

/** Read under the lock on the mentor's row. */
export interface DaysOffFacts {
  timeZone: string;
  /** All that the mentor has marked, past ones too. */
  daysOff: readonly DaysAway[];
}

/** Days that are not over, that are not marked already, and that are a stretch and not for ever. */
export function canTakeDaysOff(
  actor: Actor, { timeZone, daysOff }: DaysOffFacts, { input: { firstDay, lastDay }, now }: { input: DaysAway; now: Date },
): Decision {
  const mentor = mentorsOnly(actor);
  if (!mentor.ok) return mentor;
  const today = dayIn(now, timeZone);
  if (lastDay < firstDay) return invalid("lastDay", "The last day lies before the first.");
  if (lastDay < today) return invalid("lastDay", "These days are over already.");
  if (between(today, lastDay) > FARTHEST) return invalid("lastDay", "Please mark days within the next three years.");
  if (between(firstDay, lastDay) >= LONGEST) return invalid("lastDay", "Please keep this to a year at a time.");
  if (daysOff.filter((other) => other.lastDay >= today).length >= MOST) return conflict("TOO_MANY_STRETCHES", `You have marked days off ${MOST} times already; cancel some first.`, "firstDay");
  const taken = daysOff.find((other) => other.firstDay <= lastDay && firstDay <= other.lastDay);
  return taken ? conflict("OVERLAPS", `You are away from ${taken.firstDay} to ${taken.lastDay} already; cancel that first to change it.`, "firstDay") : allow;
}

function between(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

export function canCancelDaysOff(actor: Actor, { userId }: { userId: string }): Decision {
  if (!isUser(actor, userId)) return hidden;
  return mentorsOnly(actor);
}
