import { expect, type Page } from "@playwright/test";
import { holdBack, test, url } from "#tests/support/browser.ts";

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
      await toNextLoadedAgain(page, "Roadmap");
      await page.goBack();
      await isAt(page, "Pay and outlook", left);
    });

    for (const part of ["", "#outlook"]) {
      test(`a page${part ? " that was opened at a part" : ""} is where it was left when its data does not come and it is loaded anew`, async ({ page }) => {
        await open(page, "/pay-and-outlook");
        if (part) await follow(page, part);
        const left = await readTo(page, "what-adverts-ask");
        await toNextLoadedAgain(page, "Roadmap");
        // Refused, it would be told on the console.
        await page.route(/\/pay-and-outlook\b/, (route) => route.request().resourceType() === "document" ? route.continue() : route.fulfill({ body: "Welcome" }));
        await page.evaluate(() => (document.documentElement.dataset.document = "old"));
        await page.goBack();
        await isAt(page, "Pay and outlook", left);
        await expect(page.locator("html")).not.toHaveAttribute("data-document");
      });
    }
  });
}

test("what was unfolded in a page is open when it is come back to, and when it is loaded again", async ({ page }) => {
  await open(page, "/roadmap");
  for (const fold of [0, 7, 20, 7]) await turn(page, fold);
  const left = await readTo(page, "mle.certification");
  await toNext(page, "Certifications");
  await page.goBack();
  await isAt(page, "Roadmap", left, [0, 20]);
  await page.reload();
  await isAt(page, "Roadmap", left, [0, 20]);
});

test("what was unfolded before a part of the page was gone to is open when that is come back to, and so is what was before", async ({ page }) => {
  await open(page, "/roadmap");
  for (const fold of [0, 5]) await turn(page, fold);
  await follow(page, "#mle.tools");
  const left = await readTo(page, "mle.certification");
  await toNext(page, "Certifications");
  await page.goBack();
  await isAt(page, "Roadmap", left, [0, 5]);
  await turn(page, 0);
  await page.goBack();
  await expect(page).toHaveURL(/\/roadmap$/);
  const before = await readTo(page, "mle.tools");
  await toNext(page, "Certifications");
  await page.goBack();
  await isAt(page, "Roadmap", before, [5]);
});

test("a fold that the address names and the reader has closed is closed when the page is come back to, and when it is loaded again", async ({ page }) => {
  await open(page, "/roadmap#mle.tools.pipeline");
  await expect.poll(() => opened(page)).toHaveLength(1);
  await turn(page, (await opened(page))[0]!);
  const left = await readTo(page, "mle.certification");
  await follow(page, "#mle.education");
  await page.goBack();
  await isAt(page, "Roadmap", left, []);
  await toNext(page, "Certifications");
  await page.goBack();
  await isAt(page, "Roadmap", left, []);
  await page.reload();
  await isAt(page, "Roadmap", left, []);
});

test("a page that was opened at a part and read on from there is where it was left when it is loaded again", async ({ page }) => {
  await open(page, "/terms#term-linear-model");
  const left = await readTo(page, "term-pipeline");
  await page.reload();
  await isAt(page, "Terms", left);
  await page.goto(`${url()}${front}/certifications`);
  await page.goBack();
  await isAt(page, "Terms", left);
});

test("of two steps back, the second taken before the page of the first is there, neither page loses its place", async ({ page }) => {
  await open(page, "/roadmap");
  await turn(page, 0);
  const first = await readTo(page, "mle.tools");
  await follow(page, "#mle.certification");
  await toNextLoadedAgain(page, "Certifications");
  const last = await readTo(page, "free-proofs");
  const release = await holdBack(page, /\/roadmap\b/);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/roadmap#mle\.certification$/);
  await page.evaluate(() => history.back());
  await expect(page).toHaveURL(/\/roadmap$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Certifications");
  release();
  await isAt(page, "Roadmap", first, [0]);
  await page.evaluate(() => history.go(2));
  await isAt(page, "Certifications", last);
});

test("a reader who scrolls while a page is on its way stays there", async ({ page }) => {
  await open(page, "/pay-and-outlook");
  const left = await readTo(page, "what-adverts-ask");
  await toNextLoadedAgain(page, "Roadmap");
  const release = await holdBack(page, /\/pay-and-outlook\b/);
  await page.goBack();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(600, 400);
  await page.mouse.wheel(0, -300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(before - 300);
  release();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBe(before - 300);
  expect(left).toBeGreaterThan(before);
});

test("a page is come back to where it was left, however short the next one is, though the browser keeps nothing", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "sessionStorage", { get() {
    throw new DOMException("The storage is off.", "SecurityError");
  } }));
  await open(page, "/pay-and-outlook");
  const left = await readTo(page, "what-adverts-ask");
  await toNext(page, "Roadmap");
  await page.goBack();
  await isAt(page, "Pay and outlook", left);
});

test("a place that says nothing of the page, as another program may have left it, changes nothing when the page is loaded again", async ({ page }) => {
  await open(page, "/roadmap#mle.tools.pipeline");
  await page.evaluate(() => {
    const { key } = window.navigation.currentEntry!;
    addEventListener("pagehide", () => sessionStorage.setItem("cairn.places", JSON.stringify({ [key]: { y: "far", folds: "all" }, other: 5 })));
  });
  await page.reload();
  await awake(page);
  await expect.poll(() => opened(page)).toHaveLength(1);
});

test("a browser that does not name the entries of its history goes back as it does by itself", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "navigation"));
  await open(page, "/pay-and-outlook");
  const left = await readTo(page, "advertised-pay");
  await toNext(page, "Roadmap");
  await page.goBack();
  await isAt(page, "Pay and outlook", left);
});

test("no place is kept of who has signed out", async ({ signedUp }) => {
  const { page } = await signedUp();
  await open(page, "/roadmap");
  await readTo(page, "mle.tools");
  await page.reload();
  await awake(page);
  expect(await page.evaluate(() => sessionStorage.getItem("cairn.places"))).toContain('"y":');
  await page.getByRole("button", { name: /^Account:/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.getItem("cairn.places"))).not.toContain('"y":');
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${url()}${front}${path}`);
  await awake(page);
}

async function awake(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
}

/** Follows a link of the contents, wherever the screen has them. */
async function follow(page: Page, hash: string): Promise<void> {
  await page.locator(`nav a[href$='${hash}']`).first().evaluate((link: HTMLElement) => link.click());
  await expect(page.locator(`[id='${hash.slice(1)}']`)).toBeInViewport();
  await settled(page);
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

/** The same, and loads that again: nothing of the page that was left is at hand any more. */
async function toNextLoadedAgain(page: Page, heading: string): Promise<void> {
  await toNext(page, heading);
  await page.reload();
  await awake(page);
}

/** Opens or closes a fold of the text. */
async function turn(page: Page, fold: number): Promise<void> {
  await page.locator("article details").nth(fold).evaluate((each: HTMLDetailsElement) => (each.open = !each.open));
}

/** The numbers of the folds that are open. */
async function opened(page: Page): Promise<number[]> {
  return await page.locator("article details").evaluateAll((all) => all.flatMap((fold, index) => ((fold as HTMLDetailsElement).open ? [index] : [])));
}

async function isAt(page: Page, heading: string, at: number, folds: number[] = []): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(at);
  await settled(page);
  expect(await page.evaluate(() => scrollY), "and stays there").toBe(at);
  expect(await opened(page)).toEqual(folds);
}

/** Six frames have passed: whatever moves the page after it is drawn has done so. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 6; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });
}
