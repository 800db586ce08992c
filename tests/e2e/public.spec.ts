import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectRefusals, test, url } from "#tests/support/browser.ts";

const pages = ["/", "/guide", "/guide/machine-learning-engineer", "/sign-in", "/sign-up"];

for (const path of pages) {
  test(`${path} is accessible in both themes, narrow and wide`, async ({ page }) => {
    // axe takes its time over the guide, four times.
    test.slow();
    await page.goto(url() + path);
    await awake(page);
    await expectAccessible(page);
  });
}

/** Waits until the page's scripts run. */
async function awake(page: Page): Promise<void> {
  await expect(page.getByRole("radio", { name: "As the system" })).toBeEnabled();
}

test("a page that is not there says so, under the strict policy", async ({ page }) => {
  expectRefusals(page, 404);
  const response = await page.goto(`${url()}/nowhere`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await awake(page);
  await expectAccessible(page);
});

test("what is not there, or not for the reader, says so without JavaScript too", async ({ signedUp, browser }) => {
  const { page } = await signedUp({ role: "mentor" });
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() });
  const plain = await context.newPage();
  for (const path of ["/nowhere", `/mentor/reviews/${crypto.randomUUID()}`, "/guide/nowhere"]) {
    expect((await plain.goto(url() + path))?.status(), path).toBe(404);
    await expect(plain.getByRole("heading", { name: "There is nothing at this address" }), path).toBeVisible();
  }
  await context.close();
});

test("the first page offers a visitor to sign up, and a member to go on", async ({ page, signedUp }) => {
  await page.goto(url());
  await expect(page.getByRole("main").getByRole("link", { name: "Sign up" })).toBeVisible();
  const { page: theirs } = await signedUp();
  await theirs.goto(url());
  await theirs.getByRole("link", { name: "Go on with your roadmap" }).click();
  await theirs.waitForURL("**/roadmap/machine-learning-engineer");
});

test("signing in again in the same browser ends the session before", async ({ signedUp, request }) => {
  const { page, person } = await signedUp();
  const before = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const account = async () => ((await (await request.get(`${url()}/api/v1/account/me`, { headers: { cookie: before } })).json()) as { account: unknown }).account;
  expect(await account()).not.toBeNull();
  // What the open page asks by itself while its session ends may be refused.
  expectRefusals(page, 401);
  // As from a form that was open in another tab: the page itself leads those who are signed in on.
  const { csrfToken } = (await (await page.request.get(`${url()}/api/auth/csrf`)).json()) as { csrfToken: string };
  const { email, password } = person;
  expect((await page.request.post(`${url()}/api/auth/callback/credentials`, { form: { email, password, csrfToken, json: "true" } })).status()).toBe(200);
  expect(await account()).toBeNull();
  await page.goto(`${url()}/portfolio`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Portfolio");
});

test("signing out ends the session also where the browser holds a cookie of a like name", async ({ signedUp, request }) => {
  const { page } = await signedUp();
  expectRefusals(page, 401);
  await page.context().addCookies([{ name: "cairn.session.0", value: "stray", url: url() }]);
  const before = (await page.context().cookies()).filter(({ name }) => name === "cairn.session").map(({ name, value }) => `${name}=${value}`).join("; ");
  const account = async () => ((await (await request.get(`${url()}/api/v1/account/me`, { headers: { cookie: before } })).json()) as { account: unknown }).account;
  expect(await account()).not.toBeNull();
  const { csrfToken } = (await (await page.request.get(`${url()}/api/auth/csrf`)).json()) as { csrfToken: string };
  expect((await page.request.post(`${url()}/api/auth/signout`, { form: { csrfToken, json: "true" } })).status()).toBe(200);
  expect(await account()).toBeNull();
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
  await page.goto(url());
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("a sign-in without an email or a password says which is missing", async ({ page }) => {
  await page.goto(`${url()}/sign-in`);
  await page.getByLabel("Email").fill("somebody@example.org");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Please fill this in.");
  await expect(page.getByLabel("Password")).toBeFocused();
  await expect(page.getByLabel("Email")).toHaveValue("somebody@example.org");
});

test("a wrong password is told in one sentence and keeps the email", async ({ page }) => {
  expectRefusals(page, 401);
  await page.goto(`${url()}/sign-in`);
  await page.getByLabel("Email").fill("nobody@example.org");
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This email and password do not belong together." })).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("nobody@example.org");
});
