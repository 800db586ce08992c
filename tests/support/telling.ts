import { randomUUID } from "node:crypto";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { tellEvent } from "#lib/notification/commands.ts";
import { notificationJobs } from "#lib/notification/jobs.ts";
import { db } from "#lib/platform/db.ts";
import { person, returned, value, waitingReview } from "#tests/support/community.ts";

/** Tells an event, as its job does; answers how many were told. */
export async function tell(event: Record<string, string | null>, eventId: string = randomUUID()): Promise<number> {
  return value(await tellEvent.execute(systemActor("test"), { eventId, event })).told;
}

/** Runs one of the room's jobs, as the queue does. */
export async function run(name: string, data: object = {}): Promise<void> {
  await notificationJobs.find((job) => job.name === name)!.handle(data as never, { eventId: randomUUID() });
}

export const plain = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, "");

export async function mailsTo({ userId }: Member) {
  return await db().mail.findMany({ where: { userId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

export async function lastVerdict(reviewId: string): Promise<string> {
  return (await db().verdict.findFirstOrThrow({ where: { reviewId }, orderBy: { givenAt: "desc" }, select: { id: true } })).id;
}

/** A review that was returned, and its learner told; with the mail that waits. */
export async function returnedAndTold(changes = ["Split the data first"]) {
  const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  await returned(mentor, reviewId, changes);
  const event = { name: "review.returned", reviewId, verdictId: await lastVerdict(reviewId) };
  await tell(event);
  const [mail] = await mailsTo(learner);
  return { learner, mentor, reviewId, event, mailId: mail!.id };
}
