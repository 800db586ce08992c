import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemActor, visitor } from "#lib/access/actor.ts";
import { askForAdvice, pickUpAdvice } from "#lib/advice/commands.ts";
import { readAbout, readAll, setDelivery, settleMail, takeMail, unsubscribe } from "#lib/notification/commands.ts";
import { notificationJobs } from "#lib/notification/jobs.ts";
import { unsubscribing } from "#lib/notification/views.ts";
import { db } from "#lib/platform/db.ts";
import { startJobs } from "#lib/platform/jobs.ts";
import { claimReview, closeReview } from "#lib/review/commands.ts";
import { writeMessage } from "#lib/thread/commands.ts";
import { claimed, evidenceOf, itemId, person, reason, runOut, value, waitingReview } from "#tests/support/community.ts";
import { startSmtp } from "#tests/support/smtp.ts";
import { mailsTo, returnedAndTold, run, tell } from "#tests/support/telling.ts";

// Before anything asks for the settings of this process.
const smtp = await startSmtp();
process.env.CAIRN_SMTP_URL = smtp.url;
process.env.CAIRN_MAIL_FROM = "Cairn <cairn@example.org>";
const system = systemActor("test");

beforeEach(() => {
  smtp.received.length = 0;
  smtp.behave("takes it");
});

afterAll(async () => await smtp.stop());

const send = async (mailId: string) => await run("notification.mail", { mailId });
const mailOf = async (mailId: string) => await db().mail.findUniqueOrThrow({ where: { id: mailId } });
const addressOf = async (userId: string) => (await db().user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } })).email;
const decoded = (raw: string) => raw.replaceAll("=\r\n", "").replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));

describe("a mail", () => {
  it("brings the mentor's words, the way to the review, and the one click that ends such mails", async () => {
    const { learner, reviewId, mailId } = await returnedAndTold(["Split the data first", "Name the seed"]);
    await send(mailId);
    const [mail] = smtp.received;
    expect(mail!.to).toEqual([await addressOf(learner.userId)]);
    expect(mail!.header("Subject")).toBe("Ada asks for changes");
    expect(decoded(mail!.raw)).toContain("2. Name the seed");
    expect(decoded(mail!.raw)).toContain(`http://127.0.0.1:3999/reviews/${reviewId}`);
    expect(mail!.header("List-Unsubscribe")).toMatch(new RegExp(`^<http://127.0.0.1:3999/unsubscribe/${learner.userId}.returned.[\\w-]{43}>$`));
    expect(await mailOf(mailId)).toMatchObject({ state: "sent", attempts: 1, subject: null, text: null, error: null });
  });

  it("is sent once, however often and at how many places its job runs", async () => {
    const { mailId } = await returnedAndTold();
    await Promise.all(Array.from({ length: 10 }, async () => await send(mailId).catch(() => undefined)));
    await send(mailId);
    expect(smtp.received).toHaveLength(1);
  });

  it("is not sent when what it tells was read meanwhile, was switched off, or the account is disabled", async () => {
    const [read, off, disabled] = [await returnedAndTold(), await returnedAndTold(), await returnedAndTold()];
    value(await readAbout.execute(read.learner, { kind: "reviews", subjectId: read.reviewId }));
    value(await setDelivery.execute(off.learner, { kind: "returned", delivery: "off" }));
    await db().user.update({ where: { id: disabled.learner.userId }, data: { disabledAt: new Date() } });
    for (const { mailId } of [read, off, disabled]) {
      await send(mailId);
      expect(await mailOf(mailId)).toMatchObject({ state: "skipped", attempts: 0 });
    }
    expect(smtp.received).toEqual([]);
  });

  it("of an account that was erased is gone with it", async () => {
    const { learner, mailId } = await returnedAndTold();
    await db().$executeRaw`DELETE FROM mails WHERE user_id = ${learner.userId}::uuid`;
    await send(mailId);
    expect(smtp.received).toEqual([]);
  });

  it("brings a message to whoever it was written to, as it is now, and none that was removed", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    const write = async (author: typeof mentor, text: string) => value(await writeMessage.execute(author, { kind: "reviews", subjectId: reviewId, text })).messageId;
    await tell({ name: "thread.mentorWrote", reviewId, messageId: await write(mentor, "Which seed did you use?"), mentorId: mentor.userId });
    const removed = await write(learner, "Something rude");
    await db().message.update({ where: { id: removed }, data: { removedAt: new Date() } });
    await tell({ name: "thread.learnerWrote", reviewId, messageId: removed, mentorId: mentor.userId });
    for (const receiver of [learner, mentor]) for (const { id } of await mailsTo(receiver)) await send(id);
    const [toLearner, toMentor] = smtp.received;
    expect(toLearner!.header("Subject")).toBe("Ada wrote to you");
    expect(toLearner!.raw).toContain("Which seed did you use?");
    expect(toMentor!.header("Subject")).toBe("The learner wrote to you about their work");
    expect(toMentor!.raw).not.toMatch(/Something rude|Noor/);
  });

  it("quotes no message to a mentor whose hold has run out since, though they may claim the review again", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    const { messageId } = value(await writeMessage.execute(learner, { kind: "reviews", subjectId: reviewId, text: "Meant for its holder" }));
    await tell({ name: "thread.learnerWrote", reviewId, messageId, mentorId: mentor.userId });
    await runOut(reviewId);
    const [mail] = await mailsTo(mentor);
    await send(mail!.id);
    expect(smtp.received[0]!.raw).toContain(`/mentor/reviews/${reviewId}`);
    expect(smtp.received[0]!.raw).not.toContain("Meant for its holder");
  });

  it("of a closed review gives the reason to its mentor too, who may not see the review any more", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await claimed(mentor, reviewId);
    value(await closeReview.execute(await person({ roles: ["admin"] }), { reviewId, reason: "This was asked twice" }));
    await tell({ name: "review.closed", reviewId, mentorId: mentor.userId });
    const [mail] = await mailsTo(mentor);
    await send(mail!.id);
    expect(smtp.received[0]!.raw).toContain("This was asked twice");
    expect(smtp.received[0]!.raw).not.toContain("Noor");
  });
});

describe("one mail until it is read", () => {
  it("is kept: a second event about the same review sends none, one about another review does", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    await send(mailId);
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(1);
    const other = await waitingReview(learner);
    value(await closeReview.execute(await person({ roles: ["admin"] }), { reviewId: other, reason: "No" }));
    await tell({ name: "review.closed", reviewId: other, mentorId: null });
    expect(await mailsTo(learner)).toHaveLength(2);
  });

  it("is followed by the next once it was read", async () => {
    const { learner, reviewId, event, mailId } = await returnedAndTold();
    await send(mailId);
    value(await readAbout.execute(learner, { kind: "reviews", subjectId: reviewId }));
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(2);
  });

  it("tells what happened before it was sent, too", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(1);
    await send(mailId);
    expect(smtp.received.map((mail) => mail.header("Subject"))).toEqual(["Ada asks for changes, and 1 more"]);
  });

  it("of a sign-in is sent whatever the new session reads or switches off, and ends an hour after it was switched off", async () => {
    const somebody = await person();
    const signedIn = async () => await tell({ name: "account.signedIn", userId: somebody.userId });
    await signedIn();
    value(await setDelivery.execute(somebody, { kind: "sign_in", delivery: "off" }));
    value(await readAll.execute(somebody, { until: new Date(Date.now() + 60_000).toISOString() }));
    const [mail] = await mailsTo(somebody);
    await send(mail!.id);
    expect(smtp.received).toHaveLength(1);
    await signedIn();
    expect(await mailsTo(somebody)).toHaveLength(2);
    await db().$executeRaw`UPDATE notification_choices SET chosen_at = chosen_at - interval '1 hour' WHERE user_id = ${somebody.userId}::uuid`;
    await signedIn();
    expect(await mailsTo(somebody)).toHaveLength(2);
  });

  it("takes what happens while it is being sent, and tells it if it has to be sent again", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    const { taken } = value(await takeMail.execute(system, { mailId }));
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(1);
    value(await settleMail.execute(system, { mailId, attempt: taken!.attempt, outcome: { state: "failed", again: true, error: "busy" } }));
    expect(value(await takeMail.execute(system, { mailId })).taken!.content.notices).toHaveLength(2);
  });

  it("holds for an advice as for a review, until its page was opened", async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const { evidenceId } = await evidenceOf(learner);
    const { adviceId } = value(await askForAdvice.execute(learner, { evidenceId, itemId, question: "How do I go on?" }));
    const pickedUp = { name: "advice.pickedUp", adviceId, userId: learner.userId };
    value(await pickUpAdvice.execute(mentor, { adviceId }));
    await tell(pickedUp);
    await send((await mailsTo(learner))[0]!.id);
    expect(decoded(smtp.received[0]!.raw)).toContain(`http://127.0.0.1:3999/advice/${adviceId}`);
    const { messageId } = value(await writeMessage.execute(mentor, { kind: "advice", subjectId: adviceId, text: "Split the data first" }));
    const wrote = { name: "thread.adviserWrote", adviceId, messageId, userId: learner.userId };
    await tell(wrote);
    expect(await mailsTo(learner)).toHaveLength(1);
    value(await readAbout.execute(learner, { kind: "advice", subjectId: adviceId }));
    await tell(wrote);
    await send((await mailsTo(learner))[1]!.id);
    expect(smtp.received[1]!.raw).toContain("Split the data first");
  });

  it("is not counted when it never arrived", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    smtp.behave("refuses it for good");
    await send(mailId);
    expect(await mailOf(mailId)).toMatchObject({ state: "failed", error: expect.stringContaining("550") });
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(2);
  });

  it("holds when several events are told at the same time", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    await send(mailId);
    await Promise.all(Array.from({ length: 10 }, async () => await tell(event)));
    expect(await mailsTo(learner)).toHaveLength(1);
    expect(await db().notification.count({ where: { userId: learner.userId } })).toBe(11);
  });
});

describe("a mail that could not be sent", () => {
  it("is tried again when the server refused it for now, and then sent once", async () => {
    const { mailId } = await returnedAndTold();
    smtp.behave("refuses it for now", "takes it");
    await expect(send(mailId)).rejects.toThrow("451");
    expect(await mailOf(mailId)).toMatchObject({ state: "waiting", attempts: 1, error: expect.stringContaining("451"), settledAt: null });
    await send(mailId);
    expect(await mailOf(mailId)).toMatchObject({ state: "sent", attempts: 2, error: null });
    expect(smtp.received).toHaveLength(1);
  });

  it("is given up after the last attempt, and says why", async () => {
    const { mailId } = await returnedAndTold();
    smtp.behave("hangs up");
    await db().mail.update({ where: { id: mailId }, data: { attempts: 11 } });
    await send(mailId);
    expect(await mailOf(mailId)).toMatchObject({ state: "failed", attempts: 12, error: expect.stringContaining("421") });
  });

  it("is left alone by a second job, and settled when whoever had it in hand is gone", async () => {
    const { mailId } = await returnedAndTold();
    value(await takeMail.execute(system, { mailId }));
    await expect(send(mailId)).rejects.toThrow("in hand");
    await db().$executeRaw`UPDATE mails SET attempted_at = attempted_at - interval '6 minutes' WHERE id = ${mailId}::uuid`;
    await send(mailId);
    expect(await mailOf(mailId)).toMatchObject({ state: "failed", error: expect.stringMatching(/^Perhaps sent/) });
    expect(reason(await settleMail.execute(system, { mailId, attempt: 1, outcome: { state: "sent" } }))).toBe("SUPERSEDED");
    expect(smtp.received).toEqual([]);
  });
});

describe("a link that ends mails", () => {
  async function linkOf(): Promise<{ token: string; learner: Awaited<ReturnType<typeof person>> }> {
    const { learner, mailId } = await returnedAndTold();
    await send(mailId);
    return { learner, token: /unsubscribe\/([^>]+)>/.exec(smtp.received[0]!.header("List-Unsubscribe")!)![1]! };
  }

  it("changes nothing when it is looked at, and ends one kind for one person when it is used, also twice", async () => {
    const { learner, token } = await linkOf();
    expect(value(await unsubscribing.execute(visitor, { token }))).toEqual({ what: "returned", off: false });
    expect(await db().notificationChoice.count({ where: { userId: learner.userId } })).toBe(0);
    for (let used = 0; used < 2; used += 1) value(await unsubscribe.execute(visitor, { token }));
    expect(await db().notificationChoice.findMany({ where: { userId: learner.userId } })).toMatchObject([{ kind: "returned", delivery: "off" }]);
    expect(value(await unsubscribing.execute(visitor, { token }))).toEqual({ what: "returned", off: true });
  });

  it("is good for nothing else: another kind, another person, a changed signature", async () => {
    const { learner, token } = await linkOf();
    const other = await person();
    const forged = [
      token.replace(".returned.", ".confirmed."), token.replace(".returned.", ".digest."), token.replace(learner.userId, other.userId),
      token.slice(0, -1), `${token}x`, token.replace(/.$/, (last) => (last === "A" ? "B" : "A")), "",
    ];
    for (const each of forged) {
      expect(reason(await unsubscribe.execute(visitor, { token: each })), each).toBe("NOT_FOUND");
      expect(reason(await unsubscribing.execute(visitor, { token: each })), each).toBe("NOT_FOUND");
    }
    expect(await db().notificationChoice.count()).toBe(await db().notificationChoice.count({ where: { userId: { notIn: [learner.userId, other.userId] } } }));
  });
});

describe("the jobs", () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => await stop?.());

  it("bring an act's mail to the server, also when it fails once", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    value(await setDelivery.execute(learner, { kind: "claimed", delivery: "now" }));
    const reviewId = await waitingReview(learner);
    smtp.behave("refuses it for now", "takes it");
    // What the tests above have left in the queue.
    await db().$executeRaw`DELETE FROM pgboss.job`;
    const boss = await startJobs(notificationJobs);
    stop = async () => await boss.stop({ graceful: true, close: true });
    value(await claimReview.execute(mentor, { reviewId }));
    await vi.waitFor(async () => {
      // What waits for its next try need not be waited for.
      await db().$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = 'notification.mail' AND state = 'retry'`;
      expect(smtp.received).toHaveLength(1);
    }, { timeout: 30_000, interval: 200 });
    expect(smtp.received[0]!.header("Subject")).toBe("Ada is reviewing your work");
    expect(await mailsTo(learner)).toMatchObject([{ attempts: 2 }]);
  });
});

describe("an event's identity", () => {
  it("makes one mail of an event that is told twice", async () => {
    const { learner, reviewId, event } = await returnedAndTold();
    value(await readAbout.execute(learner, { kind: "reviews", subjectId: reviewId }));
    const eventId = randomUUID();
    await Promise.all([tell(event, eventId), tell(event, eventId), tell(event, eventId)]);
    expect(await mailsTo(learner)).toHaveLength(2);
  });
});
