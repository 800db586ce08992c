import { expect, type Page } from "@playwright/test";
import { ask, keepFor, post, revise, uniqueTitle } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, query, test, url, watch } from "#tests/support/browser.ts";

type Start = (options?: { name?: string; role?: "mentor" | "admin" }) => Promise<{ page: Page; person: { email: string } }>;

/** A review that a mentor holds, on their screen. */
async function held(signedUp: Start, { shows = "What was done, and what came out of it." } = {}) {
  const learner = await signedUp({ name: "Lea Chalk" });
  const { page, person } = await signedUp({ name: "Mia Moss", role: "mentor" });
  const title = uniqueTitle("Judged");
  const asked = await ask(learner.page, { title, shows });
  await keepFor(person.email, asked.reviewId);
  await page.goto(`${url()}/mentor/reviews/${asked.reviewId}`);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  await expect(page.getByText(/Held by you/)).toBeVisible();
  return { ...asked, title, learner: learner.page, page, email: person.email };
}

const summary = (page: Page) => page.getByLabel("Summary for the learner");
const met = (page: Page, nth: number) => page.getByRole("radio", { name: "Met", exact: true }).nth(nth);
const saved = (page: Page) => expect(page.getByText("Your draft is saved.")).toBeVisible();

async function draftOf(reviewId: string) {
  const [row] = await query<{ revision: number; body: { summary: string } }>("SELECT revision, body FROM verdict_drafts WHERE review_id = $1", [reviewId]);
  return row ?? null;
}

test("a verdict is saved as it is written, and goes on in another browser of the mentor's", async ({ signedUp }) => {
  const { page, reviewId } = await held(signedUp);
  await met(page, 0).check();
  await summary(page).fill("Half of a summary");
  await page.getByText("Levels in this step").click();
  await page.getByLabel("Code quality").selectOption({ label: "2, meets: A clean install, tests and continuous integration" });
  await saved(page);
  expect((await draftOf(reviewId))?.body.summary).toBe("Half of a summary");

  const other = watch(await page.context().newPage());
  await other.goto(`${url()}/mentor/reviews/${reviewId}`);
  await expect(summary(other)).toHaveValue("Half of a summary");
  await expect(met(other, 0)).toBeChecked();
  await expect(other.getByLabel("Code quality")).toHaveValue("2");
  await other.close();
});

test("levels are sent with the verdict as feedback, in the rubric's words", async ({ signedUp }) => {
  const { page, reviewId, learner } = await held(signedUp);
  await page.getByText("Levels in this step").click();
  await page.getByLabel("Explanation").selectOption({ label: "3, exceeds: It teaches a point that is often misunderstood" });
  await page.getByLabel("Change or question 1").fill("Add a test.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByRole("heading", { name: "You returned this with changes" })).toBeVisible();
  await page.getByText("Feedback beyond the criteria").click();
  await expect(page.getByText("Explanation: 3, exceeds")).toBeVisible();
  expect(await draftOf(reviewId)).toBeNull();
  expect((await learner.request.get(`${url()}/api/v1/review/reviews/${reviewId}`)).status()).toBe(200);
});

test("what was typed while the server could not keep it survives a reload, and is saved when it can", async ({ signedUp }) => {
  const { page, reviewId } = await held(signedUp);
  const name = `refuse_${reviewId.replaceAll("-", "_")}`;
  await query(`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a full disk'; END $$;
    CREATE TRIGGER ${name} BEFORE INSERT ON verdict_drafts FOR EACH ROW WHEN (NEW.review_id = '${reviewId}') EXECUTE FUNCTION ${name}()`);
  expectRefusals(page, 500);
  await summary(page).fill("Typed while nobody listened 🪨");
  await expect(page.getByRole("status").filter({ hasText: "Not saved yet, but kept in this tab." })).toBeVisible();
  await page.reload();
  await expect(summary(page)).toHaveValue("Typed while nobody listened 🪨");
  expect(await draftOf(reviewId)).toBeNull();
  await query(`DROP TRIGGER ${name} ON verdict_drafts; DROP FUNCTION ${name}`);
  await saved(page);
  expect((await draftOf(reviewId))?.body.summary).toBe("Typed while nobody listened 🪨");
});

for (const [choice, left] of [["Go on with mine", "Written second"], ["Use the other one", "Written first"]] as const) {
  test(`two windows write two drafts: both are shown, and "${choice}" ends it`, async ({ signedUp }) => {
    const { page, reviewId } = await held(signedUp);
    const other = watch(await page.context().newPage());
    const looked = other.waitForResponse((response) => response.url().endsWith("/draft") && response.request().method() === "GET");
    await other.goto(`${url()}/mentor/reviews/${reviewId}`);
    await looked;
    await summary(page).fill("Written first");
    await saved(page);
    expectRefusals(other, 409);
    await summary(other).fill("Written second");
    await expect(other.getByText("This draft was saved in another window too")).toBeVisible();
    await expect(other.getByLabel("The other window's draft")).toContainText("Written first");
    await expect(summary(other)).toHaveValue("Written second");
    await expectAccessible(other);
    await other.getByRole("button", { name: choice }).click();
    await saved(other);
    await expect(summary(other)).toHaveValue(left);
    expect((await draftOf(reviewId))?.body.summary).toBe(left);
    await other.close();
  });
}

test("a new version is offered, its changed words are marked, and earlier marks are flagged until looked at", async ({ signedUp }) => {
  const { page, reviewId, evidenceId, title, learner } = await held(signedUp, { shows: "Twelve tests run on my machine." });
  await met(page, 0).check();
  await met(page, 1).check();
  await saved(page);
  await revise(learner, { evidenceId, title, shows: "Twelve tests run on every push.", basedOn: 1 });
  await page.reload();
  await expect(page.getByText("There is a newer version")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take new version" }).click();
  await expect(page.getByText("evidence version 2")).toBeVisible();
  await expect(page.getByRole("heading", { name: "What it shows" })).toBeFocused();
  await expect(page.locator("ins").filter({ hasText: "every push" })).toBeVisible();
  await expect(page.locator("del").filter({ hasText: "my machine" })).toBeVisible();
  await expect(met(page, 0)).toBeChecked();
  await expect(page.getByText("Marked on an earlier version.")).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Still so/ }).first().click();
  await met(page, 1).check();
  await page.getByRole("radio", { name: "Not met", exact: true }).nth(1).check();
  await expect(page.getByText("Marked on an earlier version.")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(met(page, 0)).toBeChecked();
  await expect(page.getByText("Marked on an earlier version.")).toHaveCount(0);
  const [{ number }] = await query<{ number: number }>(
    "SELECT number FROM reviews r JOIN evidence_versions v ON v.id = r.version_id WHERE r.id = $1", [reviewId]) as [{ number: number }];
  expect(number).toBe(2);
});

test("the second round begins with what was asked and how it was answered", async ({ signedUp }) => {
  const { page, reviewId, learner, email } = await held(signedUp);
  await page.getByLabel("Change or question 1").fill("Run the tests on every push.");
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByRole("heading", { name: "You returned this with changes" })).toBeVisible();
  const [change] = await query<{ id: string }>("SELECT id FROM requested_changes WHERE review_id = $1", [reviewId]);
  await post(learner, `/review/reviews/${reviewId}/resubmit`, { answers: [{ changeId: change!.id, answer: "They run on every push now." }] });
  await keepFor(email, reviewId);
  await page.goto(`${url()}/mentor/queue`);
  const row = page.locator(`[data-review="${reviewId}"]`);
  await expect(row).toContainText("Resubmitted, second round");
  await row.getByRole("button", { name: /^Claim/ }).click();
  await expect(page.getByText(/Held by you/)).toBeVisible();
  const asked = page.getByRole("region", { name: "Asked last time" });
  await expect(asked).toContainText("Run the tests on every push.");
  await expect(asked).toContainText("Answered: They run on every push now.");
});

test("a verdict is taken back with a reason, and its mentor goes on from what they had said", async ({ signedUp }) => {
  const { page, reviewId, learner } = await held(signedUp);
  for (const radio of await page.getByRole("radio", { name: "Met", exact: true }).all()) await radio.check();
  await summary(page).fill("All is well.");
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You confirmed this" })).toBeFocused();
  await page.getByRole("button", { name: "Correct" }).click();
  const dialog = page.getByRole("dialog", { name: "Correct your verdict" });
  await expect(dialog).toContainText("The confirmation is revoked, and you hold the review again for 45 minutes");
  await expectAccessible(page);
  expectRefusals(page, 422);
  await dialog.getByRole("button", { name: "Correct" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("I had looked at the wrong branch.");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await expect(page.getByText(/Held by you/)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Criteria" })).toBeFocused();
  await expect(summary(page)).toHaveValue("All is well.");
  await expect(page.getByText("I had looked at the wrong branch.").first()).toBeVisible();
  await saved(page);
  const [{ revoked }] = await query<{ revoked: boolean }>(
    "SELECT c.revoked_at IS NOT NULL AS revoked FROM confirmations c JOIN verdicts v ON v.id = c.verdict_id WHERE v.review_id = $1", [reviewId]) as [{ revoked: boolean }];
  expect(revoked).toBe(true);

  await page.getByRole("radio", { name: "Not met", exact: true }).first().check();
  await page.getByLabel("Change or question 1").fill("Merge the branch.");
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByRole("heading", { name: "You returned this with changes" })).toBeVisible();
  await learner.goto(`${url()}/reviews/${reviewId}`);
  await expect(learner.getByText("Merge the branch.").first()).toBeVisible();
});

test("after seven days no verdict is offered to be corrected", async ({ signedUp }) => {
  const { page, reviewId } = await held(signedUp);
  await page.getByLabel("Change or question 1").fill("Add a test.");
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByRole("button", { name: "Correct" })).toBeVisible();
  await query("BEGIN; SET LOCAL session_replication_role = replica; UPDATE verdicts SET given_at = given_at - interval '8 days' WHERE review_id = '" + reviewId + "'; COMMIT");
  await page.reload();
  await expect(page.getByRole("heading", { name: "You returned this with changes" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Correct" })).toHaveCount(0);
});
