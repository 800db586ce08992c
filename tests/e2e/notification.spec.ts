import { expect, type Page } from "@playwright/test";
import { expectAccessible, query, test, url, type Person } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";
const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });

/** A review of the learner's, kept for the mentor, so that no other test claims it meanwhile. */
async function askFor(page: Page, mentor: Person): Promise<string> {
  const evidence = await page.request.post(`${url()}/api/v1/portfolio/evidence`, {
    data: { kind: "repository", url: "https://example.org/work", title: "A piece", shows: "What it shows", itemIds: ["mle.foundations.logistic-regression"] },
  });
  const { evidenceId } = (await evidence.json()) as { evidenceId: string };
  const asked = await page.request.post(`${url()}/api/v1/review/reviews`, {
    headers: { "idempotency-key": crypto.randomUUID() }, data: { evidenceId, itemId: "mle.foundations.logistic-regression" },
  });
  const { reviewId } = (await asked.json()) as { reviewId: string };
  await query("UPDATE reviews SET reserved_for = (SELECT id FROM users WHERE email = $1), reserved_until = now() + interval '1 day' WHERE id = $2", [mentor.email, reviewId]);
  return reviewId;
}

async function claim(page: Page, reviewId: string): Promise<void> {
  const claimed = await page.request.post(`${url()}/api/v1/review/reviews/${reviewId}/claim`, { data: {} });
  expect(claimed.status()).toBe(200);
}

test("a learner is told that a mentor claimed their work, opens it from the bell, and it is read", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Noor נור" });
  const mentor = await signedUp({ name: "Ada 🪨", role: "mentor" });
  const reviewId = await askFor(learner.page, mentor.person);
  const { page } = learner;
  await page.goto("/portfolio");
  await expect(bell(page)).toHaveAccessibleName("Notifications");
  await claim(mentor.page, reviewId);

  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 30_000 });
  await expect(page.getByRole("status").filter({ hasText: "One unread notification" })).toBeAttached();
  await bell(page).click();
  await expect(page.getByRole("link", { name: /Unread: .*Ada 🪨.* is reviewing your work/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /is reviewing your work/ }).click();
  await page.waitForURL(`${url()}/reviews/${reviewId}`);
  await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("what was told is listed, and read by keyboard alone: one by one, and all", async ({ signedUp }) => {
  const { page, person } = await signedUp();
  await page.goto("/notifications");
  await expect(page.getByText("Nothing yet", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await query(
    `INSERT INTO notifications (user_id, event, notice, kind, data, at, delivery)
     SELECT id, 'e2e ' || n, 'roleGranted', 'invitation', '{"role":"mentor"}', now() - n * interval '1 hour', 'off' FROM users, generate_series(1, 40) n WHERE email = $1`,
    [person.email]);
  await page.reload();
  await expect(page.getByText("40 unread notifications.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mark as read: You are a mentor now" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("39 unread notifications.")).toBeVisible();
  await page.getByRole("button", { name: "Older" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(40);
  await page.getByRole("main").getByRole("button", { name: "Mark all as read" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing is unread.")).toBeVisible();
  await expect(page.getByText("Unread:")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Nothing is unread.")).toBeVisible();
});

test("what a review's page shows is read by looking at it", async ({ signedUp }) => {
  const learner = await signedUp();
  const mentor = await signedUp({ role: "mentor" });
  const reviewId = await askFor(learner.page, mentor.person);
  await claim(mentor.page, reviewId);
  await learner.page.goto("/portfolio");
  await expect(bell(learner.page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 30_000 });
  await learner.page.goto(`/reviews/${reviewId}`);
  await expect(learner.page.getByRole("heading", { name: item })).toBeVisible();
  await expect(bell(learner.page)).toHaveAccessibleName("Notifications");
});
