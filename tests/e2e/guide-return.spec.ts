import { expect, type Page } from "@playwright/test";
import { test, url } from "#tests/support/browser.ts";

// Where a page of the guide is when a reader comes back to it. A browser alone is limited by the length of the page that is left, so the reader goes from
// far below in a long page to a shorter one, the roadmap with its folds closed.

const front = "/guide/machine-learning-engineer";

for (const width of [390, 1280]) {
  test.describe(`on a screen of ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    test("a page that was opened at a part and read on from there is come back to where it was left, and so is the next", async ({ page }) => {
      await open(page, "/pay-and-outlook");
      await follow(page, "#outlook");
      const left = await readTo(page, "what-adverts-ask");
      await toNext(page, "Roadmap");
      const next = await readTo(page, "mle.tools");
      await page.goBack();
      await isAt(page, "Pay and outlook", left);
      await page.goForward();
      await isAt(page, "Roadmap", next);
    });

    test("a page is come back to where it was left when the one after it was loaded again", async ({ page }) => {
      await open(page, "/pay-and-outlook");
      const left = await readTo(page, "what-adverts-ask");
      await toNext(page, "Roadmap");
      await page.reload();
      await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
      await page.goBack();
      await isAt(page, "Pay and outlook", left);
    });
  });
}

test("what was unfolded in a page is open when it is come back to, and when it is loaded again", async ({ page }) => {
  await open(page, "/roadmap");
  const folds = page.locator("article details");
  for (const fold of [0, 7, 20]) await folds.nth(fold).locator("summary").click();
  await folds.nth(7).locator("summary").click();
  const left = await readTo(page, "mle.certification");
  const isAsItWas = async () => {
    await isAt(page, "Roadmap", left);
    expect(await folds.evaluateAll((all) => all.flatMap((fold, index) => ((fold as HTMLDetailsElement).open ? [index] : [])))).toEqual([0, 20]);
  };
  await toNext(page, "Certifications");
  await page.goBack();
  await isAsItWas();
  await page.reload();
  await isAsItWas();
});

test("a reader who scrolls while a page is on its way is not taken from there", async ({ page }) => {
  await open(page, "/pay-and-outlook");
  const left = await readTo(page, "what-adverts-ask");
  await toNext(page, "Roadmap");
  await page.reload();
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/\/pay-and-outlook\b/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goBack();
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, -300);
  answer();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBeLessThan(left - 1_000);
});

test("a link to a part leads there again though its address is already that of the page", async ({ page }) => {
  await open(page, "/pay-and-outlook");
  const at = await follow(page, "#outlook");
  await readTo(page, "what-adverts-ask");
  expect(await follow(page, "#outlook")).toBe(at);
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${url()}${front}${path}`);
  await expect(page.getByRole("button", { name: "Search the guide" }).filter({ visible: true })).toBeEnabled();
}

/** Follows a link of the contents, wherever the screen has them, and returns where the page is then. */
async function follow(page: Page, hash: string): Promise<number> {
  await page.locator(`nav a[href='${hash}']`).first().evaluate((link: HTMLElement) => link.click());
  await expect(page.locator(hash)).toBeInViewport();
  await settled(page);
  return await page.evaluate(() => scrollY);
}

/** Scrolls to a part of the page without naming it in the address, and returns where the page is then. */
async function readTo(page: Page, id: string): Promise<number> {
  await page.locator(`[id='${id}']`).evaluate((part) => part.scrollIntoView());
  await settled(page);
  const at = await page.evaluate(() => scrollY);
  expect(at).toBeGreaterThan(500);
  return at;
}

/** Goes to the next section from where the page is: a press of a link would bring it into sight. */
async function toNext(page: Page, heading: string): Promise<void> {
  const ways = page.getByRole("navigation", { name: "Previous and next" });
  await ways.getByRole("link", { name: /^Next/ }).evaluate((link: HTMLElement) => link.click());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
}

async function isAt(page: Page, heading: string, at: number): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
  await settled(page);
  expect(await page.evaluate(() => scrollY), "and stays there").toBe(at);
}

/** Six frames have passed: whatever moves the page after it is drawn has done so. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
