import { expect, type Page } from "@playwright/test";
import { getItem } from "#lib/guide/guide.ts";
import { ask, keepFor, revise, runOut, uniqueTitle } from "#tests/support/asking.ts";
import { expectRefusals, holdBack, query, test, url } from "#tests/support/browser.ts";

/** What a screen reader would be told, in order: the words that appear in live regions. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const arrived = [...addedNodes].flatMap((node) => (node instanceof Element ? [node, ...node.querySelectorAll("*")] : []));
        const regions = [element?.closest("[role=status], [role=alert], [aria-live]"), ...arrived.filter((each) => each.matches("[role=alert]"))];
        for (const region of regions) {
          const words = region?.textContent?.trim();
          if (words && heard.at(-1) !== words) heard.push(words);
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return async () => (await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)).join("\n");
}

test("a mentor reviews with the accessibility tree alone, and hears what changes", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Lea Marl" });
  const title = uniqueTitle("Heard");
  const firstCriterion = getItem("mle.foundations.pca")!.item.criteria[0]!.id;
  const { reviewId, evidenceId } = await ask(learner.page, { itemId: "mle.foundations.pca", title, question: "Is the plot clear?", selfCheck: [{ criterionId: firstCriterion, met: true }] });
  const { page, person } = await signedUp({ name: "Mia Moss", role: "mentor" });
  await query("UPDATE users SET review_steps = '{mle.foundations}' WHERE email = $1", [person.email]);
  await keepFor(person.email, reviewId);
  const heard = await listen(page);
  await page.goto(`${url()}/mentor/queue`);

  const queue = page.getByRole("table", { name: /Reviews that wait for a mentor/ });
  await expect(queue.getByRole("rowheader", { name: /^Machine learning engineer, step 1 .* Your step$/ })).toBeVisible();
  const row = queue.getByRole("row").filter({ hasText: title });
  await expect(row.getByRole("cell").nth(1)).toHaveText("Lea Marl");
  const preview = row.getByRole("button", { name: /^Preview: .*Lea Marl$/, expanded: false });
  await preview.focus();
  await page.keyboard.press("Enter");
  await expect(row.getByRole("button", { name: /^Preview/, expanded: true })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Question for the mentor", level: 3 })).toBeVisible();
  await row.getByRole("button", { name: /^Claim: .*Lea Marl$/ }).focus();
  await page.keyboard.press("Enter");

  const panel = page.getByRole("region", { name: "Criteria" });
  await expect(panel.getByRole("group").first()).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/Held by you, 4\d min left/);
  await expect(panel).toMatchAriaSnapshot(`
    - region "Criteria":
      - heading "Criteria" [level=2]
      - group "Both routes give the same components up to sign":
        - radio "Met"
        - radio "Not met"
      - paragraph: Met, by the learner's own check when they asked
      - textbox /Note on/
  `);
  const groups = panel.getByRole("group").filter({ has: page.getByRole("radio") });
  const criteria = await groups.count();
  expect(criteria).toBeGreaterThan(1);

  // Confirm says what is missing, at the criterion.
  await panel.getByRole("button", { name: "Confirm", exact: true }).focus();
  await expect(panel.getByRole("button", { name: "Confirm", exact: true })).toHaveAccessibleDescription("Confirm needs every criterion met.");
  await page.keyboard.press("Enter");
  await expect(groups.first().getByRole("radio", { name: "Met", exact: true })).toBeFocused();
  await expect(groups.first()).toHaveAccessibleDescription("Confirm needs this criterion met.");
  for (let place = 0; place < criteria; place += 1) {
    await groups.nth(place).getByRole("radio", { name: "Met", exact: true }).focus();
    await page.keyboard.press("Space");
    await expect(groups.nth(place).getByRole("radio", { name: "Met", exact: true, checked: true })).toBeFocused();
  }

  // A new version, and the end of a hold, are told when they come.
  await revise(learner.page, { evidenceId, title, shows: "Rewritten meanwhile.", basedOn: 1 });
  await expect(page.getByRole("status").filter({ hasText: "There is a newer version" })).toBeVisible({ timeout: 40_000 });
  await page.getByRole("button", { name: "Take new version" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "What it shows" })).toBeFocused();
  await expect(panel.getByRole("button", { name: /^Still so: / })).toHaveCount(criteria);
  await expect(page.getByText("Your draft is saved.")).toBeVisible();
  // The screen looks for news by itself; what it would find is held back until the verdict is answered.
  const release = await holdBack(page, `${url()}/api/v1/review/reviews/${reviewId}`);
  await runOut(reviewId);
  expectRefusals(page, 409);
  const answered = page.waitForResponse((response) => response.url().endsWith("/confirm"));
  await panel.getByRole("button", { name: "Confirm", exact: true }).focus();
  await page.keyboard.press("Enter");
  await answered;
  release();
  await expect(page.getByRole("button", { name: "Claim again" })).toBeVisible();
  await page.getByRole("button", { name: "Claim again" }).focus();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("heading", { name: "Criteria" })).toBeFocused();
  await panel.getByRole("button", { name: "Confirm", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "You confirmed this" })).toBeFocused();
  const told = await heard();
  for (const words of [
    "There is a newer version", "The newest version is shown. Your marks are kept", "Your hold on this review has ended",
  ]) expect(told).toContain(words);
});
