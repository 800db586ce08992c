import type { MyWorkDto, WaitingTimeDto } from "#lib/review/schema.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something takes, in the unit that tells it best: up to the next whole one for "within", down for "longer than". */
export function lengthWords(seconds: number, toward: "up" | "down"): string {
  const [size, name] = seconds < HOUR ? [MINUTE, "minute"] : seconds < 2 * DAY ? [HOUR, "hour"] : [DAY, "day"];
  const whole = toward === "up" ? Math.max(1, Math.ceil(seconds / size)) : Math.floor(seconds / size);
  return whole === 0 ? "a moment" : counted(whole, name);
}

/** How long reviews wait, and what that is told from. */
export function waitingTimeWords(time: WaitingTimeDto): string {
  if (time.known === "too-few") {
    return time.reviews === 0
      ? "No review was asked for in the last 90 days, so how long reviews wait cannot be said."
      : `How long reviews wait cannot be said yet: only ${counted(time.reviews, "review")} in the last 90 days.`;
  }
  const sample = `(${counted(time.reviews, "review")} in the last 90 days)`;
  return time.known === "median"
    ? `Half of the reviews were claimed within ${lengthWords(time.seconds, "up")} ${sample}.`
    : `More than half of the reviews waited longer than ${lengthWords(time.seconds, "down")} ${sample}.`;
}

/** Where a review stands in the queue; `ahead` is counted to 1,000. */
export function placeWords(ahead: number): string {
  if (ahead === 0) return "No other review has waited longer than yours.";
  if (ahead === 1) return "One review waits before yours.";
  return ahead >= 1_000 ? "1,000 reviews or more wait before yours." : `${ahead} reviews wait before yours.`;
}

/** How soon a mentor answered. */
export function answerTimeWords({ answers, seconds }: Pick<MyWorkDto, "answers" | "seconds">): string {
  if (answers === 0) return "No answers yet.";
  return seconds === null
    ? `Too few to say (${counted(answers, "answer")}).`
    : `Half within ${lengthWords(seconds, "up")} (${counted(answers, "answer")}).`;
}

function counted(size: number, noun: string): string {
  return `${size.toLocaleString("en")} ${noun}${size === 1 ? "" : "s"}`;
}
