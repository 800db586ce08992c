import { expect, type Page } from "@playwright/test";
import { holdBack, test, url } from "#tests/support/browser.ts";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const focused = (page: Page) => page.locator(":focus");

test("a chosen theme is kept on the next page, and the system's comes back when it is chosen again", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${url()}/`);
  const light = await ground(page);
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(() => ground(page)).not.toBe(light);
  const dark = await ground(page);
  await page.goto(`${url()}/sign-in`);
  expect(await ground(page)).toBe(dark);
  await page.getByRole("radio", { name: "As the system" }).check();
  await expect.poll(() => ground(page)).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => ground(page)).toBe(dark);
});

test("a theme cannot be chosen before the page would follow", async ({ page }) => {
  const release = await holdBack(page, "**/*.js");
  // The page's load may wait for its scripts.
  await page.goto(`${url()}/`, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("radio", { name: "Dark" })).toBeDisabled();
  release();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeEnabled();
});

test("without JavaScript the system's theme is used, and the narrow menu opens", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark", viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  await page.goto(`${url()}/`);
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Guide" })).toBeVisible();
  // Screenshots, because a page without JavaScript cannot be asked for its colours.
  const shot = (colorScheme: "light" | "dark") => page.emulateMedia({ colorScheme }).then(() => page.screenshot());
  expect((await shot("dark")).equals(await shot("light"))).toBe(false);
  await context.close();
});

test("the header's menu at 320 pixels works by keyboard alone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${url()}/`);
  const menu = page.getByRole("button", { name: "Menu" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Guide");
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
});

test("the first thing that Tab reaches skips to the content", async ({ page }) => {
  await page.goto(`${url()}/`);
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Skip to the content");
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("the header of a static page learns who is signed in, and signing out ends it", async ({ signedUp }) => {
  const { page, person } = await signedUp({ name: "Wren Ashdown" });
  await page.goto("/");
  await page.getByRole("button", { name: `Account: ${person.name}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/portfolio");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fportfolio$/);
});

test("sign-in leads to the page that was asked for, and never to another site", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/sign-in?next=/portfolio");
  await expect(page).toHaveURL(`${url()}/portfolio`);
  await page.goto("/sign-in?next=//elsewhere.example/");
  await expect(page).toHaveURL(`${url()}/roadmap/machine-learning-engineer`);
});
