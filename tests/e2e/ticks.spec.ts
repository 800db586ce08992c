import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectRefusals, holdBack, query, signIn, signUp, test, url } from "#tests/support/browser.ts";
import { keepShifts, shiftsOf } from "#tests/support/shifts.ts";

const guide = "/guide/machine-learning-engineer/roadmap";
const pca = "Explain and code PCA by eigen-decomposition and by SVD";
const key = "cairn.ticks.machine-learning-engineer";

const boxes = (page: Page) => page.getByRole("checkbox", { name: /^I can do this: / });
const box = (page: Page, title = pca) => page.getByRole("checkbox", { name: `I can do this: ${title}`, exact: true });
const progress = (page: Page) => page.getByRole("status").filter({ hasText: "by your own account" });
const notice = (page: Page) => page.getByRole("region", { name: "Ticks kept in this browser" });
const kept = async (page: Page) => await page.evaluate((name) => Object.keys((JSON.parse(localStorage.getItem(name) ?? "{}") as { ticks?: object }).ticks ?? {}), key);

const banner = (page: Page) => page.getByRole("banner");

/** Opens the guide's roadmap and waits until its ticks work. */
async function open(page: Page) {
  await page.goto(url() + guide);
  await expect(boxes(page).first()).toBeEnabled();
}

/** Opens the guide's roadmap as a member who has ticked items here before. */
async function signInAfterTicking(page: Page, count: number, name = "Somebody New") {
  const person = await signUp(name);
  await open(page);
  await tick(page, count);
  await signIn(page, person);
  await open(page);
}

async function tick(page: Page, count: number) {
  for (let index = 0; index < count; index += 1) await boxes(page).nth(index).check();
}

test("a visitor's ticks stay in the browser, over a reload and in a second tab", async ({ page, context }) => {
  await open(page);
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account, kept in this browser");
  const second = await context.newPage();
  await open(second);
  await tick(page, 3);
  await expect(progress(page)).toHaveText("3 of 38 done, by your own account, kept in this browser");
  await expect(progress(second)).toHaveText("3 of 38 done, by your own account, kept in this browser");
  await boxes(second).first().uncheck();
  await expect(boxes(page).first()).not.toBeChecked();
  await page.reload();
  await expect(progress(page)).toHaveText("2 of 38 done, by your own account, kept in this browser");
  await expect(page.getByRole("img", { name: "A cairn: 2 done by your own account, 0 confirmed by a mentor" })).toBeVisible();
});

test("whatever the storage holds, the guide is shown", async ({ page }) => {
  await page.addInitScript((name) => localStorage.setItem(name, '{"ticks":[1,{"x":null}],"version":'), key);
  await open(page);
  await expect(progress(page)).toHaveText(/^0 of 38/);
});

test("a browser that keeps nothing says so, and the ticks last as long as the page", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(page);
  await tick(page, 1);
  await expect(page.getByRole("alert").getByText("This browser keeps nothing for this site")).toBeVisible();
  await expect(progress(page)).toHaveText(/^1 of 38/);
});

test("ticks are added when the person has seen whose account it is, and taken back exactly", async ({ page }) => {
  const person = await signUp("Núria Ωmega");
  await open(page);
  await tick(page, 2);
  const before = await kept(page);
  await signIn(page, person);
  await page.goto(`${url()}/roadmap/machine-learning-engineer`);
  await expect(notice(page)).toContainText("This browser has 2 ticks from before you signed in. Add them to the account of Núria Ωmega?");
  const states = async () => await query("SELECT item_id FROM item_states JOIN users ON users.id = user_id WHERE email = $1", [person.email]);
  expect(await states()).toEqual([]);

  await notice(page).getByRole("button", { name: "Add them" }).click();
  await expect(notice(page)).toContainText("To the account of Núria Ωmega: 2 added.");
  await expect(page.getByText("done by your own account, of 38").locator("xpath=following-sibling::dd[1]")).toHaveText("2");
  expect(await kept(page)).toEqual([]);
  expect(await states()).toHaveLength(2);

  await notice(page).getByRole("button", { name: "Undo" }).click();
  await expect(notice(page)).toContainText("Taken back");
  expect(await states()).toEqual([]);
  expect(await kept(page)).toEqual(before);
});

test("in the guide, the account's states and the browser's ticks stay apart until they are added", async ({ page }) => {
  await signInAfterTicking(page, 2);
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account");
  await notice(page).getByRole("button", { name: "Add them" }).click();
  await expect(progress(page)).toHaveText("2 of 38 done, by your own account");
  await expect(boxes(page).first()).toBeChecked();
});

test("ticks that are not wanted now stay, and discarded ones come back", async ({ page }) => {
  await signInAfterTicking(page, 2);
  await notice(page).getByRole("button", { name: "Discard them" }).click();
  await expect(notice(page)).toContainText("2 ticks discarded.");
  expect(await kept(page)).toEqual([]);
  await notice(page).getByRole("button", { name: "Undo" }).click();
  expect(await kept(page)).toHaveLength(2);
  await notice(page).getByRole("button", { name: "Not now" }).click();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(progress(page)).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
  expect(await kept(page)).toHaveLength(2);
});

test("when somebody else has signed in since and the page has not heard of it, nothing is added", async ({ page, context }) => {
  expectRefusals(page, 409);
  await signInAfterTicking(page, 1, "First");
  await expect(notice(page)).toContainText("First");
  const release = await holdBack(page, "**/api/v1/account/me");
  await context.clearCookies();
  await signIn(await context.newPage(), await signUp("Second"));
  await notice(page).getByRole("button", { name: "Add it" }).click();
  await expect(notice(page).getByRole("alert")).toContainText("Somebody else has signed in");
  expect(await kept(page)).toHaveLength(1);
  release();
  await expect(notice(page)).toContainText("Second");
});

test("a member's tick goes to their account, not into the browser, and a refused one is taken back", async ({ signedUp }) => {
  const { page } = await signedUp();
  expectRefusals(page, 429);
  await open(page);
  const saved = page.waitForResponse((response) => response.url().endsWith("/state") && response.ok());
  await box(page).check();
  await saved;
  expect(await kept(page)).toEqual([]);
  await page.reload();
  await expect(box(page)).toBeChecked();
  await page.route("**/state", (route) => route.fulfill({
    status: 429, contentType: "application/problem+json",
    json: { type: "about:blank", title: "Too many", status: 429, code: "TOO_MANY", detail: "Please wait ten seconds." },
  }));
  await box(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please wait ten seconds." })).toContainText("Back to \"Done\".");
  await expect(box(page)).toBeChecked();
});

/** Goes back to a page that was left, which the browser shows as it was. */
async function goBack(page: Page, steps: number) {
  await page.evaluate((by) => history.go(-by), steps);
  await expect.poll(async () => await page.evaluate(() => "isLeft" in window).catch(() => false)).toBe(true);
}

const markLeft = async (page: Page) => await page.evaluate(() => void Object.assign(window, { isLeft: true }));

test("Back to the guide after a sign-out shows nothing of whoever has left, and no other tab does", async ({ keptPage: page }) => {
  const person = await signUp("Wren Ashdown");
  await signIn(page, person);
  const other = await page.context().newPage();
  await open(other);
  await expect(banner(other)).toContainText(person.name);
  await open(page);
  await markLeft(page);
  await page.getByRole("button", { name: `Account: ${person.name}` }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(`${url()}/`);
  await expect(banner(page).getByRole("link", { name: "Sign in" })).toBeVisible();
  await goBack(page, 1);
  for (const tab of [page, other]) {
    await expect(banner(tab).getByRole("link", { name: "Sign in" })).toBeVisible();
    await expect(tab.getByText(person.name)).toHaveCount(0);
    await expect(progress(tab)).toHaveText("0 of 38 done, by your own account, kept in this browser");
  }
});

test("Back to a visitor's page of the guide after a sign-in is a member's, and a tick goes to the account", async ({ keptPage: page }) => {
  const person = await signUp("Wren Ashdown");
  await open(page);
  await markLeft(page);
  await signIn(page, person);
  await expect(banner(page)).toContainText(person.name);
  await goBack(page, 2);
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account");
  await expect(banner(page)).toContainText(person.name);
  const saved = page.waitForResponse((response) => response.url().endsWith("/state") && response.ok());
  await box(page).check();
  await saved;
  expect(await kept(page)).toEqual([]);
});

test("a tab of the guide that is looked at again is of whoever is signed in by then, and is not drawn anew for the same", async ({ signedUp }) => {
  const { page, person } = await signedUp({ name: "Wren Ashdown" });
  await open(page);
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account");
  await page.evaluate(() => {
    const seen: string[] = [];
    const observer = new MutationObserver((records) => seen.push(...records.map(({ type, target }) => `${type} of ${target.nodeName}`)));
    observer.observe(document.querySelector("main")!, { childList: true, subtree: true, characterData: true });
    Object.assign(window, { seen });
  });
  const read = page.waitForResponse("**/api/v1/roadmap/machine-learning-engineer");
  await lookAgain(page);
  await read;
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.evaluate(() => "seen" in window && window.seen)).toEqual([]);
  await page.context().clearCookies();
  await lookAgain(page);
  await expect(banner(page).getByRole("link", { name: "Sign in" })).toBeVisible();
  await expect(page.getByText(person.name)).toHaveCount(0);
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account, kept in this browser");
});

test("what is ticked or added in one tab stands in another that is looked at again, and at once where the question was answered", async ({ page }) => {
  await signInAfterTicking(page, 2);
  const other = await page.context().newPage();
  await open(other);
  await expect(notice(other)).toBeVisible();
  await notice(page).getByRole("button", { name: "Add them" }).click();
  await expect(progress(other)).toHaveText("2 of 38 done, by your own account");
  await expect(notice(other)).toHaveCount(0);
  const saved = page.waitForResponse((response) => response.url().endsWith("/state") && response.ok());
  await boxes(page).nth(2).check();
  await saved;
  await lookAgain(other);
  await expect(progress(other)).toHaveText("3 of 38 done, by your own account");
  await expect(boxes(other).nth(2)).toBeChecked();
});

test("a visitor's page that Back restores has the ticks that were made meanwhile", async ({ keptPage: page }) => {
  await open(page);
  await markLeft(page);
  await page.goto(`${url()}/`);
  const other = await page.context().newPage();
  await open(other);
  await tick(other, 2);
  await goBack(page, 1);
  await expect(progress(page)).toHaveText(/^2 of 38/);
});

test("that the progress could not be loaded is not said any more once it is, and hides no question before", async ({ page }) => {
  expectRefusals(page, 503);
  const person = await signUp("Somebody New");
  await open(page);
  await tick(page, 2);
  await signIn(page, person);
  await page.route("**/api/v1/roadmap/machine-learning-engineer", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(url() + guide);
  const problem = page.getByRole("alert").getByText("Your progress could not be loaded.");
  await expect(problem).toBeVisible();
  await expect(notice(page)).toBeVisible();
  const [upper, lower] = [(await problem.boundingBox())!, (await notice(page).boundingBox())!];
  expect(upper.y + upper.height).toBeLessThan(lower.y);
  await page.getByRole("button", { name: "Close" }).click({ trial: true });
  await page.unroute("**/api/v1/roadmap/machine-learning-engineer");
  await notice(page).getByRole("button", { name: "Add them" }).click();
  await expect(progress(page)).toHaveText("2 of 38 done, by your own account");
  await expect(problem).toHaveCount(0);
});

test("by keyboard alone: whoever answers the question stays where it was, or goes on at their progress", async ({ page }) => {
  await signInAfterTicking(page, 2);
  const press = async (name: string) => {
    await notice(page).getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
  };
  const panel = page.locator(":focus").filter({ hasText: "by your own account" }).filter({ hasNot: page.locator("article") });
  await press("Discard them");
  await expect(notice(page)).toBeFocused();
  await press("Undo");
  await expect(notice(page)).toContainText("Add them");
  await expect(notice(page)).toBeFocused();
  await press("Discard them");
  await press("Close");
  await expect(panel).toBeFocused();
  await page.evaluate((name) => localStorage.setItem(name, JSON.stringify({ version: 1, ticks: { "mle.foundations.pca": 1 } })), key);
  await page.reload();
  await expect(notice(page)).toBeVisible();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await press("Not now");
  await expect(panel).toBeFocused();
});

/** As somebody who comes back to the tab; a tab of these tests is never hidden. Waits until the page has asked who that is. */
async function lookAgain(page: Page) {
  const answered = page.waitForResponse("**/api/v1/account/me");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await answered;
}

test("a confirmed item says so, whatever is ticked", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.route("**/api/v1/roadmap/machine-learning-engineer", async (route) => {
    const answer = await (await route.fetch()).json() as object;
    await route.fulfill({ json: { ...answer, confirmations: [{ itemId: "mle.foundations.pca" }] } });
  });
  await open(page);
  await expect(page.getByRole("listitem").filter({ has: box(page) }).last()).toContainText("Confirmed");
  await expect(box(page)).not.toBeChecked();
  await expect(progress(page)).toHaveText("0 of 38 done, by your own account; 1 confirmed by mentors");
});

test("by keyboard alone: a tick, and the question about it", async ({ page }) => {
  const person = await signUp("Somebody New");
  await open(page);
  await boxes(page).first().focus();
  await page.keyboard.press("Space");
  await expect(boxes(page).first()).toBeChecked();
  await page.keyboard.press("Tab");
  await expect(page.locator("summary:focus")).toHaveCount(1);
  await signIn(page, person);
  await page.goto(`${url()}/roadmap/machine-learning-engineer`);
  await notice(page).getByRole("button", { name: "Add it" }).focus();
  await page.keyboard.press("Enter");
  await expect(notice(page)).toContainText("1 added.");
  await expect(notice(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(notice(page)).toContainText("Taken back");
});

test("without JavaScript there are no boxes, and the guide says why", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url() + guide);
  await expect(boxes(page)).toHaveCount(0);
  await expect(page.locator("article noscript")).toBeVisible();
  expect(await page.locator("article noscript").innerHTML()).toContain("With JavaScript switched on, you can tick items here");
  await context.close();
});

for (const width of [320, 1280]) {
  test(`nothing moves when the progress comes, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await keepShifts(page);
    await page.addInitScript((name) => {
      localStorage.setItem(name, JSON.stringify({ version: 1, ticks: { "mle.foundations.pca": 1, "mle.foundations.logistic-regression": 2 } }));
    }, key);
    const measured = Promise.withResolvers<void>();
    await page.route("**/api/v1/account/me", async (route) => {
      await measured.promise;
      await route.continue();
    });
    await page.goto(`${url()}${guide}#mle.foundations`);
    const tops = async () => await page.locator("article li:has(> details)").evaluateAll((items) => items.map((item) => item.getBoundingClientRect().top + window.scrollY));
    await page.evaluate(async () => await document.fonts.ready);
    const before = await tops();
    measured.resolve();
    await expect(progress(page)).toHaveText(/^2 of 38/);
    expect(await tops()).toEqual(before);
    expect(await shiftsOf(page)).toEqual([]);
  });
}

test("ticks and the question about them are for everyone, in both themes", async ({ page }) => {
  test.slow();
  await open(page);
  await tick(page, 2);
  await expectAccessible(page);
  await signInAfterTicking(page, 2);
  await expect(notice(page)).toBeVisible();
  await expectAccessible(page);
});
