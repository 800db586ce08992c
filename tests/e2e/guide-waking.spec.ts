import { type Browser, expect, type Page } from "@playwright/test";
import { expectNoSurprises, test, url, watch } from "#tests/support/browser.ts";

// When a page of the guide asks for its scripts and their data, and what they find and leave of what the document held.

const front = "/guide/machine-learning-engineer";

test("a page is painted before it asks for a script", async ({ page }) => {
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const { scripts, painted } = await times(page);
  expect(scripts.length).toBeGreaterThan(5);
  expect(Math.min(...scripts)).toBeGreaterThanOrEqual(painted);
});

test("a page of which no paint is told, as in a tab that nobody looks at, asks for its scripts five seconds after it is loaded", async ({ page }) => {
  await page.addInitScript(() => {
    PerformanceObserver.prototype.observe = () => {};
  });
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const { scripts, loaded } = await times(page);
  expect(Math.min(...scripts)).toBeGreaterThan(loaded + longestSleep - 100);
});

for (const failure of ["the line breaks", "the server of a newer build does not know it"]) {
  test(`a page stays as it is read when its data does not come because ${failure}`, async ({ browser }) => {
    // A page of its own: the browser tells of the failure on the console.
    const page = await browser.newPage();
    await page.route("**/page-data/*", (route) => (failure === "the line breaks" ? route.abort() : route.fulfill({ status: 404, body: "[]" })));
    await page.goto(`${url()}${front}/roadmap`);
    const text = await page.getByRole("article").innerText();
    const [failed] = await Promise.all([page.waitForEvent("pageerror"), page.mouse.move(100, 100)]);
    expect(failed.message).toMatch(/Failed to fetch|answered with 404/);
    expect(await page.locator("script[async]:not([type='text/held'])").count()).toBe(0);
    expect(await page.getByRole("article").innerText()).toBe(text);
    await expect(page.getByRole("button", { name: "Search the guide" })).toBeDisabled();
    await page.unroute("**/page-data/*");
    await expect(async () => {
      await page.mouse.move(200, 100);
      await page.mouse.move(100, 100);
      await expect(page.getByRole("button", { name: "Search the guide" }), "it tries again for its reader").toBeEnabled({ timeout: 500 });
    }).toPass();
    await page.close();
  });
}

test("a page that is wanted at once asks for its scripts while its data is on its way", async ({ browser }) => {
  const page = watch(await browser.newPage());
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route("**/page-data/*", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${url()}${front}/roadmap`);
  await expect.poll(async () => (await times(page)).scripts.length).toBeGreaterThan(5);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeDisabled();
  release();
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  expectNoSurprises(page);
  await page.close();
});

test("a page that lies still starts its scripts five seconds after it is loaded", async ({ browser }) => {
  const page = watch(await browser.newPage());
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const { started, loaded } = await times(page);
  expect(started.length).toBeGreaterThan(5);
  expect(Math.min(...started)).toBeGreaterThan(loaded + longestSleep - 100);
  expectNoSurprises(page);
  await page.close();
});

test("a page wakes for any one of what somebody at it causes", async ({ browser }) => {
  const page = await sleepingPage(browser);
  for (const sign of ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "click"]) {
    await page.goto(`${url()}${front}/roadmap`);
    await expectAsleep(page);
    await page.evaluate((type) => document.body.dispatchEvent(new Event(type, { bubbles: true })), sign);
    await expect(page.getByRole("button", { name: "Search the guide" }), sign).toBeEnabled();
    expect((await times(page)).started.length, sign).toBeGreaterThan(5);
  }
  expectNoSurprises(page);
  await page.context().close();
});

test("a page wakes by itself in a browser that keeps something for it", async ({ browser }) => {
  const page = await sleepingPage(browser);
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  expectNoSurprises(page);
  await page.context().close();
});

test("a page wakes by itself for who comes from another page of this site, as from the sign-in", async ({ browser }) => {
  const page = await sleepingPage(browser);
  await page.goto(`${url()}/sign-in`);
  await page.evaluate((next) => location.assign(next), `${front}/roadmap`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  expectNoSurprises(page);
  await page.context().close();
});

const calls: Record<string, (page: Page) => Promise<void>> = {
  "the key /": async (page) => await page.keyboard.press("/"),
  "Control and K": async (page) => await page.keyboard.press("Control+k"),
  "a finger": async (page) => await page.getByRole("button", { name: "Search the guide" }).tap({ force: true }),
  "a tool that only clicks": async (page) => await page.getByRole("button", { name: "Search the guide" }).evaluate((button: HTMLElement) => button.click()),
};

for (const [call, act] of Object.entries(calls)) {
  test(`the search opens when ${call} calls it and wakes the page`, async ({ browser }) => {
    const page = await sleepingPage(browser);
    await page.goto(`${url()}${front}/roadmap`);
    await expectAsleep(page);
    await act(page);
    await expect(page.getByRole("dialog", { name: "Search the guide" }).getByRole("combobox")).toBeFocused();
    expectNoSurprises(page);
    await page.context().close();
  });
}

test("a page keeps its text when it is come back to within a visit, though its data does not hold it", async ({ page }) => {
  await page.goto(`${url()}${front}/responsibilities`);
  const text = await page.getByRole("article").innerText();
  const ways = page.getByRole("navigation", { name: "Previous and next" });
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  await page.evaluate(() => {
    document.documentElement.dataset.visit = "one";
    document.querySelector<HTMLElement>("#deploy")!.dataset.sent = "";
  });
  const contents = page.getByRole("navigation", { name: "Contents" });
  await contents.getByRole("link", { name: "Scale and deploy" }).click();
  await expect(contents.locator("[aria-current=location]")).toHaveText("Scale and deploy");
  await ways.getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  expect((await page.getByRole("article").innerText()).length).toBeGreaterThan(10_000);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responsibilities");
  expect(await page.getByRole("article").innerText()).toBe(text);
  await expect(page.locator("html"), "nothing was loaded anew").toHaveAttribute("data-visit", "one");
  await expect(page.locator("#deploy"), "it is what the document held").toHaveAttribute("data-sent");
  await page.locator("#evaluate").evaluate((heading) => heading.scrollIntoView());
  await expect(contents.locator("[aria-current=location]")).toHaveText(["Evaluate and optimise"]);
});

test("a page that is gone back to at a part of it, whose address was typed, is shown", async ({ page }) => {
  await page.goto(`${url()}${front}/responsibilities`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  await page.evaluate(() => (location.hash = "deploy"));
  await page.getByRole("navigation", { name: "Previous and next" }).getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responsibilities");
  await expect(page).toHaveURL(/\/responsibilities#deploy$/);
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
});

test("a page is loaded when it is gone back to by an entry of the history of which nothing is known", async ({ page }) => {
  await page.goto(`${url()}${front}/responsibilities`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  await page.evaluate(() => History.prototype.pushState.call(history, null, "", "#deploy"));
  await page.getByRole("navigation", { name: "Previous and next" }).getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responsibilities");
  await expect(page).toHaveURL(/\/responsibilities#deploy$/);
});

test("a page that React has to make anew, since something has changed it before it was awake, keeps its text and its folds", async ({ browser }) => {
  const texts: string[] = [];
  for (const changed of [false, true]) {
    // A page of its own: React tells of the change on the console.
    const page = await browser.newPage();
    if (changed) await page.addInitScript(() => addEventListener("DOMContentLoaded", () => document.querySelector("h1")!.remove()));
    await page.goto(`${url()}${front}/roadmap`);
    await expect(page.getByRole("checkbox")).toHaveCount(38);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Roadmap");
    await page.evaluate(() => document.querySelectorAll("article details").forEach((fold) => ((fold as HTMLDetailsElement).open = true)));
    texts.push(await page.getByRole("article").innerText());
    await page.close();
  }
  expect(texts[0]!.length).toBeGreaterThan(20_000);
  expect(texts[1]).toBe(texts[0]);
});

test("a static part that something has removed before the page was awake is missing, and all else works", async ({ browser }) => {
  const page = await browser.newPage();
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => document.querySelector("details [data-static-part='mle.foundations.pca']")!.remove()));
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByRole("checkbox")).toHaveCount(38);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Roadmap");
  const part = (item: string) => page.locator(`details [data-static-part='mle.foundations.${item}']`);
  await expect(part("pca")).toHaveText("");
  await expect(part("logistic-regression")).toContainText("A mentor looks for");
  await page.close();
});

test("what says that an address was copied is gone when its page is come back to, though another was copied since", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${url()}${front}/responsibilities`);
  const copy = page.locator("a[data-copy-link]").first();
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  await copy.click();
  await expect(copy).toHaveAttribute("data-copied");
  await page.getByRole("navigation", { name: "Previous and next" }).getByRole("link", { name: /^Next/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
  await copy.click();
  await expect(copy).toHaveAttribute("data-copied");
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Responsibilities");
  await expect(copy).not.toHaveAttribute("data-copied");
});

/** In milliseconds after its load, when a page that lies still wakes. */
const longestSleep = 5_000;

/** A page that nobody touches yet, and that does not wake by the time. */
async function sleepingPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ hasTouch: true });
  const page = watch(await context.newPage());
  await page.addInitScript((sleep) => {
    const wait = setTimeout;
    window.setTimeout = ((then: () => void, pause?: number) => {
      if (pause !== sleep) return wait(then, pause);
      document.documentElement.dataset.kept = "asleep";
    }) as typeof setTimeout;
  }, longestSleep);
  return page;
}

/** All scripts that it will start are fetched, and their data, none is started, and it was not told by the time. */
async function expectAsleep(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("data-kept", "asleep");
  const held = await page.locator("script[type='text/held'], script[type='text/held-data']").evaluateAll((all) => all.map((script) => (script as HTMLScriptElement).src));
  expect(held.length).toBeGreaterThan(5);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))).toEqual(expect.arrayContaining(held));
  expect((await times(page)).started).toEqual([]);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeDisabled();
}

/** Milliseconds from the page's start to its first paint (Infinity before), to its load, and to when each script or its data was first asked for and when a script was started. */
async function times(page: Page): Promise<{ painted: number; loaded: number; scripts: number[]; started: number[] }> {
  return await page.evaluate(() => {
    const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js") || name.includes("/page-data/"));
    return {
      painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity,
      loaded: (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).loadEventStart,
      scripts: scripts.map(({ startTime }) => startTime),
      started: scripts.filter((entry) => (entry as PerformanceResourceTiming).initiatorType === "script").map(({ startTime }) => startTime),
    };
  });
}
