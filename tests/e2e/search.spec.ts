import { expect, type Page } from "@playwright/test";
import { expectAccessible, test, url } from "#tests/support/browser.ts";

const slug = "machine-learning-engineer";
const field = (page: Page) => page.getByRole("combobox", { name: "Search the guide" });

/** Opens a page of the guide and waits until its button says that it works: before, a call is kept for it. */
async function openGuide(page: Page, path = ""): Promise<void> {
  await page.goto(`${url()}/guide/${slug}${path}`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
}

/** Opens a page of the guide that cannot be awake until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let wake = () => {};
  const asleep = new Promise<void>((done) => (wake = done));
  await page.route("**/*.js", async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto(`${url()}/guide/${slug}`, { waitUntil: "domcontentloaded" });
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeDisabled();
  return wake;
}

/** Presses the search while the page cannot be awake; the page wakes when the returned function is called, and `html` has `data-pressed` once the press is done again. */
async function pressEarly(page: Page): Promise<() => void> {
  const wake = await holdScripts(page);
  await page.getByRole("button", { name: "Search the guide" }).evaluate((each: HTMLElement) => {
    each.click();
    each.addEventListener("click", () => (document.documentElement.dataset.pressed = ""));
  });
  return wake;
}

test("the search opens though it was pressed before the page was awake", async ({ page }) => {
  const wake = await pressEarly(page);
  wake();
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("data-pressed");
});

test("a press that waits for the page is seen to", async ({ page }) => {
  const wake = await pressEarly(page);
  const button = page.getByRole("button", { name: "Search the guide" });
  await expect(button).toHaveAttribute("aria-busy", "true");
  await expect(button).toHaveCSS("outline-style", "dashed");
  wake();
  await expect(field(page)).toBeFocused();
  await expect(page.locator("[aria-busy]")).toHaveCount(0);
});

test("what is typed after the key that called the search early is in its field, and moves nothing", async ({ page }) => {
  const wake = await holdScripts(page);
  await page.keyboard.press("/");
  await page.keyboard.type("  retiredd");
  await page.keyboard.press("Backspace");
  wake();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(" exam");
  await expect(field(page)).toHaveValue("  retired exam");
  await expect(page.getByRole("option").first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

for (const [turn, act] of Object.entries({
  "presses Escape": (page: Page) => page.keyboard.press("Escape"),
  "presses something else": (page: Page) => page.getByRole("heading", { level: 1 }).click(),
  scrolls: (page: Page) => page.mouse.wheel(0, 300),
})) {
  test(`the search stays closed for a reader who pressed it early and then ${turn}`, async ({ page }) => {
    const wake = await pressEarly(page);
    await act(page);
    wake();
    await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
    await expect(page.locator("html")).not.toHaveAttribute("data-pressed");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
}

test("the search is opened, used and left by keyboard alone", async ({ page }) => {
  await openGuide(page);
  const before = page.getByRole("button", { name: "Search the guide" });
  await before.focus();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(before).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("overfiting");
  await expect(page.getByRole("status").filter({ hasText: /found/ })).toBeVisible();
  const options = page.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await options.first().getAttribute("id"))!);
  await page.keyboard.press("ArrowDown");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await options.nth(1).getAttribute("id"))!);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/#/);
  const anchor = new URL(page.url()).hash.slice(1);
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
});

for (const width of [360, 1280]) {
  test(`an item that was found is opened, from its own section and from another, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const [path, words, id] of [["/roadmap", "Serve a model behind an API", "mle.tools.serving"], ["/terms", "AWS recertification policy", "mle.certification.renewal"]] as const) {
      await openGuide(page, path);
      await page.keyboard.press("/");
      await expect(field(page)).toBeFocused();
      await page.keyboard.type(words);
      await expect(page.getByRole("option").first()).toContainText(words);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/roadmap#${id}`);
      const item = page.locator("details[open]", { has: page.locator(`[id="${id}"]`) });
      await expect(item.locator("summary")).toBeInViewport({ ratio: 1 });
      await expect(item.getByText("A mentor looks for")).toBeInViewport();
    }
  });
}

test("two findings of one name are told apart by what they stand in", async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("law");
  await expect(page.getByRole("option", { name: /^Law\s*Section in Staying current/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /^Law\s*Section in What changed since 2023/ })).toBeVisible();
});

test("of what is very long only the beginning is taken, and less is said again", async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.insertText("x".repeat(5000));
  await expect(field(page)).toHaveValue("x".repeat(100));
  await expect(page.getByText(`Nothing was found for “${"x".repeat(40)}…”.`)).toBeVisible();
});

test("a key that calls the search at the moment in which it is closed opens it again", async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  // The focus leaves the hidden field only when the page is next drawn.
  await page.evaluate(() => {
    document.querySelector("dialog")!.close();
    document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  });
  await page.keyboard.press("a");
  await expect(field(page)).toHaveValue("a");
});

test("the index is fetched when the search is first opened, and nothing after that", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openGuide(page, "/responsibilities");
  expect(asked.filter((path) => path.endsWith("search.json"))).toEqual([]);
  await page.keyboard.press("/");
  await expect(page.getByText(/^Sections, items of the roadmap/)).toBeVisible();
  expect(asked.filter((path) => path.endsWith("search.json"))).toEqual([`/guide/${slug}/search.json`]);
  asked.length = 0;
  await page.keyboard.type("precision");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("pytorch");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  expect(asked).toEqual([]);
});

test("every place that a search can lead to is there", async ({ request }) => {
  const index = await (await request.get(`${url()}/guide/${slug}/search.json`)).json() as { storedFields: Record<string, { href: string }> };
  const hrefs = Object.values(index.storedFields).map(({ href }) => href).filter((href) => href.startsWith("/"));
  expect(hrefs.length).toBeGreaterThan(100);
  const pages = new Map<string, string>();
  for (const href of hrefs) {
    const [path = "", anchor] = href.split("#");
    if (!pages.has(path)) {
      const response = await request.get(`${url()}${path}`);
      expect(response.status(), path).toBe(200);
      pages.set(path, await response.text());
    }
    if (anchor) expect(pages.get(path), href).toContain(`id="${anchor}"`);
  }
});

test("who finds nothing is told so, and what may help", async ({ page }) => {
  await openGuide(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("xyzzyplugh");
  await expect(page.getByText(/Nothing was found for “xyzzyplugh”/)).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("the open search is accessible with results and without", async ({ page }) => {
  await openGuide(page);
  await page.getByRole("button", { name: "Search the guide" }).click();
  await expect(field(page)).toBeFocused();
  await expectAccessible(page);
  await field(page).fill("model");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectAccessible(page);
});

test("without JavaScript there is no button that does nothing", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url()}/guide/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Search the guide" })).toHaveCount(0);
  await context.close();
});

test("what a browser fills into a form, with the event of a key that has no name, is no call and no error, asleep or awake", async ({ page }) => {
  const fill = () => page.evaluate(() => document.body.dispatchEvent(new Event("keydown", { bubbles: true })));
  await page.goto(`${url()}/guide/${slug}`, { waitUntil: "domcontentloaded" });
  await fill();
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  await fill();
  await page.evaluate(async () => await new Promise(requestAnimationFrame));
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
