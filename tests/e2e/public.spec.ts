import { expect } from "@playwright/test";
import { expectAccessible, expectRefusals, test, url } from "#tests/support/browser.ts";

const pages = ["/", "/guide", "/guide/machine-learning-engineer", "/sign-in", "/sign-up"];

for (const path of pages) {
  test(`${path} is accessible in both themes, narrow and wide`, async ({ page }) => {
    // axe takes its time over the guide, four times.
    test.slow();
    await page.goto(url() + path);
    await expectAccessible(page);
  });
}

test("a page that is not there says so, under the strict policy", async ({ page }) => {
  expectRefusals(page, 404);
  const response = await page.goto(`${url()}/nowhere`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("somebody signs up, is signed in, and signs out", async ({ page }) => {
  const email = `${crypto.randomUUID()}@example.org`;
  await page.goto(`${url()}/sign-up`);
  await page.getByLabel("Name").fill("Núria Ωmega 🪨");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill("short");
  expectRefusals(page, 422);
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Please use at least 10 characters", { exact: false })).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await page.getByLabel("Password").fill("a longer password");
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.waitForURL("**/roadmap/machine-learning-engineer");
});

test("a wrong password is told in one sentence and keeps the email", async ({ page }) => {
  expectRefusals(page, 401);
  await page.goto(`${url()}/sign-in`);
  await page.getByLabel("Email").fill("nobody@example.org");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: /do not belong together|not/i }).first()).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.org");
});
