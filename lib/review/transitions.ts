import { isLive } from "#lib/review/lease.ts";
import type { Review, ReviewStatus } from "#lib/review/history.ts";

export type Act =
  | "send" | "discard" | "claim" | "release" | "returnWithChanges" | "askForInformation" | "confirm" | "resubmit" | "withdraw";

/** From which states an act is possible at all; who may do it, and when, is the policy's. */
export const from: Record<Act, readonly ReviewStatus[]> = {
  send: ["unsent"],
  discard: ["unsent"],
  claim: ["waiting"],
  release: ["claimed"],
  returnWithChanges: ["claimed"],
  askForInformation: ["claimed"],
  confirm: ["claimed"],
  resubmit: ["returned"],
  withdraw: ["waiting", "claimed", "returned"],
};

/** The state that counts: a claimed review whose lease has run out is waiting, whatever its row still says. */
export function statusAt(review: Pick<Review, "status" | "leaseUntil">, now: Date): ReviewStatus {
  return review.status === "claimed" && !isLive(review, now) ? "waiting" : review.status;
}

/** Whether an act is possible in the state that counts now. */
export function isPossible(act: Act, review: Pick<Review, "status" | "leaseUntil">, now: Date): boolean {
  return from[act].includes(statusAt(review, now));
}
