import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectRefusals, query, test } from "#tests/support/browser.ts";

// Put together, since the linter takes the whole for a mistake.
const scriptLink = ["javascript", "alert(1)"].join(":");
const good = { Link: "https://example.org/work", Title: "PCA two ways", "What it shows": "Both routes, side by side." };

async function fillIn(page: Page, fields: Partial<typeof good>) {
  for (const [label, value] of Object.entries({ ...good, ...fields })) await page.getByLabel(label, { exact: true }).fill(value);
}

test("evidence that cannot be kept is refused at its field, and what was typed stays", async ({ signedUp }) => {
  const { page } = await signedUp();
  expectRefusals(page, 422);
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Add evidence" }).click();
  const wrong = [
    ["Link", "", "Please fill this in."],
    ["Link", scriptLink, "A link starts with https:// or http://."],
    ["Link", "https://user:secret@example.org/", "would share them"],
    ["Title", "", "Please fill this in."],
    ["Title", "x".repeat(100_000), "Please keep this to 120 characters; it has 100,000."],
    ["Title", "a\u0000b", "NUL"],
    ["What it shows", "  \u200b ", "Please fill this in."],
    ["What it shows", "y".repeat(100_000), "Please keep this to 4,000 characters"],
  ] as const;
  for (const [label, value, message] of wrong) {
    await fillIn(page, { [label]: value });
    await page.getByRole("button", { name: "Save evidence" }).click();
    const field = page.getByLabel(label, { exact: true });
    await expect(field).toHaveAccessibleDescription(new RegExp(message.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")));
    await expect(field).toHaveValue(value);
    await expect(field).toBeFocused();
  }
  const opener = page.getByRole("button", { name: "Add evidence" });
  await opener.click();
  await expect(page.getByLabel("Title", { exact: true })).toBeHidden();
  await opener.click();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(good.Title);
});

test("evidence that was begun outlasts the page that it was begun on, until it is cancelled", async ({ signedUp }) => {
  const { page } = await signedUp();
  const open = async () => {
    await page.goto("/portfolio");
    await page.getByRole("button", { name: "Add evidence" }).click();
  };
  await open();
  await fillIn(page, {});
  await page.getByLabel("Kind").selectOption("Article");
  await page.getByText("1. Build the base").click();
  await page.getByLabel("Profile and vectorise a slow numerical routine").check();
  await page.getByRole("navigation").getByRole("link", { name: "Roadmap" }).first().click();
  await expect(page).toHaveURL(/roadmap/);
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Go on with it" }).click();
  for (const [label, value] of Object.entries(good)) await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
  await expect(page.getByLabel("Kind")).toHaveValue("article");
  await expect(page.getByLabel("Profile and vectorise a slow numerical routine")).toBeChecked();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Evidence that you began")).toBeHidden();
  await open();
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("");
});

test("spaces around a link and a title are not kept, and an item has to be chosen to be attached", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await fillIn(page, { Link: " https://example.org/spaces ", Title: "  Spaced out " });
  await page.getByRole("button", { name: "Save evidence" }).click();
  await expect(page.getByRole("heading", { name: "Spaced out", exact: true })).toBeVisible();
  expect(await query("SELECT title, url FROM evidence_versions WHERE url LIKE '%example.org/spaces%'")).toEqual([{ title: "Spaced out", url: "https://example.org/spaces" }]);
  await page.getByRole("button", { name: "Attach" }).click();
  const item = page.getByLabel("Item", { exact: true });
  await expect(item).toHaveAccessibleDescription("Please choose an item.");
  await expect(item).toBeFocused();
  await item.selectOption("Profile and vectorise a slow numerical routine");
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByRole("button", { name: "Take off: Profile and vectorise a slow numerical routine" })).toBeVisible();
});

test("emoji and right-to-left text are kept to the letter", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await fillIn(page, { Title: "🪨 שלום 🗿", "What it shows": "مرحبا\n<script>alert(1)</script>" });
  await page.getByRole("button", { name: "Save evidence" }).click();
  await expect(page.getByRole("heading", { name: "🪨 שלום 🗿" })).toBeVisible();
  await expect(page.getByText("<script>alert(1)</script>")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "🪨 שלום 🗿" })).toBeVisible();
  await expectAccessible(page);
});

test("an edit makes a version, and one made meanwhile in another window is not overwritten", async ({ signedUp }) => {
  const { page } = await signedUp();
  expectRefusals(page, 409);
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Add evidence" }).click();
  await fillIn(page, {});
  await page.getByRole("button", { name: "Save evidence" }).click();
  await page.getByRole("button", { name: "Edit PCA two ways" }).click();

  const other = await page.context().newPage();
  await other.goto("/portfolio");
  await other.getByRole("button", { name: "Edit PCA two ways" }).click();
  await other.getByLabel("Title").fill("From the other window");
  await other.getByRole("button", { name: "Save as a new version" }).click();
  await expect(other.getByText("Earlier versions (1)")).toBeVisible();
  await other.close();

  await page.getByLabel("Title").fill("From this window");
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Version 2 was made meanwhile" })).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("From this window");
  await page.getByRole("button", { name: "I have compared; save mine after it" }).click();
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByRole("heading", { name: "From this window" })).toBeVisible();
  await expect(page.getByText("Earlier versions (2)")).toBeVisible();
});
