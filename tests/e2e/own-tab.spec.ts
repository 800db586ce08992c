import { expect, type Page } from "@playwright/test";
import { ask, claim } from "#tests/support/asking.ts";
import { expectRefusals, signIn, signUp, test } from "#tests/support/browser.ts";

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

type Start = (options?: { name?: string }) => Promise<{ page: Page }>;

/** Somebody begins evidence without saving it, and somebody else signs in in another tab of the same browser. */
async function takenOver(signedUp: Start) {
  const { page } = await signedUp({ name: "Lea Learner" });
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await page.getByLabel("Title").fill("Half a title");
  const other = await page.context().newPage();
  await page.context().clearCookies();
  return { page, other, signInOther: async () => await signIn(other, await signUp("Somebody Else")) };
}

test("a page of whoever was signed in before is loaded anew for whoever signs in in another tab, without what was begun", async ({ signedUp }) => {
  const { page, signInOther } = await takenOver(signedUp);
  await signInOther();
  await expect(page.getByRole("banner")).toContainText("Somebody Else");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await expect(page.getByLabel("Title")).toHaveValue("");
  expect(await page.evaluate(() => Object.values(sessionStorage).filter((kept) => String(kept).includes("Half a title")))).toEqual([]);
});

test("nothing is saved from one person's page in another's name, also where the tabs cannot tell each other", async ({ signedUp }) => {
  const { page, other, signInOther } = await takenOver(signedUp);
  for (const tab of [page, other]) {
    await tab.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("switched off"); } }));
    await tab.evaluate(() => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("switched off"); } }));
  }
  await signInOther();
  await page.getByLabel("Link").fill("https://example.org/half");
  await page.getByLabel("What it shows").fill("Half of it.");
  expectRefusals(page, 409);
  await page.getByRole("button", { name: "Save evidence" }).click();
  await expect(page.getByRole("banner")).toContainText("Somebody Else");
  await expect(page.getByText("Half a title")).toHaveCount(0);
  await other.goto("/portfolio");
  await expect(other.getByRole("button", { name: "Add evidence" })).toBeVisible();
  await expect(other.getByText("Half a title")).toHaveCount(0);
});
