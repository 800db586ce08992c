import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { askForAdvice, blockAdviser, closeAdvice, letAdviceGo, pickUpAdvice } from "#lib/advice/commands.ts";
import { advice, myAdvice, waitingAdvice } from "#lib/advice/views.ts";
import { db } from "#lib/platform/db.ts";
import { archiveEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import { aliasOf } from "#lib/review/alias.ts";
import { reviewJobs } from "#lib/review/jobs.ts";
import { review } from "#lib/review/views.ts";
import { writeMessage } from "#lib/thread/commands.ts";
import { thread } from "#lib/thread/views.ts";
import { claimed, evidenceOf, itemId, person, reason, value, waitingReview } from "#tests/support/community.ts";

const question = "How do I go on?";

async function asked(learner: Member, more: { underAlias?: boolean } = {}) {
  const { evidenceId } = await evidenceOf(learner, { title: "Half a model" });
  const { adviceId } = value(await askForAdvice.execute(learner, { evidenceId, itemId, question, ...more }));
  return { evidenceId, adviceId };
}

const block = (learner: Member, mentor: Member) => db().block.create({ data: { learnerId: learner.userId, mentorId: mentor.userId } });
const disable = (who: Member) => db().user.update({ where: { id: who.userId }, data: { disabledAt: new Date() }, select: { id: true } });
const isListed = async (mentor: Member, adviceId: string) => {
  let after: string | undefined;
  do {
    const page = value(await waitingAdvice.execute(mentor, after === undefined ? {} : { after }));
    if (page.waiting.some((row) => row.adviceId === adviceId)) return true;
    after = page.next ?? undefined;
  } while (after !== undefined);
  return false;
};

describe("asking for advice", () => {
  it("has no limit, but one open question for a piece and an item", async () => {
    const learner = await person();
    const { evidenceId, adviceId } = await asked(learner);
    for (let count = 0; count < 7; count += 1) await asked(learner);
    expect(reason(await askForAdvice.execute(learner, { evidenceId, itemId, question }))).toBe("ALREADY_ASKED");
    value(await closeAdvice.execute(learner, { adviceId }));
    value(await askForAdvice.execute(learner, { evidenceId, itemId, question }));
    expect(value(await myAdvice.execute(learner, {})).advices).toHaveLength(9);
  });

  it("is listed page by page: what is open first, then what is closed, each once", async () => {
    const learner = await person();
    const { evidenceId } = await evidenceOf(learner);
    for (let count = 0; count < 32; count += 1) {
      const { adviceId } = value(await askForAdvice.execute(learner, { evidenceId, itemId, question }));
      value(await closeAdvice.execute(learner, { adviceId }));
    }
    const open = value(await askForAdvice.execute(learner, { evidenceId, itemId, question }));
    const first = value(await myAdvice.execute(learner, {}));
    const second = value(await myAdvice.execute(learner, { after: first.next! }));
    expect(first.advices[0]).toMatchObject({ ...open, closedAt: null });
    expect([first.advices.length, second.advices.length, second.next]).toEqual([31, 2, null]);
    expect(new Set([...first.advices, ...second.advices].map(({ adviceId }) => adviceId)).size).toBe(33);
  });

  it("twenty times at once, under one key or under many, asks once", async () => {
    const learner = await person();
    const { evidenceId } = await evidenceOf(learner);
    const input = { evidenceId, itemId, question };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => askForAdvice.execute(learner, input, { idempotencyKey: randomUUID() })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().advice.count({ where: { evidenceId } })).toBe(1);
  });

  it("under another name shows mentors that name, and nothing that leads to the learner", async () => {
    const [learner, mentor] = [await person({ name: "Known Everywhere" }), await person({ roles: ["mentor"] })];
    const { adviceId, evidenceId } = await asked(learner, { underAlias: true });
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    const subject = { kind: "advice", subjectId: adviceId } as const;
    value(await writeMessage.execute(learner, { ...subject, text: "Hello" }));
    const shown = JSON.stringify([
      value(await advice.execute(mentor, { adviceId })), value(await waitingAdvice.execute(mentor, {})), value(await thread.execute(mentor, subject)),
    ]);
    expect(shown).toContain(aliasOf(adviceId));
    for (const secret of ["Known Everywhere", learner.userId, evidenceId]) expect(shown).not.toContain(secret);
  });
});

describe("an advice that waits", () => {
  it("is seen by every mentor who could pick it up, with its newest version, and its messages by none of them", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { adviceId, evidenceId } = await asked(learner);
    value(await reviseEvidence.execute(learner, { evidenceId, basedOn: 1, kind: "article", url: "https://example.org/2", title: "Two thirds", shows: "More" }));
    expect(value(await advice.execute(mentor, { adviceId }))).toMatchObject({ as: "mentor", question, inThread: false, can: ["pickUp"], version: { title: "Two thirds" } });
    expect(reason(await thread.execute(mentor, { kind: "advice", subjectId: adviceId }))).toBe("NOT_FOUND");
    expect(await isListed(mentor, adviceId)).toBe(true);
  });

  it("is hidden from a mentor who is blocked, from strangers and admins, and of a learner who is disabled or has archived the piece", async () => {
    const [learner, mentor, stranger, admin] = [await person(), await person({ roles: ["mentor"] }), await person(), await person({ roles: ["admin"] })];
    const { adviceId } = await asked(learner);
    for (const who of [stranger, admin]) expect(reason(await advice.execute(who, { adviceId }))).toBe("NOT_FOUND");
    await block(learner, mentor);
    expect(reason(await advice.execute(mentor, { adviceId }))).toBe("NOT_FOUND");
    expect(await isListed(mentor, adviceId)).toBe(false);
    const other = await person({ roles: ["mentor"] });
    const second = await asked(learner);
    value(await archiveEvidence.execute(learner, { evidenceId: second.evidenceId }));
    expect(reason(await pickUpAdvice.execute(other, second))).toBe("INVALID");
    expect(reason(await pickUpAdvice.execute(other, { adviceId: second.adviceId }))).toBe("NOT_FOUND");
    expect(value(await advice.execute(learner, { adviceId: second.adviceId })).closedAt).not.toBeNull();
    await disable(learner);
    expect(await isListed(other, adviceId)).toBe(false);
    expect(reason(await pickUpAdvice.execute(other, { adviceId }))).toBe("NOT_FOUND");
  });

  it("is picked up by one of many who try at once", async () => {
    const learner = await person();
    const mentors = await Promise.all(Array.from({ length: 10 }, async () => await person({ roles: ["mentor"] })));
    const { adviceId } = await asked(learner);
    const outcomes = await Promise.all(mentors.map((mentor) => pickUpAdvice.execute(mentor, { adviceId })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok).map(reason)).toEqual(Array.from({ length: 9 }, () => "ALREADY_PICKED_UP"));
  });

  it("is nobody's own to pick up", async () => {
    const learner = await person({ roles: ["mentor"] });
    expect(reason(await pickUpAdvice.execute(learner, { adviceId: (await asked(learner)).adviceId }))).toBe("OWN_EVIDENCE");
  });

  it("comes in pages, oldest first, without gaps or repeats", async () => {
    const mentor = await person({ roles: ["mentor"] });
    const ids: string[] = [];
    for (let count = 0; count < 35; count += 1) ids.push((await asked(await person())).adviceId);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await waitingAdvice.execute(mentor, after === undefined ? {} : { after }));
      seen.push(...page.waiting.map(({ adviceId }) => adviceId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe("an advice that was picked up", () => {
  it("is a thread of its learner and that mentor alone", async () => {
    const [learner, mentor, other] = [await person({ name: "Lea" }), await person({ name: "Mo", roles: ["mentor"] }), await person({ roles: ["mentor"] })];
    const { adviceId } = await asked(learner);
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    const subject = { kind: "advice", subjectId: adviceId } as const;
    value(await writeMessage.execute(mentor, { ...subject, text: "Begin with the data" }));
    value(await writeMessage.execute(learner, { ...subject, text: "Thanks" }));
    expect(value(await thread.execute(learner, subject)).messages.map(({ text, author }) => [text, author.name])).toEqual([["Begin with the data", "Mo"], ["Thanks", "Lea"]]);
    expect(reason(await thread.execute(other, subject))).toBe("NOT_FOUND");
    expect(reason(await advice.execute(other, { adviceId }))).toBe("NOT_FOUND");
    expect(await isListed(other, adviceId)).toBe(false);
    expect(value(await waitingAdvice.execute(mentor, {})).yours.map((row) => row.adviceId)).toEqual([adviceId]);
  });

  it("waits again when its mentor gives it back, is blocked, disabled, or no mentor any more", async () => {
    const leaving: ((learner: Member, mentor: Member, adviceId: string) => Promise<unknown>)[] = [
      async (_, mentor, adviceId) => value(await letAdviceGo.execute(mentor, { adviceId })),
      async (learner, mentor) => await block(learner, mentor),
      async (_, mentor) => await disable(mentor),
      async (_, mentor) => await db().user.update({ where: { id: mentor.userId }, data: { roles: [] }, select: { id: true } }),
    ];
    const other = await person({ roles: ["mentor"] });
    for (const leave of leaving) {
      const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
      const { adviceId } = await asked(learner);
      value(await pickUpAdvice.execute(mentor, { adviceId }));
      await leave(learner, mentor, adviceId);
      expect(await isListed(other, adviceId)).toBe(true);
      // Neither the others nor its learner are told whom it had: that somebody was blocked or disabled is nobody's business.
      const named = [value(await advice.execute(other, { adviceId })), ...value(await myAdvice.execute(learner, {})).advices];
      expect(named.map(({ mentorName, pickedUpAt }) => [mentorName, pickedUpAt])).toEqual([[null, null], [null, null]]);
      value(await pickUpAdvice.execute(other, { adviceId }));
    }
  });

  it("waits again when its learner blocks the mentor, who also loses what they hold of the learner's reviews, at its place", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { adviceId } = await asked(learner);
    expect(reason(await blockAdviser.execute(learner, { adviceId, pickUps: 1 }))).toBe("NOT_FOUND");
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    expect(value(await advice.execute(learner, { adviceId })).can).toContain("block");
    expect(reason(await blockAdviser.execute(mentor, { adviceId, pickUps: 1 }))).toBe("NOT_FOUND");
    for (let count = 0; count < 2; count += 1) value(await blockAdviser.execute(learner, { adviceId, pickUps: 1 }));
    expect(reason(await advice.execute(mentor, { adviceId }))).toBe("NOT_FOUND");
    expect(reason(await review.execute(mentor, { reviewId }))).toBe("NOT_FOUND");
    await reviewJobs.find(({ name }) => name === "review.handOverBlocked")!.handle({ userId: mentor.userId, learnerId: learner.userId } as never, { eventId: randomUUID() });
    expect(value(await review.execute(learner, { reviewId }))).toMatchObject({ status: "waiting" });
    expect(await isListed(await person({ roles: ["mentor"] }), adviceId)).toBe(true);
  });

  it("can have its mentor blocked also when they let it go, by its learner alone, who is told no name", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { adviceId } = await asked(learner);
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    value(await letAdviceGo.execute(mentor, { adviceId }));
    expect(value(await advice.execute(learner, { adviceId }))).toMatchObject({ mentorName: null, can: ["close", "block"] });
    expect(reason(await blockAdviser.execute(mentor, { adviceId, pickUps: 1 }))).toBe("NOT_FOUND");
    for (let count = 0; count < 2; count += 1) value(await blockAdviser.execute(learner, { adviceId, pickUps: 1 }));
    expect(value(await advice.execute(learner, { adviceId })).can).toEqual(["close"]);
    expect(reason(await advice.execute(mentor, { adviceId }))).toBe("NOT_FOUND");
    expect(await isListed(mentor, adviceId)).toBe(false);
    const next = await person({ roles: ["mentor"] });
    value(await pickUpAdvice.execute(next, { adviceId }));
    expect(value(await advice.execute(learner, { adviceId })).can).toContain("block");
    value(await blockAdviser.execute(learner, { adviceId, pickUps: 2 }));
    expect(reason(await advice.execute(next, { adviceId }))).toBe("NOT_FOUND");
  });

  it("blocks whom its learner meant: not a mentor who has picked it up meanwhile, and nobody in place of one whose account is gone", async () => {
    const [learner, first, second] = [await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
    const { adviceId } = await asked(learner);
    value(await pickUpAdvice.execute(first, { adviceId }));
    value(await letAdviceGo.execute(first, { adviceId }));
    const { pickUps } = value(await advice.execute(learner, { adviceId }));
    value(await pickUpAdvice.execute(second, { adviceId }));
    expect(reason(await blockAdviser.execute(learner, { adviceId, pickUps }))).toBe("ANOTHER_MENTOR");
    await db().user.delete({ where: { id: second.userId } });
    const { can, pickUps: now } = value(await advice.execute(learner, { adviceId }));
    expect(can).toEqual(["close"]);
    expect(reason(await blockAdviser.execute(learner, { adviceId, pickUps: now }))).toBe("NOT_FOUND");
    expect(await db().block.count({ where: { learnerId: learner.userId } })).toBe(0);
  });

  it("that its learner closes stays readable for both, with the version of that day, and takes no more words", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { adviceId, evidenceId } = await asked(learner);
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    value(await closeAdvice.execute(learner, { adviceId }));
    value(await closeAdvice.execute(learner, { adviceId }));
    value(await reviseEvidence.execute(learner, { evidenceId, basedOn: 1, kind: "article", url: "https://example.org/2", title: "Later", shows: "More" }));
    expect(value(await advice.execute(mentor, { adviceId }))).toMatchObject({ can: [], version: { title: "Half a model" } });
    for (const who of [learner, mentor]) {
      value(await thread.execute(who, { kind: "advice", subjectId: adviceId }));
      expect(reason(await writeMessage.execute(who, { kind: "advice", subjectId: adviceId, text: "More" }))).toBe("THREAD_CLOSED");
    }
  });
});
