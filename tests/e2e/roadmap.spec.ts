import { expect } from "@playwright/test";
import { expectAccessible, expectRefusals, signIn, test } from "#tests/support/browser.ts";

const roadmap = "/roadmap/machine-learning-engineer";
const title = "Explain and code PCA by eigen-decomposition and by SVD";
const tap = new RegExp(`^${title}: `);

test("a state is shown at once, kept after a reload, and there in a second browser", async ({ signedUp, open }) => {
  const { page, person } = await signedUp();
  await page.goto(roadmap);
  const saved = page.waitForResponse((response) => response.url().endsWith("/state") && response.ok());
  await page.getByRole("button", { name: tap }).click();
  await expect(page.getByRole("button", { name: `${title}: done. Mark as to do` })).toBeVisible();
  await saved;
  await page.reload();
  await expect(page.getByRole("button", { name: `${title}: done. Mark as to do` })).toBeVisible();

  const second = await open();
  await signIn(second, person);
  await second.goto(roadmap);
  await expect(second.getByRole("button", { name: `${title}: done. Mark as to do` })).toBeVisible();
});

test("a refused change is taken back with the server's words", async ({ signedUp }) => {
  const { page } = await signedUp();
  expectRefusals(page, 429);
  await page.goto(roadmap);
  await page.route("**/state", (route) => route.fulfill({
    status: 429, contentType: "application/problem+json",
    json: { type: "about:blank", title: "Too many", status: 429, code: "TOO_MANY", detail: "Please wait ten seconds." },
  }));
  await page.getByRole("button", { name: tap }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Please wait ten seconds." })).toContainText("Back to \"To do\".");
  await expect(page.getByRole("button", { name: `${title}: to do. Mark as done` })).toBeVisible();
});

test("a change whose answer is lost is shown as the account has it, and told without a claim", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto(roadmap);
  await page.route("**/state", async (route) => {
    await route.fetch();
    await route.fulfill({ status: 204 });
  });
  await page.getByRole("button", { name: tap }).click();
  const told = page.getByRole("alert").filter({ hasText: "The server did not answer." });
  await expect(told).toBeVisible();
  await expect(told).not.toContainText("Back to");
  await expect(page.getByRole("button", { name: `${title}: done. Mark as to do` })).toBeVisible();
});

test("a change is undone from its message", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto(roadmap);
  await page.getByRole("button", { name: tap }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: `${title}: to do. Mark as done` })).toBeVisible();
});

test("an address that names an item opens it", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/reviews");
  await page.goto(`${roadmap}#mle.foundations.pca`);
  await expect(page.getByText("Both routes give the same components up to sign")).toBeInViewport();
});

test("what is next is opened by the first press, and again once it was closed", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/reviews");
  await page.goto(roadmap);
  const next = page.getByRole("complementary", { name: "Progress" });
  const title = (await next.getByText(/^Begin: /).innerText()).replace("Begin: ", "");
  const item = page.getByRole("button", { name: title, exact: true });
  await expect(item).toHaveAttribute("aria-expanded", "false");
  await next.getByRole("link", { name: "Open the item" }).click();
  await expect(item).toHaveAttribute("aria-expanded", "true");
  await expect(item).toBeInViewport();
  for (let round = 0; round < 2; round++) {
    await item.click();
    await expect(item).toHaveAttribute("aria-expanded", "false");
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await next.getByRole("link", { name: "Open the item" }).click();
    await expect(item).toHaveAttribute("aria-expanded", "true");
    await expect(item).toBeInViewport();
  }
});

test("the roadmap is for everyone, in both themes", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/reviews");
  await page.goto(`${roadmap}#mle.foundations.pca`);
  await expect(page.getByRole("heading", { name: "Machine learning engineer" })).toBeVisible();
  await expectAccessible(page);
});
