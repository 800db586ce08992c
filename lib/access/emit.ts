import "server-only";
import { enqueue } from "#lib/platform/jobs.ts";
import type { Tx } from "#lib/platform/db.ts";

/** What has happened, for whoever subscribes in a jobs.ts. Ids only: the subscriber reads what it needs. */
export type Event =
  | { name: "review.asked"; reviewId: string }
  | { name: "review.claimed"; reviewId: string; leaseId: string; leaseUntil: string }
  /** The lease, of a claim or a correction, ends later than was said. */
  | { name: "review.renewed"; reviewId: string; leaseId: string; leaseUntil: string }
  | { name: "review.released"; reviewId: string }
  | { name: "review.lapsed"; reviewId: string; leaseId: string }
  | { name: "review.returned"; reviewId: string; verdictId: string }
  | { name: "review.confirmed"; reviewId: string; verdictId: string }
  | { name: "review.resubmitted"; reviewId: string }
  | { name: "review.withdrawn"; reviewId: string }
  | { name: "account.roleGranted"; userId: string; role: string }
  /** In a browser that this account was not seen in before. */
  | { name: "account.signedIn"; userId: string }
  | { name: "account.daysOffTaken"; daysOffId: string; beginsAt: string }
  | { name: "account.wentAway"; userId: string }
  | { name: "account.disabled"; userId: string }
  | { name: "review.corrected"; reviewId: string; verdictId: string }
  /** `mentorId` is whose verdict it was; null when its learner blocks them. */
  | { name: "review.reopened"; reviewId: string; verdictId: string; mentorId: string | null }
  /** `formerId` is whose hold or reservation ended by it; null when that is nobody, or somebody whom its learner blocks. */
  | { name: "review.reassigned"; reviewId: string; mentorId: string; formerId: string | null }
  /** `mentorId` is whom it had, or whom it was kept for, or who judged it last; null when that is nobody, or somebody whom its learner blocks. */
  | { name: "review.closed"; reviewId: string; mentorId: string | null }
  | { name: "review.handedOver"; reviewId: string; mentorId: string }
  /** An unsent review can be sent, since one of its learner's others has come back from mentors. */
  | { name: "review.roomToSend"; reviewId: string }
  /** No active mentor is left who could see it. */
  | { name: "review.stranded"; reviewId: string }
  /** `mentorId` is who reads it; null when no mentor has a part in the review yet. */
  | { name: "thread.learnerWrote"; reviewId: string; messageId: string; mentorId: string | null }
  | { name: "thread.mentorWrote"; reviewId: string; messageId: string; mentorId: string }
  /** About an advice; `userId` is whom it is told to. */
  | { name: "thread.adviserWrote" | "thread.advisedWrote"; adviceId: string; messageId: string; userId: string }
  | { name: "advice.pickedUp"; adviceId: string; userId: string }
  /** `userId` is the mentor. */
  | { name: "advice.adviserBlocked"; userId: string; learnerId: string }
  | { name: "notification.mailDue"; mailId: string };

/** Tells an event in the transaction of the act: it is told if and only if the act is kept. */
export async function emit(tx: Tx, event: Event): Promise<void> {
  await enqueue(tx, event.name, event);
}
