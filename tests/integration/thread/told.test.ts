import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemActor, type Member } from "#lib/access/actor.ts";
import { tellEvent } from "#lib/notification/commands.ts";
import { notifications } from "#lib/notification/views.ts";
import { db } from "#lib/platform/db.ts";
import { reassignReview } from "#lib/review/commands.ts";
import { writeMessage } from "#lib/thread/commands.ts";
import { claimed, person, returned, value, waitingReview } from "#tests/support/community.ts";

/** Writes, and tells what the act has emitted. */
async function write(who: Member, reviewId: string): Promise<void> {
  const { messageId } = value(await writeMessage.execute(who, { kind: "reviews", subjectId: reviewId, text: "Hello" }));
  const rows = await db().$queryRaw<{ event: Record<string, string> }[]>`
    SELECT data->'data' AS event FROM pgboss.job WHERE name = 'events' AND data->'data'->>'messageId' = ${messageId}`;
  expect(rows).toHaveLength(1);
  value(await tellEvent.execute(systemActor("test"), { eventId: randomUUID(), event: rows[0]!.event as { name: string } }));
}

async function toldTo(somebody: Member) {
  return value(await notifications.execute(somebody, {})).notifications.filter(({ kind }) => kind === "message")
    .map(({ words, href }) => ({ words: words.replaceAll(/[\u2068\u2069]/g, ""), href }));
}

describe("a message", () => {
  it("of a mentor is told to the learner, by the mentor's name", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    await write(mentor, reviewId);
    expect(await toldTo(learner)).toEqual([{ words: "Ada wrote to you", href: `/reviews/${reviewId}` }]);
    expect(await toldTo(mentor)).toEqual([]);
  });

  it("of a learner is told to whoever holds the review, or judged it last, without a name", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await write(learner, reviewId);
    await returned(mentor, reviewId);
    expect(await toldTo(mentor)).toEqual([]);
    await write(learner, reviewId);
    expect(await toldTo(mentor)).toEqual([{ words: "The learner wrote to you about their work", href: `/mentor/reviews/${reviewId}` }]);
    expect(await toldTo(learner)).toEqual([]);
  });

  it("of a learner whose review is kept for another mentor is told to nobody before that one has it", async () => {
    const [learner, before, next, admin] = [
      await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] }), await person({ roles: ["admin"] }),
    ];
    const reviewId = await waitingReview(learner);
    await returned(before, reviewId);
    value(await reassignReview.execute(admin, { reviewId, mentorId: next.userId, reason: "Away" }));
    await write(learner, reviewId);
    expect(await toldTo(before)).toEqual([]);
    expect(await toldTo(next)).toEqual([]);
    await claimed(next, reviewId);
    await write(learner, reviewId);
    expect(await toldTo(next)).toHaveLength(1);
  });
});
