import { openChanges, validVerdict } from "#components/review/valid-verdict.ts";
import type { ChipTone } from "#components/ui/chip.tsx";
import type { ReviewDto, ReviewSummaryDto } from "#lib/review/schema.ts";

/** What the words about a review's turn depend on; a ReviewSummaryDto is one. */
export type Standing = Pick<ReviewSummaryDto, "turn" | "status" | "openChanges" | "mentorName">;

/** A whole review's standing, as its summary has it. */
export function standingOf(review: ReviewDto): Standing {
  const { turn, status, lease } = review;
  return { turn, status, openChanges: openChanges(review).length, mentorName: lease?.mentorName ?? validVerdict(review)?.mentorName ?? null };
}

/** Since when it has stood so: for a held review since its claim, for all others since the turn began. An ISO instant. */
export function stoodSince({ status, turn, timeline }: Pick<ReviewDto, "status" | "turn" | "timeline">): string {
  const claim = status === "claimed" ? timeline.findLast(({ kind }) => kind === "claimed" || kind === "corrected") : undefined;
  return claim?.at ?? turn.since;
}

/** Whose turn it is and why, to the learner. */
export function turnWords({ turn, status, openChanges, mentorName }: Standing): string {
  switch (turn.reason) {
    case "unsent":
      return "Your turn: not sent yet";
    case "changes":
      return `Your turn: ${count(openChanges, "change")} asked`;
    case "information":
      return `Your turn: ${count(openChanges, "question")} asked`;
    case "in-queue":
      return "Waiting for a mentor";
    case "being-reviewed":
      return `${mentorName ?? "A mentor"} is reviewing`;
    case "over":
      return overWords[status] ?? "Finished";
  }
}

/** The same, to a mentor. */
export function turnWordsForMentor(standing: Standing): string {
  const { turn, openChanges } = standing;
  switch (turn.reason) {
    case "unsent":
      return "Not sent yet";
    case "changes":
      return `The learner's turn: ${count(openChanges, "change")} asked`;
    case "information":
      return `The learner's turn: ${count(openChanges, "question")} asked`;
    default:
      return turnWords(standing);
  }
}

/** Amber for the learner's turn, lichen for what is confirmed. */
export function turnTone({ turn, status }: Pick<Standing, "turn" | "status">): ChipTone {
  if (turn.whose === "learner") return "turn";
  return status === "confirmed" ? "ok" : "plain";
}

/** "second round"; empty for the first, which goes without saying. */
export function roundWords(round: number): string {
  if (round <= 1) return "";
  return `${ordinals[round - 2] ?? `${round}th`} round`;
}

const overWords: Partial<Record<Standing["status"], string>> = { confirmed: "Confirmed", withdrawn: "Withdrawn", closed: "Closed" };

const ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

function count(size: number, noun: string): string {
  return `${size} ${noun}${size === 1 ? "" : "s"}`;
}
