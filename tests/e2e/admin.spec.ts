import { expect, type Page } from "@playwright/test";
import { ask, judge } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, query, signIn, test } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";

/** A review of the learner's that has waited longer than any other test's, so that it stands on the first page for admins. */
async function waitsLongest(page: Page): Promise<string> {
  const { reviewId } = await ask(page, { title: "Waits" });
  await query("UPDATE reviews SET turn_since = turn_since - interval '40 days', queued_at = queued_at - interval '40 days' WHERE id = $1", [reviewId]);
  return reviewId;
}

test("an admin gives a review that waits to a mentor, then closes it with a reason, which its learner reads", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  await signedUp({ name: "Gil Tuff", role: "mentor" });
  const { page: admin } = await signedUp({ role: "admin" });
  const reviewId = await waitsLongest(learner);
  await admin.goto("/admin");
  await admin.waitForURL("**/admin/reviews");
  await expectAccessible(admin);
  const row = admin.getByRole("row").filter({ hasText: item }).first();
  await row.getByRole("button", { name: /^Reassign/ }).click();
  const dialog = admin.getByRole("dialog");
  expectRefusals(admin, 422);
  await dialog.getByLabel("Mentor").selectOption({ label: "Gil Tuff (holds 0 of 4)" });
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("It has waited for long.");
  await dialog.getByRole("button", { name: "Reassign" }).click();
  await expect(row.getByText("Kept for")).toBeVisible();
  await learner.goto(`/reviews/${reviewId}`);
  await expect(learner.getByText("It has waited for long.")).toBeVisible();

  await row.getByRole("button", { name: /^Close/ }).click();
  await dialog.getByLabel("Reason").fill("The link leads to nothing.");
  await dialog.getByRole("button", { name: "Close the review" }).click();
  await expect(admin.getByText("Closed. The learner is told why.")).toBeVisible();
  await learner.reload();
  await expect(learner.getByText("Closed by an admin")).toBeVisible();
});

test("an admin finds an answered review by its mentor, and takes the confirmation back with a reason, which its learner reads", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor } = await signedUp({ name: "Ivo Brack", role: "mentor" });
  const { page: admin } = await signedUp({ role: "admin" });
  const { reviewId } = await ask(learner, { title: "Confirmed too early" });
  await judge(mentor, reviewId);
  await admin.goto("/admin/reviews");
  await admin.getByLabel("Item or mentor").fill("ivo br");
  const row = admin.getByRole("listitem").filter({ hasText: "Confirmed by Ivo Brack" });
  await expect(row).toHaveCount(1);
  await expectAccessible(admin);
  await row.getByRole("button", { name: `Reopen: ${item}` }).click();
  const dialog = admin.getByRole("dialog");
  expectRefusals(admin, 422);
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(dialog.getByText("Please fill this in.")).toBeVisible();
  await dialog.getByLabel("Reason").fill("The tests were never run.");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(admin.getByText("Nothing is found.")).toBeVisible();
  await learner.goto(`/reviews/${reviewId}`);
  await expect(learner.getByText("The tests were never run.").first()).toBeVisible();
  await expect(learner.getByText("Waiting for a mentor").first()).toBeVisible();
});

test("an admin finds somebody, shuts them out, and lets them in again", async ({ signedUp }) => {
  const { page: somebody, person } = await signedUp({ name: "Pim Marl" });
  const { page: admin } = await signedUp({ role: "admin" });
  await admin.goto("/admin/people");
  await expectAccessible(admin);
  await admin.getByLabel("Name or email").fill(person.email);
  const row = admin.getByRole("listitem").filter({ hasText: person.email });
  // What their open page asks by itself from now on is refused.
  expectRefusals(somebody, 401);
  await row.getByRole("button", { name: "Disable the account of Pim Marl" }).click();
  await admin.getByRole("dialog").getByRole("button", { name: "Disable", exact: true }).click();
  await expect(row.getByText(/^Disabled/)).toBeVisible();
  await somebody.goto("/portfolio");
  await somebody.waitForURL("**/sign-in?**");
  await row.getByRole("button", { name: "Enable the account of Pim Marl" }).click();
  await expect(row.getByRole("button", { name: /^Disable/ })).toBeVisible();
  await signIn(somebody, person);
  await expect(somebody).not.toHaveURL(/sign-in/);
  await admin.getByLabel("Name or email").fill("nobody is called this");
  await expect(admin.getByText("Nobody is found.")).toBeVisible();
});

test("a mentor keeps their profile and marks days off; what cannot be is refused at its field and kept", async ({ signedUp }) => {
  const { page } = await signedUp({ role: "mentor" });
  await page.goto("/settings/mentor");
  await expectAccessible(page);
  expectRefusals(page, 422);
  await page.getByLabel("Reviews at a time").fill("many");
  await page.getByRole("button", { name: "Keep the profile" }).click();
  await expect(page.getByText("Please give a whole number.")).toBeVisible();
  await expect(page.getByLabel("Reviews at a time")).toHaveValue("many");
  await page.getByLabel("Reviews at a time").fill("2");
  await page.getByRole("group", { name: "Steps you review" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Keep the profile" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Reviews at a time")).toHaveValue("2");
  await expect(page.getByRole("group", { name: "Steps you review" }).getByRole("checkbox").first()).toBeChecked();

  await page.getByLabel("First day").fill("2030-05-02");
  await page.getByLabel("Last day").fill("2030-05-01");
  await page.getByRole("button", { name: "Mark days off" }).click();
  await expect(page.getByLabel("Last day")).toHaveAttribute("aria-invalid", "true");
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel("First day").fill(soon);
  await page.getByLabel("Last day").fill(soon);
  await page.getByRole("button", { name: "Mark days off" }).click();
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.getByText("Cancelled. You are there on these days.")).toBeVisible();
});
