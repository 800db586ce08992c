import { randomUUID } from "node:crypto";
import { member, type Member, type Role } from "#lib/access/actor.ts";
import type { Outcome } from "#lib/access/command.ts";
import { db } from "#lib/platform/db.ts";
import { addEvidence } from "#lib/portfolio/commands.ts";
import { askForReview, claimReview, confirmReview, returnWithChanges } from "#lib/review/commands.ts";
import type { ReviewDto } from "#lib/review/schema.ts";
import { review } from "#lib/review/views.ts";

export const itemId = "mle.foundations.logistic-regression";

/** Somebody with an account; roles and columns as given. */
export async function person(
  { name = "Somebody", roles = [], ...data }: { name?: string; roles?: Role[]; capacity?: number; timeZone?: string; disabledAt?: Date } = {},
): Promise<Member> {
  const user = await db().user.create({
    data: { email: `${randomUUID()}@example.org`, name, passwordHash: "none", roles, ...data }, select: { id: true },
  });
  return member({ userId: user.id, name, roles });
}

/** The value of an outcome that must be one. */
export function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason} ${outcome.message} ${JSON.stringify(outcome.errors ?? "")}`);
  return outcome.value;
}

/** The reason code of an outcome that must be a refusal. */
export function reason(outcome: Outcome<unknown>): string {
  return outcome.ok ? "not refused" : outcome.reason;
}

const evidence = { kind: "repository" as const, url: "https://example.org/work", title: "A piece of work", shows: "What it shows" };

export async function evidenceOf(learner: Member, content: Partial<typeof evidence> = {}) {
  return value(await addEvidence.execute(learner, { ...evidence, ...content }));
}

/** A review that waits, of a new evidence. */
export async function waitingReview(learner: Member, item = itemId): Promise<string> {
  const { evidenceId } = await evidenceOf(learner);
  return value(await askForReview.execute(learner, { evidenceId, itemId: item })).reviewId;
}

export async function look(actor: Member, reviewId: string): Promise<ReviewDto> {
  return value(await review.execute(actor, { reviewId }));
}

/** Claims, and answers what the mentor's screen then names in a verdict. */
export async function claimed(mentor: Member, reviewId: string) {
  value(await claimReview.execute(mentor, { reviewId }));
  return await screen(mentor, reviewId);
}

export async function screen(mentor: Member, reviewId: string) {
  const shown = await look(mentor, reviewId);
  return {
    reviewId, leaseId: shown.lease!.leaseId!, versionId: shown.version.versionId, edition: shown.requirement.edition,
    marks: shown.requirement.criteria.map(({ id }) => ({ criterionId: id, met: true })),
  };
}

export async function returned(mentor: Member, reviewId: string, changes = ["Please change this"]) {
  return value(await returnWithChanges.execute(mentor, { ...(await claimed(mentor, reviewId)), marks: [], changes }));
}

export async function confirmed(mentor: Member, reviewId: string) {
  return value(await confirmReview.execute(mentor, await claimed(mentor, reviewId)));
}

/** Lets time pass for a lease: it ran out a second ago. */
export async function runOut(reviewId: string): Promise<void> {
  await db().$executeRaw`UPDATE reviews SET lease_until = date_trunc('milliseconds', clock_timestamp()) - interval '1 second' WHERE id = ${reviewId}::uuid`;
}

/** Lets time pass for what a mentor has judged: the verdicts of a review were given eight days ago. Verdicts are never changed but here. */
export async function longAgo(reviewId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE verdicts SET given_at = given_at - interval '8 days' WHERE review_id = ${reviewId}::uuid`;
  });
}

/** Lets time pass for a message: it was written that many minutes earlier. When it was written is never changed but here. */
export async function writtenEarlier(messageId: string, minutes: number): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE messages SET written_at = written_at - ${minutes}::int * interval '1 minute' WHERE id = ${messageId}::uuid`;
  });
}
