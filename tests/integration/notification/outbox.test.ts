import { describe, expect, it } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { deliveries, outbox } from "#lib/notification/views.ts";
import { setDelivery } from "#lib/notification/commands.ts";
import { db } from "#lib/platform/db.ts";
import { askForReview } from "#lib/review/commands.ts";
import { evidenceOf, itemId, person, reason, returned, value, waitingReview } from "#tests/support/community.ts";
import { lastVerdict, mailsTo, returnedAndTold, run, tell } from "#tests/support/telling.ts";

describe("without a mail server", () => {
  it("a mail is kept with its text, and an admin reads it", async () => {
    const { learner, mailId } = await returnedAndTold(["Split the data first"]);
    await run("notification.mail", { mailId });
    await run("notification.mail", { mailId });
    const admin = await person({ roles: ["admin"] });
    const { mails } = value(await outbox.execute(admin, {}));
    const kept = mails.find((mail) => mail.mailId === mailId);
    expect(kept).toMatchObject({ state: "kept", kind: "returned", subject: "Ada asks for changes", attempts: 1, error: null, to: { name: "Noor" } });
    expect(kept!.text).toContain("1. Split the data first");
    expect(kept!.text).toMatch(/No more mails of this kind: http\S+\/unsubscribe\/…$/);
    expect(reason(await outbox.execute(learner, {}))).toBe("ADMINS_ONLY");
  });

  it("a mail to somebody who shows some work under another name says to an admin who is a mentor neither whose it is nor what it said", async () => {
    const [learner, mentor] = [await person({ name: "Noor" }), await person({ name: "Ada", roles: ["mentor"] })];
    const { evidenceId } = await evidenceOf(learner);
    value(await askForReview.execute(learner, { evidenceId, itemId, underAlias: true }));
    // About other work, which is shown under their own name.
    const reviewId = await waitingReview(learner);
    await returned(mentor, reviewId);
    await tell({ name: "review.returned", reviewId, verdictId: await lastVerdict(reviewId) });
    const [mail] = await mailsTo(learner);
    await run("notification.mail", { mailId: mail!.id });
    const seenBy = async (reader: Member) => value(await outbox.execute(reader, {})).mails.find(({ mailId }) => mailId === mail!.id);
    expect(await seenBy(await person({ roles: ["admin", "mentor"] }))).toMatchObject({ state: "kept", kind: "returned", to: null, subject: null, text: null, error: null });
    expect(await seenBy(await person({ roles: ["admin"] }))).toMatchObject({ to: { name: "Noor" }, subject: "Ada asks for changes" });
  });

  it("a kept mail lies unread as a sent one does", async () => {
    const { learner, event, mailId } = await returnedAndTold();
    await run("notification.mail", { mailId });
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(1);
  });

  it("the outbox is paged without a gap or a repetition, though all was written at once", async () => {
    const { userId } = await person();
    const admin = await person({ roles: ["admin"] });
    await db().mail.createMany({ data: Array.from({ length: 65 }, () => ({ userId, kind: "invitation" as const, createdAt: new Date("2026-01-01") })) });
    const ids: string[] = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = value(await outbox.execute(admin, { ...(after && { after }) }));
      ids.push(...page.mails.map(({ mailId }) => mailId));
      after = page.next;
    }
    const all = await db().mail.findMany({ select: { id: true } });
    expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });
});

describe("what is mailed", () => {
  it("begins with each kind's own default, and is what was chosen last", async () => {
    const mentor = await person({ roles: ["mentor"] });
    const of = async (kind: string) => value(await deliveries.execute(mentor, {})).deliveries.find((each) => each.kind === kind)?.delivery;
    expect([await of("claimed"), await of("handed_over"), await of("resubmitted")]).toEqual(["off", "digest", "now"]);
    for (const delivery of ["now", "digest", "digest"] as const) value(await setDelivery.execute(mentor, { kind: "claimed", delivery }));
    expect(await of("claimed")).toBe("digest");
  });

  it("names to a learner no kind that only mentors are told", async () => {
    expect(value(await deliveries.execute(await person(), {})).deliveries.map(({ kind }) => kind)).not.toContain("resubmitted");
  });

  it("is followed by what happens next", async () => {
    const { learner, reviewId, event, mailId } = await returnedAndTold();
    await db().notification.updateMany({ where: { mailId }, data: { readAt: new Date() } });
    value(await setDelivery.execute(learner, { kind: "returned", delivery: "off" }));
    await tell(event);
    expect(await mailsTo(learner)).toHaveLength(1);
    expect(await db().notification.count({ where: { userId: learner.userId, reviewId } })).toBe(2);
  });
});
