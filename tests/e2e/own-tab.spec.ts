import { expect } from "@playwright/test";
import { ask, claim } from "#tests/support/asking.ts";
import { signIn, signUp, test } from "#tests/support/browser.ts";

test("words that were not sent outlast a look at the guide, and are gone when somebody else signs in in the tab", async ({ signedUp }) => {
  const [{ page, person }, mentor] = [await signedUp({ name: "Lea Learner" }), await signedUp({ role: "mentor" })];
  const { reviewId } = await ask(page, { title: "A piece of work" });
  await claim(mentor.page, reviewId);
  const field = page.getByLabel("Message to your mentor", { exact: true });
  const keptWords = async () => await page.evaluate(() => Object.values(sessionStorage).filter((kept) => String(kept).includes("Half a sentence")).length);
  await page.goto(`/reviews/${reviewId}`);
  await field.fill("Half a sentence");
  await expect.poll(keptWords).toBe(1);
  await page.goto("/guide/machine-learning-engineer");
  await expect(page.getByRole("banner")).toContainText(person.name);
  await page.goto(`/reviews/${reviewId}`);
  await expect(field).toHaveValue("Half a sentence");

  // The session ends without a word while a public page is open, and the next one knows of nobody.
  await page.goto("/guide/machine-learning-engineer");
  await expect(page.getByRole("banner")).toContainText(person.name);
  await page.context().clearCookies();
  await Promise.all([page.waitForResponse("**/api/v1/account/me"), page.goto("/sign-in")]);
  await signIn(page, await signUp("Somebody Else"));
  await page.goto("/reviews");
  await expect.poll(keptWords).toBe(0);
});
