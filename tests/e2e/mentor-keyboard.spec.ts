import { expect, type Locator, type Page } from "@playwright/test";
import { ask, askMany, keepFor, uniqueTitle } from "#tests/support/asking.ts";
import { query, test, url } from "#tests/support/browser.ts";

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 80; step += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${target}`);
}

test("a mentor reviews ten waiting pieces by keyboard alone", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Lea Basalt" });
  const { page, person } = await signedUp({ name: "Mia Moss", role: "mentor" });
  await query("UPDATE users SET review_steps = '{mle.tools}' WHERE email = $1", [person.email]);
  const { reviewId } = await ask(learner.page, { itemId: "mle.tools.retraining", title: uniqueTitle("Ten pieces") });
  await keepFor(person.email, reviewId);
  await askMany(reviewId, 9);
  await page.goto(`${url()}/mentor/queue`);
  await expect(page.locator("[data-review]").nth(9)).toBeVisible();

  for (let piece = 1; piece <= 10; piece += 1) {
    const held = page.getByText(/Held by you/);
    const before = page.url();
    // The first time the page may still be asleep, which nothing on it shows.
    await expect(async () => {
      if (page.url() === before) await page.keyboard.press("t");
      await page.waitForURL((to) => to.href !== before && to.pathname.startsWith("/mentor/reviews/"), { timeout: 15_000 });
    }).toPass();
    await expect(held).toBeVisible();
    const confirms = piece % 2 === 1;
    const wanted = await page.getByRole("radio", { name: "Met", exact: true }).all();
    for (const [place, radio] of wanted.entries()) {
      await tabTo(page, radio);
      await page.keyboard.press("Space");
      if (confirms || place > 0) continue;
      await page.keyboard.press("ArrowRight");
      await expect(page.getByRole("radio", { name: "Not met", exact: true }).first()).toBeChecked();
    }
    if (!confirms) {
      await tabTo(page, page.getByLabel("Change or question 1"));
      await page.keyboard.type(`Please change this in piece ${piece}.`);
    }
    await tabTo(page, page.getByRole("button", { name: confirms ? "Confirm" : "Return with changes", exact: true }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: confirms ? "You confirmed this" : "You returned this with changes" })).toBeFocused();
  }
  const given = await query<{ kind: string; number: number }>(
    "SELECT v.kind, count(*)::int AS number FROM verdicts v JOIN users m ON m.id = v.mentor_id WHERE m.email = $1 GROUP BY v.kind ORDER BY v.kind", [person.email]);
  expect(given).toEqual([{ kind: "confirm", number: 5 }, { kind: "return", number: 5 }]);
});
