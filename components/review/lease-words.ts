/** How much of a hold is left, in words that change once a minute. */
export function leaseWords(secondsLeft: number): string {
  if (secondsLeft <= 0) return "time is up";
  if (secondsLeft < 60) return "less than a minute left";
  return `${Math.floor(secondsLeft / 60)} min left`;
}

/** From here on the holder is warned. */
export const LAST_MINUTES = 5 * 60;

/** What is read out about a hold: once when five minutes are left, and once at its end. Empty otherwise. */
export function leaseAnnouncement(secondsLeft: number): string {
  if (secondsLeft <= 0) return "Your hold on this review has ended. What you wrote is kept on this page.";
  return secondsLeft <= LAST_MINUTES ? "Five minutes or less are left of your hold on this review." : "";
}
