import { expect, type Page } from "@playwright/test";
import { ask, keepFor, post, revise, runOut, uniqueTitle } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, holdBack, query, test, url } from "#tests/support/browser.ts";

const words = "Long words that must not be lost 🪨";

interface Scene { page: Page; email: string; learner: Page; admin: () => Promise<Page>; reviewId: string; evidenceId: string; title: string; leaseId: string }

const api = (reviewId: string, act: string) => `/review/reviews/${reviewId}/${act}`;

async function mentorIdOf(email: string): Promise<string> {
  const [found] = await query<{ id: string }>("SELECT id FROM users WHERE email = $1", [email]);
  return found!.id;
}

/** What happens behind the screen's back, what the screen says of the verdict then, and where it stands. */
const stale: { name: string; happens: (scene: Scene) => Promise<void>; refused: number; says: RegExp; stands: RegExp }[] = [
  {
    name: "another window has taken a new version", refused: 409, says: /Your screen showed another version of the evidence/, stands: /evidence version 2/,
    happens: async ({ page, learner, reviewId, evidenceId, title, leaseId }) => {
      await revise(learner, { evidenceId, title, shows: "Rewritten meanwhile.", basedOn: 1 });
      await post(page, api(reviewId, "take-new-version"), { leaseId });
    },
  },
  {
    name: "another window has claimed it anew, under another lease", refused: 409, says: /Your hold on this review has ended/, stands: /Held by you/,
    happens: async ({ page, reviewId, leaseId, email }) => {
      await post(page, api(reviewId, "release"), { leaseId });
      await keepFor(email, reviewId);
      await post(page, api(reviewId, "claim"), {});
    },
  },
  {
    name: "the hold has run out", refused: 409, says: /Your hold on this review has ended/, stands: /You do not hold this review/,
    happens: async ({ reviewId }) => await runOut(reviewId),
  },
  {
    name: "the learner has withdrawn it", refused: 409, says: /This review was withdrawn/, stands: /This review has moved on/,
    happens: async ({ learner, reviewId }) => void (await post(learner, api(reviewId, "withdraw"), {})),
  },
  {
    name: "the learner has blocked the mentor", refused: 404, says: /This review is no longer shown to you/, stands: /This review has moved on/,
    happens: async ({ learner, reviewId, email }) => {
      const blocked = await learner.request.post(`${url()}/api/v1${api(reviewId, "block")}`, { data: { mentorId: await mentorIdOf(email) }, headers: { origin: url() } });
      expect(blocked.ok(), await blocked.text()).toBe(true);
    },
  },
  {
    name: "an admin has closed it", refused: 409, says: /This review was closed/, stands: /This review has moved on/,
    happens: async ({ admin, reviewId }) => void (await post(await admin(), api(reviewId, "close"), { reason: "A duplicate." })),
  },
  {
    name: "an admin has kept it for another mentor", refused: 409, says: /Your hold on this review has ended/, stands: /This review has moved on/,
    happens: async ({ admin, reviewId }) => {
      const [other] = await query<{ id: string }>(
        "INSERT INTO users (email, name, password_hash, roles) VALUES (gen_random_uuid() || '@example.org', 'Another Mentor', 'none', '{mentor}') RETURNING id");
      await post(await admin(), api(reviewId, "reassign"), { mentorId: other!.id, reason: "They know more about it." });
    },
  },
];

/** Of each way to stand one is looked at in both themes and widths. */
const lookedAt = ["another window has taken a new version", "the hold has run out", "the learner has withdrawn it"];

for (const { name, happens, refused, says, stands } of stale) {
  const gone = stands.source.includes("moved on");
  test(`a verdict on a stale screen is refused, and its draft kept: ${name}`, async ({ signedUp }) => {
    const learner = await signedUp();
    const title = uniqueTitle("Stale");
    const { reviewId, evidenceId } = await ask(learner.page, { title });
    const { page, person } = await signedUp({ role: "mentor" });
    await keepFor(person.email, reviewId);
    await page.goto(`${url()}/mentor/reviews/${reviewId}`);
    await page.getByRole("button", { name: "Claim", exact: true }).click();
    await page.getByLabel("Change or question 1").fill(words);
    await expect(page.getByText("Your draft is saved.")).toBeVisible();
    const [{ leaseId }] = await query<{ leaseId: string }>('SELECT lease_id AS "leaseId" FROM reviews WHERE id = $1', [reviewId]) as [{ leaseId: string }];

    // The screen looks for news by itself; what it would find is held back until the verdict is pressed.
    const release = await holdBack(page, `${url()}/api/v1/review/reviews/${reviewId}`);
    await happens({ page, email: person.email, learner: learner.page, admin: async () => (await signedUp({ role: "admin" })).page, reviewId, evidenceId, title, leaseId });
    expectRefusals(page, refused, 404);
    const answered = page.waitForResponse((response) => response.url().endsWith("/return"));
    await page.getByRole("button", { name: "Return with changes" }).click();
    expect((await answered).status()).toBe(refused);
    release();

    await expect(page.getByRole("alert").filter({ hasText: says })).toBeVisible();
    await expect(page.getByText(stands).first()).toBeVisible();
    await expect(page.getByLabel("Change or question 1")).toHaveValue(words);
    const drafts = await query<{ body: { entries: string[] } }>("SELECT body FROM verdict_drafts WHERE review_id = $1", [reviewId]);
    expect(drafts.map(({ body }) => body.entries)).toEqual([[words]]);
    const [{ verdicts }] = await query<{ verdicts: number }>("SELECT count(*)::int AS verdicts FROM verdicts WHERE review_id = $1", [reviewId]) as [{ verdicts: number }];
    expect(verdicts).toBe(0);
    if (lookedAt.includes(name)) await expectAccessible(page);
    // Where the review is not shown any more, its address is empty after a reload: the queue has the words.
    if (!gone) return;
    await page.goto(`${url()}/mentor/queue`);
    await expect(page.getByRole("region", { name: "Unfinished, and not with you" })).toContainText(words);
  });
}
