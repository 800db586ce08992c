import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { askForAdvice, pickUpAdvice } from "#lib/advice/commands.ts";
import { db } from "#lib/platform/db.ts";
import { addEvidence } from "#lib/portfolio/commands.ts";
import { askForReview, blockMentor, claimReview, closeReview, releaseReview, resubmitReview, withdrawReview } from "#lib/review/commands.ts";
import { aliasOf } from "#lib/review/alias.ts";
import { editMessage, markThreadRead, reportMessage, resolveReport, writeMessage, writeNote } from "#lib/thread/commands.ts";
import { messageHistory, notes, reports, thread } from "#lib/thread/views.ts";
import { claimed, confirmed, evidenceOf, itemId, look, person, reason, returned, runOut, value, waitingReview, writtenEarlier } from "#tests/support/community.ts";

const talk = (reviewId: string) => ({ kind: "reviews" as const, subjectId: reviewId });

async function write(who: Member, reviewId: string, text = "Hello"): Promise<string> {
  return value(await writeMessage.execute(who, { ...talk(reviewId), text })).messageId;
}

async function read(who: Member, reviewId: string) {
  return value(await thread.execute(who, talk(reviewId)));
}

const texts = async (who: Member, reviewId: string) => (await read(who, reviewId)).messages.map(({ text }) => text);

/** A review that a mentor holds. */
async function inHand() {
  const [learner, mentor] = [await person({ name: "Lea" }), await person({ name: "Mo", roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  const shown = await claimed(mentor, reviewId);
  return { learner, mentor, reviewId, shown };
}

describe("a message on a review", () => {
  it("reaches the other side, oldest first, and says who wrote it", async () => {
    const { learner, mentor, reviewId } = await inHand();
    await write(learner, reviewId, "Is the data *enough*?");
    await write(mentor, reviewId, "It is.");
    const { messages, as, closed } = await read(mentor, reviewId);
    expect({ as, closed }).toEqual({ as: "mentor", closed: null });
    expect(messages.map(({ text, author }) => [text, author.name, author.as, author.byYou])).toEqual([
      ["Is the data *enough*?", "Lea", "learner", false], ["It is.", "Mo", "mentor", true],
    ]);
  });

  it("is stored to the letter", async () => {
    const { learner, reviewId } = await inHand();
    const text = "  <b>bold</b>\n\n\t`code`  🪨 مرحبا \n";
    await write(learner, reviewId, text);
    expect(await texts(learner, reviewId)).toEqual([text]);
  });

  it("is refused at its field when it is empty, too long, or holds what cannot be kept", async () => {
    const { learner, reviewId } = await inHand();
    for (const text of ["", " \n ", "x".repeat(10_001), "a\u0000b", "half \ud800"]) {
      const outcome = await writeMessage.execute(learner, { ...talk(reviewId), text });
      expect(outcome).toMatchObject({ ok: false, kind: "invalid", errors: [{ field: "text" }] });
    }
  });

  it("sent twenty times at once under one key is written once", async () => {
    const { learner, reviewId } = await inHand();
    const idempotencyKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () =>
      writeMessage.execute(learner, { ...talk(reviewId), text: "Once" }, { idempotencyKey })));
    expect(new Set(outcomes.map((outcome) => value(outcome).messageId)).size).toBe(1);
    expect(await texts(learner, reviewId)).toEqual(["Once"]);
  });

  it("written first by two people at once is in one thread", async () => {
    const { learner, mentor, reviewId } = await inHand();
    await Promise.all([write(learner, reviewId, "From the learner"), write(mentor, reviewId, "From the mentor")]);
    expect((await texts(learner, reviewId)).sort()).toEqual(["From the learner", "From the mentor"]);
  });

  it("of a learner under another name carries neither their name nor their id to mentors, also to one who is an admin", async () => {
    const [learner, mentor, both] = [await person({ name: "Known Everywhere" }), await person({ roles: ["mentor"] }), await person({ roles: ["mentor", "admin"] })];
    const evidence = { kind: "repository" as const, url: "https://example.org/work", title: "Work", shows: "It" };
    const { evidenceId } = value(await addEvidence.execute(learner, evidence));
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId, underAlias: true }));
    await claimed(mentor, reviewId);
    const messageId = await write(learner, reviewId);
    value(await editMessage.execute(learner, { messageId, basedOn: 0, text: "Changed" }));
    const shown = JSON.stringify([await read(mentor, reviewId), await read(both, reviewId), value(await messageHistory.execute(mentor, { messageId })), value(await notes.execute(mentor, talk(reviewId)))]);
    expect(shown).toContain(aliasOf(reviewId));
    expect(shown).not.toContain("Known Everywhere");
    expect(shown).not.toContain(learner.userId);
  });

  it("of a mentor whose account was erased stays, without their name", async () => {
    const { learner, mentor, reviewId, shown: { leaseId } } = await inHand();
    await write(mentor, reviewId, "I was here");
    value(await releaseReview.execute(mentor, { reviewId, leaseId }));
    await db().user.delete({ where: { id: mentor.userId }, select: { id: true } });
    expect((await read(learner, reviewId)).messages.map(({ text, author }) => [text, author.name])).toEqual([["I was here", null]]);
  });

  it("comes in pages, from the newest to the oldest, without gaps or repeats", async () => {
    const { learner, reviewId } = await inHand();
    for (let number = 1; number <= 65; number += 1) await write(learner, reviewId, `${number}`);
    const seen: (string | null)[] = [];
    let before: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const shown = value(await thread.execute(learner, { ...talk(reviewId), ...(before && { before }) }));
      seen.unshift(...shown.messages.map(({ text }) => text));
      expect(shown.before === null).toBe(page === 2);
      before = shown.before ?? undefined;
    }
    expect(seen).toEqual(Array.from({ length: 65 }, (_, index) => `${index + 1}`));
  });
});

describe("a thread", () => {
  it("goes with the review to the next mentor, and leaves the one before", async () => {
    const { learner, mentor, reviewId, shown: { leaseId } } = await inHand();
    await write(learner, reviewId, "To the first");
    value(await writeNote.execute(mentor, { ...talk(reviewId), text: "Looks copied" }));
    value(await releaseReview.execute(mentor, { reviewId, leaseId }));
    expect(reason(await thread.execute(mentor, talk(reviewId)))).toBe("NOT_FOUND");
    const next = await person({ roles: ["mentor"] });
    expect(reason(await thread.execute(next, talk(reviewId)))).toBe("NOT_FOUND");
    expect(reason(await notes.execute(next, talk(reviewId)))).toBe("NOT_FOUND");
    value(await claimReview.execute(next, { reviewId }));
    expect(await texts(next, reviewId)).toEqual(["To the first"]);
    expect(value(await notes.execute(next, talk(reviewId))).notes.map(({ text, authorName }) => [text, authorName])).toEqual([["Looks copied", "Mo"]]);
    expect(reason(await writeMessage.execute(mentor, { ...talk(reviewId), text: "Still me" }))).toBe("NOT_FOUND");
  });

  it("is closed to a mentor in the moment in which their hold runs out", async () => {
    const { mentor, reviewId } = await inHand();
    await write(mentor, reviewId);
    await runOut(reviewId);
    expect(reason(await thread.execute(mentor, talk(reviewId)))).toBe("NOT_FOUND");
    expect(reason(await writeMessage.execute(mentor, { ...talk(reviewId), text: "Late" }))).toBe("NOT_FOUND");
  });

  it("is hidden by every route from a mentor whom the learner blocked, their own words too", async () => {
    const { learner, mentor, reviewId } = await inHand();
    const own = await write(mentor, reviewId, "Mine");
    const theirs = await write(learner, reviewId, "Theirs");
    value(await blockMentor.execute(learner, { reviewId, mentorId: mentor.userId }));
    const outcomes = [
      await thread.execute(mentor, talk(reviewId)), await notes.execute(mentor, talk(reviewId)), await messageHistory.execute(mentor, { messageId: own }),
      await writeMessage.execute(mentor, { ...talk(reviewId), text: "Why?" }), await writeNote.execute(mentor, { ...talk(reviewId), text: "Why?" }),
      await editMessage.execute(mentor, { messageId: own, basedOn: 0, text: "Worse" }), await reportMessage.execute(mentor, { messageId: theirs, reason: "x" }),
      await markThreadRead.execute(mentor, { ...talk(reviewId), until: new Date().toISOString() }),
    ];
    expect(outcomes.map(reason)).toEqual(outcomes.map(() => "NOT_FOUND"));
  });

  it("that is written to while its mentor is being blocked has the message before the block, or not at all", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { learner, mentor, reviewId } = await inHand();
      const [written, blocked] = await Promise.all([
        writeMessage.execute(mentor, { ...talk(reviewId), text: "In time?" }), blockMentor.execute(learner, { reviewId, mentorId: mentor.userId }),
      ]);
      value(blocked);
      const [block] = await db().block.findMany({ where: { mentorId: mentor.userId } });
      const messages = await db().message.findMany({ where: { authorId: mentor.userId } });
      expect(messages.length).toBe(written.ok ? 1 : 0);
      for (const { writtenAt } of messages) expect(writtenAt.getTime()).toBeLessThanOrEqual(block!.createdAt.getTime());
    }
  });

  it("of a withdrawn review is read by the judging mentor until their verdict, and by nobody else but its learner", async () => {
    const [learner, judge, other] = [await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    value(await claimReview.execute(judge, { reviewId }));
    await write(judge, reviewId, "Before the verdict");
    const { leaseId } = (await look(judge, reviewId)).lease!;
    value(await releaseReview.execute(judge, { reviewId, leaseId: leaseId! }));
    await returned(judge, reviewId);
    await write(learner, reviewId, "After the verdict");
    value(await resubmitReview.execute(learner, {
      reviewId, answers: (await look(learner, reviewId)).verdicts[0]!.changes.map(({ changeId }) => ({ changeId, answer: "Done" })),
    }));
    await db().review.update({ where: { id: reviewId }, data: { reservedFor: null, reservedUntil: null }, select: { id: true } });
    value(await claimReview.execute(other, { reviewId }));
    await write(other, reviewId, "From another mentor");
    value(await withdrawReview.execute(learner, { reviewId }));
    expect(await texts(judge, reviewId)).toEqual(["Before the verdict"]);
    expect((await read(judge, reviewId)).unread).toBe(0);
    expect(await texts(learner, reviewId)).toHaveLength(3);
    expect(reason(await thread.execute(other, talk(reviewId)))).toBe("NOT_FOUND");
    expect(reason(await writeMessage.execute(judge, { ...talk(reviewId), text: "And?" }))).toBe("THREAD_CLOSED");
  });

  it("of a confirmed review is still open to its learner and the judging mentor", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await confirmed(mentor, reviewId);
    await write(learner, reviewId, "Thank you");
    await write(mentor, reviewId, "Well done");
    expect(await texts(mentor, reviewId)).toEqual(["Thank you", "Well done"]);
  });

  it("cannot be written to when an admin has closed the review, and says so", async () => {
    const { learner, reviewId } = await inHand();
    value(await closeReview.execute(await person({ roles: ["admin"] }), { reviewId, reason: "Spam" }));
    expect(reason(await writeMessage.execute(learner, { ...talk(reviewId), text: "Oh" }))).toBe("THREAD_CLOSED");
    expect((await read(learner, reviewId)).closed).toMatch(/over/);
  });
});

describe("changing a message", () => {
  it("is possible for 15 minutes by the database's clock, and keeps what it said", async () => {
    const { learner, mentor, reviewId } = await inHand();
    const messageId = await write(learner, reviewId, "First");
    value(await editMessage.execute(learner, { messageId, basedOn: 0, text: "Second" }));
    value(await editMessage.execute(learner, { messageId, basedOn: 1, text: "Third" }));
    const [message] = (await read(mentor, reviewId)).messages;
    expect(message).toMatchObject({ text: "Third", edits: 2, secondsToEdit: 0 });
    const { versions } = value(await messageHistory.execute(mentor, { messageId }));
    expect(versions.map(({ text }) => text)).toEqual(["First", "Second", "Third"]);
    await writtenEarlier(messageId, 16);
    expect(reason(await editMessage.execute(learner, { messageId, basedOn: 2, text: "Fourth" }))).toBe("TOO_LATE_TO_EDIT");
  });

  it("tells its author alone how long it is still possible", async () => {
    const { learner, mentor, reviewId } = await inHand();
    const messageId = await write(learner, reviewId);
    await writtenEarlier(messageId, 14);
    const left = async (who: Member) => (await read(who, reviewId)).messages[0]!.secondsToEdit;
    expect(await left(learner)).toBeGreaterThan(0);
    expect(await left(learner)).toBeLessThanOrEqual(60);
    expect(await left(mentor)).toBe(0);
    await writtenEarlier(messageId, 2);
    expect(await left(learner)).toBe(0);
  });

  it("to the same words changes nothing, and on words that were changed meanwhile is refused", async () => {
    const { learner, reviewId } = await inHand();
    const messageId = await write(learner, reviewId, "Same");
    value(await editMessage.execute(learner, { messageId, basedOn: 0, text: "Same" }));
    expect((await read(learner, reviewId)).messages[0]!.edits).toBe(0);
    const outcomes = await Promise.all(["One", "Other"].map((text) => editMessage.execute(learner, { messageId, basedOn: 0, text })));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("read marks", () => {
  it("are each person's own, and never go back", async () => {
    const { learner, mentor, reviewId } = await inHand();
    await write(learner, reviewId, "One");
    await write(learner, reviewId, "Two");
    const { messages, unread } = await read(mentor, reviewId);
    expect(unread).toBe(2);
    expect(messages.map((message) => message.unread)).toEqual([true, true]);
    expect((await read(learner, reviewId)).unread).toBe(0);
    const mark = async (until: string) => value(await markThreadRead.execute(mentor, { ...talk(reviewId), until }));
    await mark(messages[1]!.writtenAt);
    await mark(messages[0]!.writtenAt);
    expect((await read(mentor, reviewId)).unread).toBe(0);
    await mark("2100-01-01T00:00:00.000Z");
    await write(learner, reviewId, "Three");
    expect((await read(mentor, reviewId)).unread).toBe(1);
  });

  it("stay where they are while one writes: what came meanwhile was not seen", async () => {
    const { learner, mentor, reviewId } = await inHand();
    await write(learner, reviewId);
    await write(mentor, reviewId);
    expect((await read(mentor, reviewId)).unread).toBe(1);
    expect((await read(learner, reviewId)).unread).toBe(1);
  });
});

describe("a report", () => {
  it("shows admins the words as they stood, and stands once however often it is sent", async () => {
    const { learner, mentor, reviewId } = await inHand();
    const admin = await person({ roles: ["admin"] });
    const messageId = await write(learner, reviewId, "Unkind words");
    value(await reportMessage.execute(mentor, { messageId, reason: "Unkind" }));
    value(await reportMessage.execute(mentor, { messageId, reason: "Again" }));
    value(await editMessage.execute(learner, { messageId, basedOn: 0, text: "Kind words" }));
    const found = value(await reports.execute(admin, {})).reports.filter(({ text }) => text === "Unkind words");
    expect(found).toMatchObject([{ authorName: "Lea", reporterName: "Mo", reason: "Unkind", resolved: null }]);
    expect((await read(mentor, reviewId)).messages[0]!.reported).toBe(true);
    expect((await read(learner, reviewId)).messages[0]!.reported).toBe(false);
  });

  it("that is answered by removing takes the words from everybody and answers every report of them", async () => {
    const { learner, mentor, reviewId } = await inHand();
    const admin = await person({ roles: ["admin"] });
    const messageId = await write(learner, reviewId, "To be removed");
    value(await reportMessage.execute(mentor, { messageId, reason: "Unkind" }));
    value(await reportMessage.execute(admin, { messageId, reason: "Indeed" }));
    const [first] = value(await reports.execute(admin, {})).reports.filter(({ text }) => text === "To be removed");
    value(await resolveReport.execute(admin, { reportId: first!.reportId, outcome: "removed" }));
    for (const who of [learner, mentor, admin]) expect(await texts(who, reviewId)).toEqual([null]);
    expect(value(await reports.execute(admin, {})).reports.filter(({ text }) => text === "To be removed")).toEqual([]);
    const resolved = value(await reports.execute(admin, { which: "resolved" })).reports.filter(({ text }) => text === "To be removed");
    expect(resolved.map((report) => report.resolved?.outcome)).toEqual(["removed", "removed"]);
  });

  it("names a learner who goes by another name so to an admin who is a mentor too, whether they wrote or reported", async () => {
    const [learner, mentor] = [await person({ name: "Lea Real" }), await person({ name: "Mo", roles: ["mentor"] })];
    const { evidenceId } = await evidenceOf(learner);
    const { reviewId } = value(await askForReview.execute(learner, { evidenceId, itemId, underAlias: true }));
    value(await claimReview.execute(mentor, { reviewId }));
    value(await reportMessage.execute(mentor, { messageId: await write(learner, reviewId, "Mine"), reason: "Unkind" }));
    value(await reportMessage.execute(learner, { messageId: await write(mentor, reviewId, "Theirs"), reason: "Rude" }));
    const { alias } = await db().review.findUniqueOrThrow({ where: { id: reviewId }, select: { alias: true } });
    const namesFor = async (roles: ("mentor" | "admin")[]) => value(await reports.execute(await person({ roles }), {})).reports
      .filter(({ text }) => ["Mine", "Theirs"].includes(text)).map(({ authorName, reporterName }) => [authorName, reporterName]);
    expect(await namesFor(["mentor", "admin"])).toEqual([[alias, "Mo"], ["Mo", alias]]);
    expect(await namesFor(["admin"])).toEqual([["Lea Real", "Mo"], ["Mo", "Lea Real"]]);
  });

  it("names a learner so too who asked for advice under another name", async () => {
    const [learner, mentor] = [await person({ name: "Lea Real" }), await person({ name: "Mo", roles: ["mentor"] })];
    const { evidenceId } = await evidenceOf(learner);
    const { adviceId } = value(await askForAdvice.execute(learner, { evidenceId, itemId, question: "How?", underAlias: true }));
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    const { messageId } = value(await writeMessage.execute(learner, { kind: "advice", subjectId: adviceId, text: "On my advice" }));
    value(await reportMessage.execute(mentor, { messageId, reason: "Unkind" }));
    const { reports: found } = value(await reports.execute(await person({ roles: ["mentor", "admin"] }), {}));
    expect(found.filter(({ text }) => text === "On my advice").map(({ authorName }) => authorName)).toEqual([aliasOf(adviceId)]);
  });

  it("is not decided by whoever wrote the message", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor", "admin"] })];
    const reviewId = await waitingReview(learner);
    value(await claimReview.execute(mentor, { reviewId }));
    const messageId = await write(mentor, reviewId, "By an admin");
    value(await reportMessage.execute(learner, { messageId, reason: "Rude" }));
    const { id: reportId } = await db().report.findFirstOrThrow({ where: { messageId } });
    expect(reason(await resolveReport.execute(mentor, { reportId, outcome: "kept" }))).toBe("OWN_MESSAGE");
  });
});
