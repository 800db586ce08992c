import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, expectRefusals, holdBack, query, test, url } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";

/** The learner's part: an evidence for an item, and the ask. Answers the review's id. */
async function ask(page: Page, title: string): Promise<string> {
  await page.goto(`${url()}/portfolio?item=mle.foundations.logistic-regression`);
  await page.getByLabel("Link").fill("https://example.org/regression");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What it shows").fill("What was done, and what came out of it.");
  await page.getByRole("button", { name: "Save evidence" }).click();
  await page.getByRole("button", { name: /^Ask for review/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ask for review" }).click();
  await expect(page.getByText("Asked. Mentors see it in their queue now.")).toBeVisible();
  const [review] = await query<{ id: string }>(
    "SELECT r.id FROM reviews r JOIN evidence_versions v ON v.id = r.version_id WHERE v.title = $1", [title]);
  return review!.id;
}

const rowOf = (page: Page, title: string): Locator => page.getByRole("row").filter({ hasText: title });
const criteria = (page: Page, name: "Met" | "Not met"): Locator => page.getByRole("radio", { name, exact: true });
const uniqueTitle = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;

/** The queue is everybody's: what a test needs twice is kept for its own mentor, so that no other test claims it meanwhile. */
async function keepFor(email: string, reviewId: string): Promise<void> {
  await query(
    "UPDATE reviews SET reserved_for = (SELECT id FROM users WHERE email = $1), reserved_until = now() + interval '1 day' WHERE id = $2",
    [email, reviewId]);
}

async function markAllMet(page: Page): Promise<void> {
  await expect(criteria(page, "Met").first()).toBeVisible();
  for (const radio of await criteria(page, "Met").all()) await radio.check();
}

test("a double click claims once, and nothing is refused", async ({ signedUp }) => {
  const learner = await signedUp();
  const reviewId = await ask(learner.page, uniqueTitle("Clicked twice"));
  const { page, person } = await signedUp({ role: "mentor" });
  await keepFor(person.email, reviewId);
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  const claims: string[] = [];
  page.on("request", (request) => void (request.url().endsWith("/claim") && claims.push(request.url())));
  await page.getByRole("button", { name: "Claim", exact: true }).dblclick();
  await expect(page.getByText(/Held by you/)).toBeVisible();
  expect(claims).toHaveLength(1);
});

test("a hold that has run out keeps what was typed, over a reload too, and can be claimed again", async ({ signedUp }) => {
  const learner = await signedUp();
  const title = uniqueTitle("Run out");
  const reviewId = await ask(learner.page, title);
  const { page } = await signedUp({ role: "mentor" });
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  await markAllMet(page);
  await page.getByLabel("Summary for the learner").fill("Typed before the end 🪨 مرحبا");
  await expect(page.getByText("Your draft is saved.")).toBeVisible();
  // The screen looks for news by itself; what it would find is held back until the verdict is answered.
  const release = await holdBack(page, `${url()}/api/v1/review/reviews/${reviewId}`);
  await query("UPDATE reviews SET lease_until = date_trunc('milliseconds', clock_timestamp()) - interval '1 second' WHERE id = $1", [reviewId]);

  expectRefusals(page, 409);
  const answered = page.waitForResponse((response) => response.url().endsWith("/confirm"));
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await answered;
  release();
  await expect(page.getByText(/Your hold on this review has ended/).first()).toBeVisible();
  await expect(page.getByText("You do not hold this review")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel("Summary for the learner")).toHaveValue("Typed before the end 🪨 مرحبا");
  await page.getByRole("button", { name: "Claim again" }).click();
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("heading", { name: "You confirmed this" })).toBeVisible();
});

test("bad input is named at its field, and everything that was typed stays", async ({ signedUp }) => {
  const learner = await signedUp();
  const reviewId = await ask(learner.page, uniqueTitle("Messy"));
  const { page } = await signedUp({ role: "mentor" });
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  expectRefusals(page, 422);
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByText("Please ask for at least one change.")).toBeVisible();
  await expect(page.getByLabel("Change or question 1")).toBeFocused();

  await page.getByRole("button", { name: "Confirm", exact: true }).click({ force: true });
  await expect(page.getByText("Confirm needs this criterion met.").first()).toBeVisible();
  await expect(criteria(page, "Met").first()).toBeFocused();
  await expectAccessible(page);

  const long = "long ".repeat(20_000);
  await page.getByLabel("Change or question 1").fill("a NUL: \u0000");
  await page.getByLabel("Summary for the learner").fill(long);
  await page.getByRole("button", { name: "Return with changes" }).click();
  await expect(page.getByText(/holds a NUL character/)).toBeVisible();
  await expect(page.getByText(/keep this to 2,000 characters; it has 100,000/)).toBeVisible();
  await expect(page.getByLabel("Summary for the learner")).toHaveValue(long);
  const [{ verdicts }] = await query<{ verdicts: string }>("SELECT count(*) AS verdicts FROM verdicts WHERE review_id = $1", [reviewId]) as [{ verdicts: string }];
  expect(Number(verdicts)).toBe(0);
});

test("a mentor reviews by keyboard alone", async ({ signedUp }) => {
  const learner = await signedUp();
  const title = uniqueTitle("By keyboard");
  await ask(learner.page, title);
  const { page } = await signedUp({ role: "mentor" });
  await page.goto(`${url()}/mentor/queue`);
  // The keys answer once the page is awake, which nothing on it shows.
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: "Keys of the queue" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const target = rowOf(page, title).getByRole("link", { name: item });
  const waiting = await page.locator("[data-review]").count();
  for (let step = 0; step <= waiting && !(await target.evaluate((link) => link === document.activeElement)); step += 1) await page.keyboard.press("j");
  await expect(target).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByText(/Held by you/)).toBeVisible();

  const confirm = page.getByRole("button", { name: "Confirm", exact: true });
  const isFocused = async (locator: Locator) => await locator.evaluate((element) => element === document.activeElement);
  for (const radio of await criteria(page, "Met").all()) {
    for (let step = 0; step < 60 && !(await isFocused(radio)); step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await expect(radio).toBeChecked();
  }
  for (let step = 0; step < 20 && !(await isFocused(confirm)); step += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You confirmed this" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Take next" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Back to the queue" })).toBeFocused();
});

test("a learner who opens a mentor's page of their review is brought to their own", async ({ signedUp }) => {
  const learner = await signedUp();
  const reviewId = await ask(learner.page, uniqueTitle("Own"));
  await learner.page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await learner.page.waitForURL(`${url()}/reviews/${reviewId}`);
});

test("a mentor releases a review, which keeps its place, and is told when they can hold no more", async ({ signedUp }) => {
  const learner = await signedUp();
  const title = uniqueTitle("Given back");
  const reviewId = await ask(learner.page, title);
  const { page, person } = await signedUp({ role: "mentor" });
  await keepFor(person.email, reviewId);
  await page.goto(`${url()}/mentor/queue`);
  await rowOf(page, title).getByRole("button", { name: /^Claim/ }).click();
  await page.getByRole("button", { name: "Release" }).click();
  await page.waitForURL(`${url()}/mentor/queue`);
  await expect(page.getByText("Released. The review is back at its place in the queue.")).toBeVisible();

  await query("UPDATE users SET capacity = 1 WHERE email = $1", [person.email]);
  await keepFor(person.email, reviewId);
  const another = uniqueTitle("Another");
  await keepFor(person.email, await ask(learner.page, another));
  await page.reload();
  await rowOf(page, title).getByRole("button", { name: /^Claim/ }).click();
  await page.waitForURL(`${url()}/mentor/reviews/${reviewId}`);
  await page.getByRole("link", { name: "Queue", exact: true }).first().click();
  await expect(page.getByText("1 of 1: finish or release one to claim another")).toBeVisible();
  expectRefusals(page, 409);
  await rowOf(page, another).getByRole("button", { name: /^Claim/ }).click();
  await expect(page.getByRole("alert").filter({ hasText: "as many as you can at a time" })).toBeVisible();
});
