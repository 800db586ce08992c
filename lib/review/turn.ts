import type { Review } from "#lib/review/history.ts";
import { statusAt } from "#lib/review/status.ts";

/** Whose move it is, and why. */
export type Turn =
  | { whose: "learner"; reason: "unsent" | "changes" | "information" }
  | { whose: "mentors"; reason: "in-queue" | "being-reviewed" }
  | { whose: "nobody"; reason: "over" };

/** `lastVerdict` is what the last mentor decided; null before the first verdict. */
export function turnOf(
  review: Pick<Review, "status" | "leaseUntil">, lastVerdict: "confirm" | "return" | "ask" | null, now: Date,
): Turn {
  switch (statusAt(review, now)) {
    case "unsent":
      return { whose: "learner", reason: "unsent" };
    case "waiting":
      return { whose: "mentors", reason: "in-queue" };
    case "claimed":
      return { whose: "mentors", reason: "being-reviewed" };
    case "returned":
      return { whose: "learner", reason: lastVerdict === "ask" ? "information" : "changes" };
    default:
      return { whose: "nobody", reason: "over" };
  }
}
