import { expect, type Page } from "@playwright/test";
import { ask, askMany, claim, keepFor, uniqueTitle } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, query, test, url } from "#tests/support/browser.ts";

const foundations = "Build the base: mathematics, statistics and programming";
const tools = "Master the tools by building and shipping";
const community = "Network, show the work and get hired";

const rowOf = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

/** Presses a key until it does something: the keys answer once the page is awake, which nothing on it shows. */
async function pressAwake(page: Page, key: string, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await done();
  }).toPass();
}

test("what waits stands under its step, the mentor's own steps first, and can be narrowed to one step", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Quin Quartz" });
  const { page, person } = await signedUp({ role: "mentor" });
  await query("UPDATE users SET review_steps = '{mle.community}' WHERE email = $1", [person.email]);
  const titles = { "mle.foundations.pca": uniqueTitle("Base"), "mle.community.talk": uniqueTitle("Talk"), "mle.tools.serving": uniqueTitle("Tool") };
  for (const [itemId, title] of Object.entries(titles)) await keepFor(person.email, (await ask(learner.page, { itemId, title })).reviewId);

  await page.goto(`${url()}/mentor/queue`);
  const steps = await page.getByRole("rowheader").allTextContents();
  const placeOf = (title: string) => steps.findIndex((text) => text.includes(title));
  expect(placeOf(community)).toBe(0);
  expect(steps[0]).toContain("Your step");
  expect(placeOf(foundations)).toBeGreaterThan(0);
  expect(placeOf(tools)).toBeGreaterThan(placeOf(foundations));
  await expect(rowOf(page, titles["mle.community.talk"])).toContainText("New");
  await expect(rowOf(page, titles["mle.community.talk"])).toContainText("Kept for you");
  await expectAccessible(page);

  await page.getByLabel("Step").selectOption({ label: `3. ${tools}` });
  await expect(rowOf(page, titles["mle.tools.serving"])).toBeVisible();
  await expect(rowOf(page, titles["mle.community.talk"])).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Step")).toHaveValue("mle.tools");
  await expect(rowOf(page, titles["mle.foundations.pca"])).toHaveCount(0);
  await page.getByLabel("Step").selectOption({ label: "All steps, yours first" });
  await expect(rowOf(page, titles["mle.foundations.pca"])).toBeVisible();

  await page.goto(`${url()}/mentor/queue?step=no.such.step`);
  await expect(page.getByText("Nothing waits in this step")).toBeVisible();
  await page.getByRole("button", { name: "Show all steps" }).click();
  await expect(rowOf(page, titles["mle.community.talk"])).toBeVisible();
});

test("evidence and criteria are looked at in the queue without claiming, also by key", async ({ signedUp }) => {
  const learner = await signedUp();
  const { page, person } = await signedUp({ role: "mentor" });
  const title = uniqueTitle("Looked at");
  const { reviewId } = await ask(learner.page, { title, shows: "A derivation that nobody has claimed.", question: "Is the tolerance strict enough?" });
  await keepFor(person.email, reviewId);
  await page.goto(`${url()}/mentor/queue`);
  const preview = rowOf(page, title).getByRole("button", { name: /^Preview/ });
  await preview.click();
  await expect(page.getByText("A derivation that nobody has claimed.")).toBeVisible();
  await expect(page.getByText("Is the tolerance strict enough?")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Criteria" })).toBeVisible();
  await expect(preview).toHaveAttribute("aria-expanded", "true");
  await expectAccessible(page);
  await preview.focus();
  await page.keyboard.press("p");
  await expect(page.getByText("A derivation that nobody has claimed.")).toHaveCount(0);
  const [{ status }] = await query<{ status: string }>("SELECT status FROM reviews WHERE id = $1", [reviewId]) as [{ status: string }];
  expect(status).toBe("waiting");
});

test("a row that is looked at stays where it is when another mentor claims it, says so, and leaves when it is closed", async ({ signedUp }) => {
  const learner = await signedUp();
  const [{ page, person }, other] = [await signedUp({ role: "mentor" }), await signedUp({ role: "mentor" })];
  const title = uniqueTitle("Taken meanwhile");
  const { reviewId } = await ask(learner.page, { title, shows: "Seen until somebody takes it." });
  await keepFor(person.email, reviewId);
  await page.goto(`${url()}/mentor/queue`);
  const preview = rowOf(page, title).getByRole("button", { name: /^Preview/ });
  await preview.click();
  await expect(page.getByText("Seen until somebody takes it.")).toBeVisible();
  expectRefusals(page, 404);
  await keepFor(other.person.email, reviewId);
  await claim(other.page, reviewId);
  await expect(page.getByText("This waits no longer")).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText("Seen until somebody takes it.")).toHaveCount(0);
  await expect(preview).toBeFocused();
  await expect(rowOf(page, title).getByRole("button", { name: /^Claim/ })).toHaveCount(0);
  await expectAccessible(page);
  await preview.click();
  await expect(rowOf(page, title)).toHaveCount(0);
});

test("one key takes what has waited longest, of the step that is shown, and says so when nothing waits", async ({ signedUp }) => {
  const learner = await signedUp();
  const { page, person } = await signedUp({ role: "mentor" });
  const titles = [uniqueTitle("Older"), uniqueTitle("Newer")];
  for (const title of titles) await keepFor(person.email, (await ask(learner.page, { itemId: "mle.certification.exam", title })).reviewId);
  await page.goto(`${url()}/mentor/queue?step=mle.certification`);
  await expect(rowOf(page, titles[0]!)).toBeVisible();
  await pressAwake(page, "t", async () => await page.waitForURL("**/mentor/reviews/*", { timeout: 3_000 }));
  await expect(page.getByText(titles[0]!).first()).toBeVisible();
  await expect(page.getByText(/Held by you/)).toBeVisible();

  await page.goto(`${url()}/mentor/queue?step=mle.staying-current`);
  expectRefusals(page, 409);
  await page.getByRole("button", { name: "Take next" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Nothing waits for you at the moment" })).toBeVisible();
  await expectAccessible(page);

  await query("UPDATE users SET capacity = 1 WHERE email = $1", [person.email]);
  await page.goto(`${url()}/mentor/queue?step=mle.certification`);
  await page.getByRole("button", { name: "Take next" }).click();
  await expect(page.getByRole("status").filter({ hasText: "as many as you can at a time" })).toBeVisible();
});

test("a queue of more than fifty is read on page by page, each review once", async ({ signedUp }) => {
  const learner = await signedUp();
  const { page, person } = await signedUp({ role: "mentor" });
  const { reviewId } = await ask(learner.page, { itemId: "mle.education.capstone", title: uniqueTitle("The newest") });
  await keepFor(person.email, reviewId);
  await askMany(reviewId, 119);
  await page.goto(`${url()}/mentor/queue?step=mle.education`);
  const rows = page.locator("[data-review]");
  await expect(rows).toHaveCount(50);
  await expect(page.getByRole("status").filter({ hasText: "The first 50 are shown." })).toBeVisible();
  const more = page.getByRole("button", { name: "More" });
  await more.click();
  await expect(rows).toHaveCount(100);
  await expect(rows.nth(50).getByRole("link").first()).toBeFocused();
  await more.click();
  await expect(rows).toHaveCount(120);
  await expect(more).toHaveCount(0);
  await expect(page.getByRole("status").filter({ hasText: "All 120 that wait are shown." })).toBeVisible();
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-review")));
  expect(new Set(ids).size).toBe(120);
  expect(ids.at(-1)).toBe(reviewId);
  // Past the first page, by keyboard: the focus goes from row to row and stays in view.
  await rows.nth(98).getByRole("link").first().focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(rows.nth(100).getByRole("link").first()).toBeFocused();
  await expect(rows.nth(100)).toBeInViewport();
});
