import { expect, type Locator, type Page } from "@playwright/test";
import { expectAccessible, query, signUp, test, url } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";

/** Tabs on until `target` has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
}

const button = (place: Page | Locator, name: string | RegExp) => place.getByRole("button", { name, exact: true });

/** A mentor's part, in a browser of their own and by keyboard too. */
async function returnByMentor(open: () => Promise<Page>, reviewId: string): Promise<void> {
  const mentor = await signUp("Mia Moss");
  await query("UPDATE users SET roles = '{mentor}' WHERE email = $1", [mentor.email]);
  const page = await open();
  await page.goto(`${url()}/sign-in?next=/mentor/reviews/${reviewId}`);
  await type(page, page.getByLabel("Email"), mentor.email);
  await type(page, page.getByLabel("Password"), mentor.password);
  await page.keyboard.press("Enter");
  await press(page, button(page, "Claim"));
  await type(page, page.getByLabel(/Change or question 1/), "Run the tests on every push.");
  await press(page, button(page, "Return with changes"));
  await expect(page.getByText(/returned/i).first()).toBeVisible();
  await expectFocusKept(page);
}

test("a learner walks the whole path by keyboard alone", async ({ page, open }) => {
  await page.goto(`${url()}/sign-up`);
  await type(page, page.getByLabel("Name"), "Kay Tuff");
  await type(page, page.getByLabel("Email"), `${crypto.randomUUID()}@example.org`);
  await type(page, page.getByLabel("Password"), "correct horse battery");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/roadmap/machine-learning-engineer");

  // One key says that an item is done; undo is within reach.
  await press(page, button(page, `${item}: to do. Mark as done`));
  await expect(button(page, new RegExp(`^${item}: done`))).toBeVisible();
  await press(page, button(page, "Undo"));
  await expect(button(page, `${item}: to do. Mark as done`)).toBeVisible();
  await expectFocusKept(page);

  await press(page, page.getByRole("link", { name: "Portfolio", exact: true }).first());
  await page.waitForURL("**/portfolio");
  await press(page, button(page, "Add evidence"));
  await type(page, page.getByLabel("Link"), "https://example.org/pebbles");
  await type(page, page.getByLabel("Title"), "Logit from gravel");
  await type(page, page.getByLabel("What it shows"), "A derivation, and the tests that hold it.");
  await press(page, button(page, "Save evidence"));
  await expect(page.getByRole("heading", { name: "Logit from gravel" })).toBeVisible();
  await expectFocusKept(page);

  await tabTo(page, page.getByLabel("Item", { exact: true }));
  await page.keyboard.type("Derive and implement");
  await press(page, button(page, "Attach"));
  await expect(button(page, /^Ask for review/)).toBeVisible();
  await expectFocusKept(page);
  await press(page, button(page, /^Ask for review/));
  const dialog = page.getByRole("dialog");
  await type(page, dialog.getByLabel(/Question/), "Is it strict enough?");
  await press(page, button(dialog, "Ask for review"));
  await expect(page.getByText("Waiting for a mentor").first()).toBeVisible();
  await expectFocusKept(page);

  const [review] = await query<{ id: string }>(
    "SELECT r.id FROM reviews r JOIN evidence_versions v ON v.id = r.version_id WHERE v.title = $1 ORDER BY r.created_at DESC LIMIT 1", ["Logit from gravel"]);
  await returnByMentor(open, review!.id);

  await press(page, page.getByRole("link", { name: "Reviews", exact: true }).first());
  await page.waitForURL("**/reviews");
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await press(page, page.getByRole("link", { name: item }));
  await page.waitForURL("**/reviews/*");
  await type(page, page.getByLabel(/Run the tests on every push/), "They run on every push now.");
  await press(page, button(page, "Resubmit"));
  await expect(page.getByText("Waiting for a mentor").first()).toBeVisible();
  await expectFocusKept(page);
  await press(page, button(page, /^Withdraw/));
  await press(page, button(page.getByRole("dialog"), /^Withdraw/));
  await expect(page.getByText(/withdrew|withdrawn/i).first()).toBeVisible();
  await expectFocusKept(page);
});
