import { expect } from "@playwright/test";
import { expectAccessible, test, url } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";

test("a learner asks for advice on unfinished work, and a mentor picks it up, answers, and is thanked", async ({ signedUp }) => {
  const [{ page }, mentor] = [await signedUp({ name: "Lea Learner" }), await signedUp({ name: "Mo Mentor", role: "mentor" })];
  await page.goto(`${url()}/portfolio?item=mle.foundations.logistic-regression`);
  await page.getByLabel("Link").fill("https://example.org/half");
  await page.getByLabel("Title").fill("Half a model");
  await page.getByLabel("What it shows").fill("A loss that does not go down.");
  await page.getByRole("button", { name: "Save evidence" }).click();
  await page.getByRole("link", { name: `Ask for advice on Half a model for ${item}` }).click();
  await expect(page.getByRole("heading", { name: "Ask for advice" })).toBeVisible();
  await expectAccessible(page);
  const question = `Why does the loss not go down? ${crypto.randomUUID()}`;
  await page.getByLabel("Your question").fill(question);
  await page.getByLabel(/Go by a generated name/).check();
  await page.reload();
  await expect(page.getByLabel("Your question")).toHaveValue(question);
  await expect(page.getByLabel(/Go by a generated name/)).toBeChecked();
  await page.getByRole("button", { name: "Ask for advice" }).click();
  await expect(page.getByText("Waits for a mentor")).toBeVisible();

  await mentor.page.goto(`${url()}/mentor/advice`);
  const row = mentor.page.getByRole("listitem").filter({ hasText: question });
  await expect(row).toBeVisible();
  await expect(row).not.toContainText("Lea Learner");
  await expectAccessible(mentor.page);
  await row.getByRole("link", { name: item }).click();
  await mentor.page.getByRole("button", { name: "Pick up" }).click();
  await mentor.page.getByLabel("Message to the learner").fill("Is the *learning rate* too high?");
  await mentor.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(mentor.page.getByRole("list", { name: "Messages, oldest first" })).toContainText("Is the learning rate too high?");
  await expect(mentor.page.locator("main")).not.toContainText("Lea Learner");
  await expectAccessible(mentor.page);

  await page.reload();
  await expect(page.getByText("With Mo Mentor")).toBeVisible();
  await page.getByLabel("Message to your mentor").fill("It was. Thank you!");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByRole("list", { name: "Messages, oldest first" })).toContainText("It was. Thank you!");
  await page.getByRole("button", { name: "Close it" }).click();
  await expect(page.getByText("Closed", { exact: true })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Advice" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: question })).toContainText("Closed");
  await expectAccessible(page);
});
