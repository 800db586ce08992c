import type { Review, ReviewStatus } from "#lib/review/history.ts";
import { isLive } from "#lib/review/lease.ts";
import { machine, type Act, type State } from "#lib/review/machine.ts";

/** The state that counts: a claimed review whose lease has run out is waiting, whatever its row still says. */
export function statusAt(review: Pick<Review, "status" | "leaseUntil">, now: Date): ReviewStatus {
  return review.status === "claimed" && !isLive(review, now) ? "waiting" : review.status;
}

/** Whether an act is possible in the state that counts now; who may do it is the policy's. */
export function isPossible(act: Act, review: Pick<Review, "status" | "leaseUntil">, now: Date): boolean {
  const from: readonly State[] = machine[act].from;
  return from.includes(statusAt(review, now));
}
