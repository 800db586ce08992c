import { expect, type Page } from "@playwright/test";
import { addEvidence, ask as askByApi, claim, judge, keepFor, post } from "#tests/support/asking.ts";
import { expectAccessible, query, test, url } from "#tests/support/browser.ts";

/** Asks through the page's own question, of the one evidence there is; resolves to the review. */
async function ask(page: Page, { underAlias = false, ticks = 0 } = {}): Promise<string> {
  await page.getByRole("button", { name: /^Ask for review of/ }).click();
  const dialog = page.getByRole("dialog");
  if (underAlias) await dialog.getByLabel("Go by a generated name").check();
  const boxes = dialog.getByRole("group", { name: "It is judged against" }).getByRole("checkbox");
  for (let index = 0; index < ticks; index += 1) await boxes.nth(index).check();
  await dialog.getByRole("button", { name: "Ask for review" }).click();
  await page.getByRole("link", { name: /Waiting for a mentor/ }).first().click();
  await page.waitForURL("**/reviews/*");
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

test("somebody asks under a generated name, with a check of their own, and the mentor learns both and not who it is", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Yuki Karst" });
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, { title: "Under another name" });
  await learner.goto("/portfolio");
  await learner.getByRole("button", { name: /^Ask for review of/ }).click();
  const dialog = learner.getByRole("dialog");
  await dialog.getByLabel(/Question/).fill("Kept while the page is read anew");
  await dialog.getByLabel("Go by a generated name").check();
  await expect(dialog.getByText("This may show who you are")).toBeVisible();
  await expectAccessible(learner);
  await learner.keyboard.press("Escape");
  await learner.reload();
  await learner.getByRole("button", { name: /^Ask for review of/ }).click();
  await expect(dialog.getByLabel(/Question/)).toHaveValue("Kept while the page is read anew");
  await expect(dialog.getByLabel("Go by a generated name")).toBeChecked();
  await expect(dialog.getByText("This may show who you are")).toBeVisible();
  await learner.keyboard.press("Escape");

  const reviewId = await ask(learner, { underAlias: true, ticks: 1 });
  await keepFor(person.email, reviewId);
  await expect(learner.getByText(/Mentors know you here as/)).toBeVisible();
  await expect(learner.getByText("Met, by your own check when you asked", { exact: true })).toHaveCount(1);
  await claim(mentor, reviewId);
  await mentor.goto(`/mentor/reviews/${reviewId}`);
  const alias = /Mentors know you here as (.+?)\./.exec(await learner.getByText(/Mentors know you here as/).innerText())![1]!;
  await expect(mentor.getByText(alias).first()).toBeVisible();
  expect(await mentor.content()).not.toContain("Yuki");
});

test("a learner says thanks for confirmed work, once, and the mentor gets no message", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, { title: "To be thanked for" });
  await learner.goto("/portfolio");
  const reviewId = await ask(learner);
  await keepFor(person.email, reviewId);
  await judge(mentor, reviewId);
  await learner.reload();
  await learner.getByRole("button", { name: "Say thanks" }).click();
  await expect(learner.getByText(/You said thanks,/)).toBeVisible();
  await expectAccessible(learner);
  // What is told is told by a job, which another hands on.
  const underWay = "SELECT name FROM pgboss.job WHERE name IN ('events', 'notification.tell') AND state < 'completed' AND data::text LIKE '%' || $1 || '%'";
  await expect.poll(async () => await query(underWay, [reviewId])).toEqual([]);
  const told = await query("SELECT 1 FROM notifications WHERE review_id = $1 AND user_id = (SELECT id FROM users WHERE email = $2)", [reviewId, person.email]);
  expect(told).toEqual([]);
});

test("a learner blocks the mentor who holds their review, which goes back to its place, and takes the block back", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ name: "Bo Scree", role: "mentor" });
  await addEvidence(learner, { title: "Not with this mentor" });
  await learner.goto("/portfolio");
  const reviewId = await ask(learner);
  await keepFor(person.email, reviewId);
  await claim(mentor, reviewId);
  await learner.reload();
  await learner.getByRole("button", { name: "Block Bo Scree" }).click();
  await learner.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await expect(learner.getByRole("button", { name: "Unblock Bo Scree" })).toBeVisible();
  await expect(learner.getByText("You blocked the mentor; the review kept its place")).toBeVisible();
  expect((await mentor.request.get(`${url()}/api/v1/review/reviews/${reviewId}`)).status()).toBe(404);
  await learner.goto("/reviews");
  await expectAccessible(learner);
  await learner.getByRole("button", { name: "Unblock Bo Scree" }).click();
  await expect(learner.getByText("Mentors you have blocked")).toBeHidden();
});

test("a verdict that is taken back is shown so, with its reason, and asks for nothing any more", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, { title: "Judged too soon" });
  await learner.goto("/portfolio");
  const reviewId = await ask(learner);
  await keepFor(person.email, reviewId);
  await judge(mentor, reviewId, ["Name the data."]);
  await learner.reload();
  await expect(learner.getByLabel(/Name the data/)).toBeVisible();
  await post(mentor, `/review/reviews/${reviewId}/correct`, { reason: "The data were named; I had overlooked them." });
  await learner.reload();
  await expect(learner.getByText("What was asked was taken back")).toBeVisible();
  await expect(learner.getByText("The data were named; I had overlooked them.").first()).toBeVisible();
  await expect(learner.getByLabel(/Name the data/)).toBeHidden();
  await expectAccessible(learner);
});

test("a review that an admin closes says so, with the reason", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: admin } = await signedUp({ role: "admin" });
  await addEvidence(learner, { title: "Closed" });
  await learner.goto("/portfolio");
  const reviewId = await ask(learner);
  await post(admin, `/review/reviews/${reviewId}/close`, { reason: "The link leads to somebody else's work." });
  await learner.reload();
  await expect(learner.getByText("Closed by an admin")).toBeVisible();
  await expect(learner.getByText("The link leads to somebody else's work.").first()).toBeVisible();
});

test("an answer that was begun is there again when its learner has made a new version first, and gone when it was sent", async ({ signedUp }) => {
  const { page } = await signedUp();
  const { page: mentor } = await signedUp({ role: "mentor" });
  const { reviewId } = await askByApi(page, { title: "Answered in between" });
  await judge(mentor, reviewId, ["Add a test"]);
  await page.goto(`/reviews/${reviewId}`);
  const field = page.getByLabel(/Add a test/);
  await field.fill("A test runs on every push");
  await page.getByRole("link", { name: "Make a new version first" }).click();
  await page.waitForURL("**/portfolio**");
  await page.goto(`/reviews/${reviewId}`);
  await expect(field).toHaveValue("A test runs on every push");
  await page.getByRole("button", { name: "Resubmit" }).click();
  await expect(page.getByText("Sent back.")).toBeVisible();
  expect(await page.evaluate(() => Object.values(sessionStorage).filter((kept) => String(kept).includes("A test runs")))).toEqual([]);
});

test("withdrawing ends what can be written to mentors, at once", async ({ signedUp }) => {
  const { page } = await signedUp();
  const { reviewId } = await askByApi(page, { title: "Withdrawn at once" });
  await page.goto(`/reviews/${reviewId}`);
  await expect(page.getByLabel("Message to your mentor")).toBeVisible();
  await page.getByRole("button", { name: /^Withdraw/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("This is over, so nothing can be added.")).toBeVisible();
  await expect(page.getByLabel("Message to your mentor")).toBeHidden();
});
