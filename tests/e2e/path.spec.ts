import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectRefusals, holdBack, test, url } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";

async function addEvidence(page: Page, title: string) {
  await page.goto(`${url()}/portfolio?item=mle.foundations.logistic-regression`);
  await page.getByLabel("Link").fill("https://example.org/pebbles");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What it shows").fill("A derivation, and the tests that hold it. مرحبا 🪨");
  await page.getByRole("button", { name: "Save evidence" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
}

async function askForReview(page: Page) {
  await page.getByRole("button", { name: /^Ask for review/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/Question/).fill("Is the tolerance strict enough?");
  await dialog.getByRole("button", { name: "Ask for review" }).click();
  await expect(page.getByText("Waiting for a mentor").first()).toBeVisible();
}

async function mark(page: Page, name: "Met" | "Not met", which: "all" | number) {
  const radios = page.getByRole("radio", { name, exact: true });
  const chosen = which === "all" ? await radios.all() : [radios.nth(which)];
  for (const radio of chosen) await radio.check();
}

test("a review of two rounds ends with a confirmation beside the learner's own tick", async ({ signedUp }) => {
  // Four pages are measured in both themes at both widths.
  test.slow();
  const { page: learner } = await signedUp({ name: "Lea Stone" });
  const { page: mentor } = await signedUp({ name: "Mia Moss", role: "mentor" });
  await addEvidence(learner, "Logit from pebbles");
  await expectAccessible(learner);
  await askForReview(learner);

  await mentor.goto(`${url()}/mentor/queue`);
  await expectAccessible(mentor);
  const row = mentor.getByRole("row").filter({ hasText: "Lea Stone" });
  await row.getByRole("button", { name: /Claim/ }).click();
  await mentor.waitForURL("**/mentor/reviews/*");
  await expectAccessible(mentor);
  await mark(mentor, "Met", "all");
  await mark(mentor, "Not met", 2);
  await mentor.getByLabel(/Change or question 1/).fill("Run the tests on every push.");
  await mentor.getByRole("button", { name: "Return with changes" }).click();
  await expect(mentor.getByText(/returned/i).first()).toBeVisible();

  await learner.goto(`${url()}/reviews`);
  await learner.getByRole("link", { name: item }).click();
  await learner.waitForURL("**/reviews/*");
  await expectAccessible(learner);
  expectRefusals(learner, 422);
  await learner.getByRole("button", { name: "Resubmit" }).click();
  await expect(learner.getByText("Please fill this in.")).toBeVisible();
  await learner.getByLabel(/Run the tests on every push/).fill("They run on every push now.");
  await learner.getByRole("button", { name: "Resubmit" }).click();
  await expect(learner.getByText("Waiting for a mentor").first()).toBeVisible();
  await expect(learner.getByRole("listitem").filter({ hasText: "Run the tests on every push." })).toContainText("Answered: They run on every push now.");

  await mentor.goto(`${url()}/mentor/queue`);
  await mentor.getByRole("row").filter({ hasText: "Lea Stone" }).getByRole("button", { name: /Claim/ }).click();
  await mentor.waitForURL("**/mentor/reviews/*");
  await expect(mentor.getByText("They run on every push now.")).toBeVisible();
  await mark(mentor, "Met", "all");
  await mentor.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(mentor.getByText(/confirmed/i).first()).toBeVisible();

  await learner.goto(`${url()}/roadmap/machine-learning-engineer`);
  await expect(learner.getByText("Confirmed by Mia Moss")).toBeVisible();
  await expect(learner.getByText("0 of 6 done, 1 confirmed")).toBeVisible();
  await expect(learner.getByText("Your own mark: to do")).toBeVisible();
});

test("a second mentor is told that somebody was faster, and finds nothing", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Noa Slate" });
  const { page: one } = await signedUp({ role: "mentor" });
  const { page: two } = await signedUp({ role: "mentor" });
  await addEvidence(learner, "Raced for");
  await askForReview(learner);
  // The row would leave the second mentor's queue at once; here they press in the same instant.
  const release = await holdBack(two, /\/api\/v1\/review\/queue/);
  for (const page of [one, two]) await page.goto(`${url()}/mentor/queue`);
  await one.getByRole("row").filter({ hasText: "Noa Slate" }).getByRole("button", { name: /Claim/ }).click();
  await one.waitForURL("**/mentor/reviews/*");
  expectRefusals(two, 409, 404);
  await two.getByRole("row").filter({ hasText: "Noa Slate" }).getByRole("button", { name: /Claim/ }).click();
  await expect(two.getByText(/Another mentor has claimed/).first()).toBeVisible();
  release();
  const response = await two.goto(one.url());
  expect(response?.status()).toBe(404);
});

test("a learner withdraws, and the mentor's verdict is refused with its text kept", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Ida Flint" });
  const { page: mentor } = await signedUp({ role: "mentor" });
  await addEvidence(learner, "Taken back");
  await askForReview(learner);
  await mentor.goto(`${url()}/mentor/queue`);
  await mentor.getByRole("row").filter({ hasText: "Ida Flint" }).getByRole("button", { name: /Claim/ }).click();
  await mentor.waitForURL("**/mentor/reviews/*");
  await mentor.getByLabel(/Change or question 1/).fill("Something long that must not be lost.");
  const release = await holdBack(mentor, /\/api\/v1\/review\/reviews\/[^/]+$/);
  await learner.goto(`${url()}/reviews`);
  await learner.getByRole("button", { name: /^Withdraw/ }).click();
  await learner.getByRole("dialog").getByRole("button", { name: "Withdraw" }).click();
  await expect(learner.getByText("Withdrawn", { exact: true })).toBeVisible();
  expectRefusals(mentor, 409, 404);
  await mentor.getByRole("button", { name: "Return with changes" }).click();
  await expect(mentor.getByText(/withdrawn/i).first()).toBeVisible();
  release();
  await expect(mentor.getByText("Something long that must not be lost.").or(mentor.locator("textarea").filter({ hasText: "Something long" })).first()).toBeVisible();
});

const messy: [field: string, text: string, message: RegExp][] = [
  ["Link", "data:text/html,hello", /starts with https/],
  ["Link", "", /fill this in/],
  ["Title", "", /fill this in/],
  ["Title", "x".repeat(100_000), /120 characters/],
  ["What it shows", "y".repeat(100_000), /4,000 characters/],
  ["What it shows", "a\u0000b", /NUL/],
];

for (const [field, text, message] of messy) {
  test(`${field} with ${text.length > 40 ? "100 kB" : JSON.stringify(text)} is refused at the field and kept`, async ({ signedUp }) => {
    const { page } = await signedUp();
    await page.goto(`${url()}/portfolio?item=mle.foundations.pca`);
    await page.getByLabel("Link").fill("https://example.org/x");
    await page.getByLabel("Title").fill("A title");
    await page.getByLabel("What it shows").fill("Something");
    await page.getByLabel(field).fill(text);
    expectRefusals(page, 422);
    await page.getByRole("button", { name: "Save evidence" }).click();
    await expect(page.getByText(message)).toBeVisible();
    await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(field)).toHaveValue(text);
    await page.reload();
    await expect(page.getByRole("listitem").filter({ hasText: "A title" })).toHaveCount(0);
  });
}

test("right-to-left text and emoji are kept to the letter", async ({ signedUp }) => {
  const { page } = await signedUp();
  await addEvidence(page, "مشروع 🪨 \u202Eabc");
  await expectAccessible(page);
});
