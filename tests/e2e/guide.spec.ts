import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoSurprises, expectRefusals, test, url, watch } from "#tests/support/browser.ts";
import { startPiecemeal } from "#tests/support/piecemeal.ts";
import { keepShifts, shiftsOf } from "#tests/support/shifts.ts";

const front = "/guide/machine-learning-engineer";
const sections = [
  "responsibilities", "pay-and-outlook", "roadmap", "certifications", "staying-current", "characteristics", "focus-and-portfolio", "what-changed",
  "terms", "sources",
];
const pages = [front, ...sections.map((section) => `${front}/${section}`), `${front}/all`];

for (const path of pages) {
  test(`${path} is accessible in both themes, narrow and wide, and nothing in it moves`, async ({ page }) => {
    test.slow();
    await keepShifts(page);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url() + path);
      await page.evaluate(() => document.fonts.ready);
      // What the page adds when it is awake must move nothing either.
      await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
      await page.mouse.wheel(0, 3000);
      await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
      expect(await shiftsOf(page), `layout shifts at ${width} px`).toEqual([]);
    }
    await expectAccessible(page);
  });
}

for (const width of [320, 1280]) {
  test(`nothing moves while the pages arrive piece by piece, at ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await keepShifts(page);
    const line = await startPiecemeal(new URL(url()));
    try {
      for (const path of pages.filter((path) => !path.endsWith("/all"))) {
        await page.goto(line.url + path);
        await page.evaluate(() => document.fonts.ready);
        await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
        expect(await shiftsOf(page), path).toEqual([]);
      }
    } finally {
      line.stop();
    }
  });
}

test("on a screen that shows the beginning of the roadmap, what the reader has done appears without moving anything", async ({ page }) => {
  await page.setViewportSize({ width: 744, height: 1500 });
  await keepShifts(page);
  await page.goto(`${url()}${front}/roadmap`);
  await expect(page.getByText("0 of 38 done, by your own account, kept in this browser")).toBeInViewport({ ratio: 1 });
  expect(await shiftsOf(page)).toEqual([]);
});

test("somebody reads the guide from its front page to its end, section by section, and back", async ({ page }) => {
  await page.goto(url() + front);
  const ways = page.getByRole("navigation", { name: "Previous and next" });
  for (const section of sections) {
    await ways.getByRole("link", { name: /^Next/ }).click();
    await page.waitForURL(`**${front}/${section}`);
    await expect(page.getByRole("navigation", { name: "Contents" }).locator("[aria-current=page]")).toHaveText(await page.getByRole("heading", { level: 1 }).innerText());
  }
  await expect(ways.getByRole("link")).toHaveCount(1);
  await ways.getByRole("link", { name: /^Previous/ }).click();
  await page.waitForURL(`**${front}/${sections.at(-2)}`);
});

test.describe("Where it is another day than in London", () => {
  test.use({ timezoneId: "Pacific/Auckland" });
  test("an event is over from the day after its last one, by the reader's own date", async ({ page }) => {
    const event = page.getByRole("listitem").filter({ hasText: "CVPR 2026" });
    for (const [now, words] of [["2026-06-07T11:59:00Z", "3 to 7 June 2026"], ["2026-06-07T12:01:00Z", "3 to 7 June 2026 (past)"]] as const) {
      await page.clock.setFixedTime(new Date(now));
      await page.goto(`${url()}${front}/staying-current`);
      await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
      await expect(event.locator("p").first()).toHaveText(words);
    }
  });
});

test("the contents say which part is being read, and the page stays where the reader put it", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${url()}${front}/responsibilities`);
  const contents = page.getByRole("navigation", { name: "Contents" });
  await page.locator("#deploy").evaluate((heading) => heading.scrollIntoView());
  await expect(contents.locator("[aria-current=location]")).toHaveText("Scale and deploy");
  const before = await page.evaluate(() => scrollY);
  await page.locator("#evaluate").evaluate((heading) => heading.scrollIntoView());
  await expect(contents.locator("[aria-current=location]")).toHaveText("Evaluate and optimise");
  expect(await page.evaluate(() => scrollY)).toBeLessThan(before);
});

test("a part that was asked for is the one that is read, however short, and the last one is reached", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.goto(`${url()}${front}/staying-current`);
  const contents = page.getByRole("navigation", { name: "Contents" });
  const read = contents.locator("[aria-current=location]");
  for (const part of ["Newsletters and reading", "Law", "Frameworks"]) {
    await contents.getByRole("link", { name: part }).click();
    await expect(read).toHaveText(part);
  }
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 20_000);
  await expect(read).toHaveText("Law");
});

test("contents that are longer than the window keep what is being read in sight, and leave the page where it is", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  await page.goto(`${url()}${front}/roadmap`);
  const read = page.getByRole("navigation", { name: "Contents" }).locator("[aria-current=location]");
  await page.locator("[id='mle.community']").evaluate((step) => step.scrollIntoView());
  const before = await page.evaluate(() => scrollY);
  await expect(read).toHaveText("Network, show the work and get hired");
  await expect(read).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("on a narrow screen a bar stays above the text, says what is being read and opens the contents over it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${url()}${front}/responsibilities`);
  const bar = page.locator("summary", { hasText: "Contents" });
  await expect(bar).toHaveText(/Contents\s*Responsibilities/);
  await page.locator("#deploy").evaluate((heading) => heading.scrollIntoView());
  await expect(bar).toHaveText(/Contents\s*Scale and deploy/);
  await expect(bar).toBeInViewport({ ratio: 1 });
  const place = () => page.locator("#deploy").evaluate((heading) => heading.getBoundingClientRect().top);
  const before = await place();
  expect(before, "the heading stands below the bar").toBeGreaterThan((await bar.boundingBox())!.height);
  await bar.click();
  const contents = page.getByRole("navigation", { name: "Contents" });
  await expect(contents.locator("[aria-current=location]")).toHaveText("Scale and deploy");
  expect(await place()).toBe(before);
  await contents.getByRole("link", { name: "Evaluate and optimise" }).click();
  await expect(contents).toHaveCount(0);
  await expect(bar).toHaveText(/Contents\s*Evaluate and optimise/);
  await bar.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(contents).toHaveCount(0);
  await expect(bar).toBeFocused();
});

test.describe("On a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, isMobile: true });
  const path = `${front}/pay-and-outlook`;
  const pieces = (page: Page, what: "later" | "unset", among = "article > *, article > [data-static-part] > *") => page.locator(among).evaluateAll((all, what) => all.filter((each) => {
    if (what === "unset") return getComputedStyle(each).contentVisibility === "auto";
    return each.getAnimations().some((it) => it instanceof CSSAnimation && it.animationName === "lay-out");
  }).length, what);

  test("what stands below the first screen of a page is laid out a moment later, by itself, and of a long table from the fifth row", async ({ page }) => {
    await page.goto(url() + path);
    await expect.poll(() => pieces(page, "later")).toBeGreaterThan(10);
    await expect.poll(() => pieces(page, "unset")).toBe(0);
    await page.goto(`${url()}${front}/certifications`);
    const table = "[aria-label=Certificates] tbody > tr";
    expect(await pieces(page, "later", table)).toBe((await page.locator(table).count()) - 4);
    await expect.poll(() => pieces(page, "unset", table)).toBe(0);
  });

  test("of a whole guide the first section is laid out at once, and the others by themselves, one after the other, to the last piece", async ({ page }) => {
    await page.addInitScript(() => {
      const ended: string[] = [];
      Object.assign(window, { ended });
      addEventListener("animationend", ({ target }) => {
        const section = (target as Element).matches("article > section") && (target as Element).getAttribute("aria-labelledby");
        if (section) ended.push(section);
      }, true);
    });
    await page.goto(`${url()}${front}/all`);
    const sections = await page.locator("article > section").evaluateAll((all) => all.map((section) => section.getAttribute("aria-labelledby")!));
    expect(sections.length).toBeGreaterThan(10);
    await expect.poll(() => page.evaluate(() => (window as unknown as { ended: string[] }).ended), { timeout: 15_000 }).toEqual(sections.slice(1));
    await expect.poll(() => pieces(page, "unset", "article *")).toBe(0);
  });

  test("of a whole guide, a frame lays out pieces of two hundred elements together, eight more counted for each, or one that has more", async ({ page }) => {
    await page.addInitScript(() => {
      const frames: number[][] = [];
      let frame: number[] | undefined;
      const finish = Object.getOwnPropertyDescriptor(Animation.prototype, "finish")!.value as () => void;
      Animation.prototype.finish = function () {
        if (!frame) {
          frames.push(frame = []);
          requestAnimationFrame(() => (frame = undefined));
        }
        frame.push((this.effect as KeyframeEffect).target!.querySelectorAll("*").length + 8);
        finish.call(this);
      };
      Object.assign(window, { frames });
    });
    await page.goto(`${url()}${front}/all`);
    await expect.poll(() => pieces(page, "unset", "article *")).toBe(0);
    const frames = await page.evaluate(() => (window as unknown as { frames: number[][] }).frames);
    expect(frames.flat().length).toBeGreaterThan(200);
    expect(frames.length).toBeLessThan(frames.flat().length / 2);
    expect(frames.filter((sizes) => sizes.length > 1 && sizes.reduce((sum, size) => sum + size) > 200)).toEqual([]);
  });

  test("a link within a whole guide leads to its part also while what is between them is being laid out, and stays there", async ({ page }) => {
    await page.goto(`${url()}${front}/all`, { waitUntil: "domcontentloaded" });
    expect(await page.evaluate(() => {
      const waiting = document.getAnimations().filter((each) => each.playState !== "finished").length;
      location.hash = "terms";
      return waiting;
    })).toBeGreaterThan(0);
    expect(await pieces(page, "unset", "article *")).toBe(0);
    const top = () => page.locator("#terms").evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
    await expect.poll(top).toBeLessThan(200);
    const at = await top();
    await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
    expect(await top()).toBe(at);
  });

  test("the key End leads to the end of a whole guide, also while it is being laid out", async ({ page }) => {
    await page.goto(`${url()}${front}/all`, { waitUntil: "domcontentloaded" });
    expect(await pieces(page, "unset", "article > section")).toBeGreaterThan(0);
    await page.keyboard.press("End");
    const left = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
    await expect.poll(() => pieces(page, "unset", "article *")).toBe(0);
    await expect.poll(left).toBeLessThan(2);
  });

  test.describe("with a finger", () => {
    test.use({ hasTouch: true });
    test("each of several numbers of sources beside one another is reached at its middle", async ({ page }) => {
      await page.goto(url() + path);
      await expect.poll(() => pieces(page, "unset")).toBe(0);
      const missed = await page.getByRole("article").getByRole("link", { name: /^Source \d+$/ }).evaluateAll((links) => links.filter((link) => {
        if (!link.checkVisibility({ contentVisibilityAuto: true })) return false;
        link.scrollIntoView({ block: "center", inline: "center" });
        const { left, top, width, height } = link.getBoundingClientRect();
        return !link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }).map((link) => link.textContent));
      expect(missed).toEqual([]);
    });
  });

  const search = (page: Page) => page.getByRole("button", { name: "Search the guide" });

  for (const [what, act] of Object.entries({
    "is turned": (page: Page) => page.setViewportSize({ width: 800, height: 360 }),
    "is printed": (page: Page) => page.pdf(),
  })) {
    test(`nothing is laid out a second time when a page ${what}`, async ({ page }) => {
      await page.goto(url() + path);
      await expect(search(page)).toBeEnabled();
      expect(await pieces(page, "later")).toBeGreaterThan(10);
      await act(page);
      await expect.poll(() => pieces(page, "later")).toBe(0);
    });
  }

  test("the next page is laid out at once, and a link within a page changes nothing of it", async ({ page }) => {
    await page.goto(`${url()}${front}/responsibilities`);
    await expect(search(page)).toBeEnabled();
    const before = await pieces(page, "later");
    expect(before).toBeGreaterThan(10);
    await expect.poll(() => pieces(page, "unset", "article *")).toBe(0);
    await page.evaluate(() => (location.hash = "deploy"));
    await expect(page.locator("#deploy")).toBeInViewport();
    expect(await pieces(page, "later")).toBe(before);
    await page.getByRole("navigation", { name: "Previous and next" }).getByRole("link", { name: "Next" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pay and outlook");
    expect([await pieces(page, "later"), await pieces(page, "unset")]).toEqual([0, 0]);
  });

  test("a page that is read again or gone back to keeps the reader's place, also when it is turned", async ({ page }) => {
    const place = () => page.locator("#chart-by-country").evaluate((chart) => Math.round(chart.getBoundingClientRect().top));
    await page.goto(url() + path);
    await expect.poll(() => pieces(page, "unset")).toBe(0);
    await page.locator("#chart-by-country").evaluate((chart) => chart.scrollIntoView());
    const before = await place();
    await page.setViewportSize({ width: 800, height: 360 });
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(740);
    await page.locator("#chart-by-country").evaluate((chart) => chart.scrollIntoView());
    await page.reload();
    await expect.poll(place).toBe(before);
    await page.goto(url() + front);
    await page.goBack();
    await expect.poll(place).toBe(before);
    expect(await pieces(page, "later")).toBe(0);
  });

  test("a page that is opened at one of its parts shows it", async ({ page }) => {
    await page.goto(`${url()}${path}#chart-by-country`);
    await expect(page.locator("#chart-by-country")).toBeInViewport();
    expect(await pieces(page, "later")).toBe(0);
  });
});

test("a source opens at its number, over the text, and leads to the list; without scripts the number does", async ({ page, browser }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${url()}${front}/pay-and-outlook`);
  // Until the page is awake a number leads to the list, as it does without scripts.
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const mark = page.getByRole("article").getByRole("link", { name: /^Source \d+$/ }).nth(2);
  const name = (await mark.getAttribute("aria-label"))!;
  const listed = `note-pay-and-outlook-${name.replace("Source ", "")}`;
  const box = page.getByRole("note", { name, exact: true });
  await mark.scrollIntoViewIfNeeded();
  const place = await page.evaluate(() => scrollY);
  await mark.click();
  await expect(box).toContainText("US Bureau of Labor Statistics");
  await expect(box).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => scrollY)).toBe(place);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(mark).toBeFocused();
  await page.keyboard.press("Enter");
  await box.getByRole("link", { name: "All sources of this section" }).click();
  await expect(page.locator(`[id=${listed}]`)).toBeInViewport();
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(`${url()}${front}/pay-and-outlook`);
  await plain.getByRole("link", { name, exact: true }).first().click();
  await expect(plain.locator(`[id=${listed}]`)).toBeInViewport();
  await plain.close();
});

test("a note is on the screen however low that is, goes when the screen is turned, and gives the focus back to its number", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 200 });
  await page.goto(`${url()}${front}/pay-and-outlook`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const mark = page.getByRole("article").getByRole("link", { name: "Source 5", exact: true }).first();
  const box = page.getByRole("note", { name: "Source 5", exact: true });
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(box).toBeInViewport({ ratio: 0.5 });
  await page.setViewportSize({ width: 640, height: 320 });
  await expect(box).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(box).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(box).toBeHidden();
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(box).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("combobox", { name: "Search the guide" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(mark).toBeFocused();
});

test("on a phone the contents and the menu close when the focus leaves them", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`${url()}${front}/certifications`);
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const bar = page.locator("details[data-contents-bar]");
  await bar.locator("summary").press("Enter");
  await bar.getByRole("link", { name: "Sources" }).focus();
  await page.keyboard.press("Tab");
  await expect(bar).not.toHaveAttribute("open");
  await page.getByRole("button", { name: "Menu", exact: true }).press("Enter");
  const menu = page.locator("[popover]:popover-open");
  await expect(menu).toBeVisible();
  await menu.getByRole("radio").first().focus();
  await page.keyboard.press("Tab");
  await expect(menu).toBeHidden();
});

test("the key of the search can be switched off, and on again", async ({ page }) => {
  await page.goto(`${url()}${front}/certifications`);
  const button = page.getByRole("button", { name: "Search the guide" });
  await expect(button).toBeEnabled();
  await page.keyboard.press("/");
  await page.getByRole("checkbox", { name: /^Single keys/ }).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button).toHaveAttribute("aria-keyshortcuts", "Control+K");
  // Had it been called, its words would stand in the dialog that the other keys call.
  await page.keyboard.press("/");
  await page.keyboard.type("unheard");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Search the guide" })).toHaveValue("");
  await page.getByRole("checkbox", { name: /^Single keys/ }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a visitor is led to the roadmap of the guide, and to no sign-in", async ({ page }) => {
  await page.goto(`${url()}${front}/terms`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Roadmap" }).click();
  await page.waitForURL(`**${front}/roadmap`);
  await expect(page.getByRole("navigation", { name: "Main" }).locator("[aria-current]")).toHaveText("Roadmap");
});

test("a phone whose letters are twice as large shows all of a page without scrolling sideways", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of [front, `${front}/roadmap`, `${front}/pay-and-outlook`, `${front}/certifications`, "/sign-in"]) {
    await page.goto(url() + path);
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(360);
  }
});

test("on a phone each row of a table stands as a block, every cell under its column's name, and the page is not wider", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(`${url()}${front}/certifications`);
  const row = page.getByRole("row", { name: /^AWS Certified Machine Learning - Specialty/ });
  await expect(row.getByRole("rowheader")).toBeVisible();
  const cells = row.getByRole("cell");
  const boxes = await Promise.all([0, 1].map((index) => cells.nth(index).boundingBox()));
  expect(boxes[1]!.y).toBeGreaterThanOrEqual(boxes[0]!.y + boxes[0]!.height);
  expect(await cells.evaluateAll((all) => all.map((cell) => getComputedStyle(cell, "::before").content))).toEqual(['"What it is now"', '"The exam"']);
  const region = page.getByRole("region", { name: "Certificates" });
  expect(await region.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
});

test("each step of the roadmap tells how well its work may be done", async ({ page }) => {
  await page.goto(`${url()}${front}/roadmap`);
  await page.locator("[id='mle.foundations'] summary", { hasText: "How well, in four levels" }).click();
  const levels = page.getByRole("region", { name: /^Levels of step 1/ });
  await expect(levels.getByRole("columnheader")).toHaveText(["What is looked at", "0, not yet", "1, started", "2, meets", "3, exceeds"]);
  await expect(levels.getByRole("rowheader").first()).toBeVisible();
});

test("the address of a heading is copied, and said to be, by keyboard too", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${url()}${front}/responsibilities`);
  // Until the page is awake the link only leads to its heading.
  await expect(page.getByRole("button", { name: "Search the guide" })).toBeEnabled();
  const link = page.locator("#deploy").getByRole("link", { name: "Link to this heading" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${url()}${front}/responsibilities#deploy`);
  await expect(page).toHaveURL(/#deploy$/);
});

test("a link to another section's part leads there", async ({ page }) => {
  await page.goto(url() + front);
  await page.getByRole("link", { name: "Scale and deploy" }).click();
  await page.waitForURL(`**${front}/responsibilities#deploy`);
  await expect(page.locator("#deploy")).toBeInViewport();
  await page.locator("main ul a[href*='/roadmap#mle.']").first().click();
  await page.waitForURL(`**${front}/roadmap#mle.*`);
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
});

for (const width of [360, 1280]) {
  for (const javaScriptEnabled of [true, false]) {
    test(`an item of the roadmap opens by its address, at ${width} px${javaScriptEnabled ? "" : " and without JavaScript"}`, async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 740 } });
      const page = watch(await context.newPage());
      const opened = page.locator("li[id^='mle.'] details[open]");
      const expectOpen = async (title: string) => {
        await expect(opened.getByText("A mentor looks for")).toBeInViewport();
        await expect(opened.locator("summary").getByText(title, { exact: true })).toBeInViewport({ ratio: 1 });
        const bar = page.locator("summary", { hasText: "Contents" });
        if (javaScriptEnabled && width < 1024) expect((await opened.boundingBox())!.y, "the row stands below the bar").toBeGreaterThanOrEqual((await bar.boundingBox())!.height);
      };
      await page.goto(`${url()}${front}/roadmap#mle.tools.serving`);
      await expectOpen("Serve a model behind an API, in a container, with monitoring");

      await page.goto(`${url()}${front}/responsibilities`);
      const link = page.locator("main a[href*='/roadmap#mle.']").last();
      const title = (await link.textContent())!;
      await link.click();
      await page.waitForURL(`**${front}/roadmap#mle.*`);
      await expectOpen(title);

      await page.goto(`${url()}${front}/all`);
      const near = page.locator("main article a[href^='#mle.']").last();
      await near.click();
      await expectOpen((await near.textContent())!);
      expectNoSurprises(page);
      await context.close();
    });
  }
}

test("an item opens by its address also where the browser opens nothing by itself", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${url()}${front}/roadmap`);
  await page.mouse.wheel(0, 3000);
  await expect(page.locator("[data-contents] [aria-current=location]")).not.toHaveCount(0);
  await page.evaluate(() => {
    history.replaceState(history.state, "", "#mle.tools.serving");
    dispatchEvent(new HashChangeEvent("hashchange"));
  });
  await expect(page.locator("li[id='mle.tools'] details[open] summary")).toBeInViewport({ ratio: 1 });
  await expect(page.locator("[id='mle.tools.serving']")).toBeInViewport();
});

test("every link within the guide has its place", async ({ page }) => {
  const ids = new Map<string, Set<string>>();
  const links: string[] = [];
  for (const path of pages) {
    await page.goto(url() + path);
    ids.set(path, new Set(await page.locator("[id]").evaluateAll((all) => all.map((each) => each.id))));
    links.push(...await page.locator(`main a[href^="#"], main a[href^="${front}"]`).evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href)));
  }
  const lost = [...new Set(links)].map((link) => new URL(link)).filter(({ pathname, hash }) =>
    !/\.(md|json|atom)$/.test(pathname) && !(hash ? ids.get(pathname)?.has(decodeURIComponent(hash.slice(1))) : ids.has(pathname)));
  expect(lost.map(({ pathname, hash }) => pathname + hash)).toEqual([]);
});

test("the guide is read without JavaScript: contents, sources, tables and items open, and links lead on", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${url()}${front}/pay-and-outlook`);
  await page.locator("summary", { hasText: "Contents" }).click();
  await expect(page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Roadmap" })).toBeVisible();
  await page.locator("summary", { hasText: "Show as table" }).first().click();
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Roadmap" }).click();
  await page.waitForURL(`**${front}/roadmap`);
  await page.locator("[id='mle.foundations'] li summary").first().click();
  await expect(page.getByText("A mentor looks for").first()).toBeVisible();
  await page.getByRole("link", { name: /^Next/ }).click();
  await page.waitForURL(`**${front}/certifications`);
  await context.close();
});

test("by keyboard alone a reader skips to the text, follows the contents and opens the sources", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(url() + front);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("article")).toBeFocused();
  await page.getByRole("link", { name: "Skip to the text" }).focus();
  const pay = page.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Pay and outlook" });
  for (let presses = 0; presses < 12 && !(await pay.evaluate((link) => link === document.activeElement)); presses++) await page.keyboard.press("Tab");
  await expect(pay).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${front}/pay-and-outlook`);
  const sources = page.locator("summary", { hasText: "Sources for this section" });
  await sources.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[id^=note-pay-and-outlook-]").first()).toBeVisible();
});

test("on paper a section has no controls, opens what is folded and names its sources' addresses", async ({ page }) => {
  await page.goto(`${url()}${front}/pay-and-outlook`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Contents" })).toHaveCount(0);
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.locator("[id^=note-pay-and-outlook-]").first()).toContainText("https://");
});

test("each page says in its head what it is, where it stands and how it looks when it is shared", async ({ page }) => {
  const titles = new Set<string>();
  for (const path of pages) {
    await page.goto(url() + path);
    titles.add(await page.title());
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${path}$`));
    const shared = await page.locator("meta[property^='og:'], meta[name=description]").evaluateAll((all) => all.map((each) => [each.getAttribute("property") ?? each.getAttribute("name"), each.getAttribute("content")]));
    const said = Object.fromEntries(shared) as Record<string, string>;
    expect(said["og:url"], path).toMatch(new RegExp(`${path}$`));
    expect(said["og:image"], path).toMatch(/\/cards\/[a-z0-9-]+\.png$/);
    expect(said["og:title"] && said["og:description"] && said.description, path).toBeTruthy();
    if (path.endsWith("/all")) continue;
    const graph = await page.locator("script[type='application/ld+json']").evaluate((script) => (JSON.parse(script.textContent) as { "@graph": { "@type": string; headline?: string; dateModified?: string }[] })["@graph"]);
    expect(graph.map((node) => node["@type"]), path).toEqual(expect.arrayContaining(["TechArticle", "BreadcrumbList"]));
    expect(graph[0]?.headline && graph[0].dateModified, path).toBeTruthy();
  }
  expect(titles.size).toBe(pages.length);
});

test("each page of the guide has its picture, which no request draws, and others are not there", async ({ page, browser }) => {
  await page.goto(`${url()}${front}/terms`);
  const card = new URL((await page.locator("meta[property='og:image']").getAttribute("content"))!).pathname;
  const picture = await page.request.get(url() + card);
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/png"]);
  const other = watch(await browser.newPage());
  expectRefusals(other, 404);
  expect((await other.goto(`${url()}${front}/cards/other.png`))?.status()).toBe(404);
  await other.close();
});
