import { expect, type Page } from "@playwright/test";
import { ask, claim, judge, keepFor } from "#tests/support/asking.ts";
import { expectAccessible, expectRefusals, query, signIn, test, url, type Person } from "#tests/support/browser.ts";

const item = "Derive and implement logistic regression from scratch, with tests";
const bell = (page: Page) => page.getByRole("button", { name: /^Notifications/ });

/** A review of the learner's, kept for the mentor, so that no other test claims it meanwhile. */
async function askFor(page: Page, mentor: Person): Promise<string> {
  const { reviewId } = await ask(page, { title: "A piece" });
  await keepFor(mentor.email, reviewId);
  return reviewId;
}

test("a learner is told that a mentor claimed their work, opens it from the bell, and it is read", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Noor נור" });
  const mentor = await signedUp({ name: "Ada 🪨", role: "mentor" });
  const reviewId = await askFor(learner.page, mentor.person);
  const { page } = learner;
  await page.goto("/portfolio");
  await expect(bell(page)).toHaveAccessibleName("Notifications");
  await claim(mentor.page, reviewId);

  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 30_000 });
  await expect(page.getByRole("status").filter({ hasText: "One unread notification" })).toBeAttached();
  await bell(page).click();
  await expect(page.getByRole("link", { name: /Unread: .*Ada 🪨.* is reviewing your work/ })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /is reviewing your work/ }).click();
  await page.waitForURL(`${url()}/reviews/${reviewId}`);
  await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("what was told is listed, and read by keyboard alone: one by one, and all", async ({ signedUp }) => {
  const { page, person } = await signedUp();
  await page.goto("/notifications");
  await expect(page.getByText("Nothing yet", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await query(
    `INSERT INTO notifications (user_id, event, notice, kind, data, at, delivery)
     SELECT id, 'e2e ' || n, 'roleGranted', 'invitation', '{"role":"mentor"}', now() - n * interval '1 hour', 'off' FROM users, generate_series(1, 40) n WHERE email = $1`,
    [person.email]);
  await page.reload();
  await expect(page.getByText("40 unread notifications.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Mark as read: You are a mentor now" }).first().focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("39 unread notifications.")).toBeVisible();
  await page.getByRole("button", { name: "Older" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(40);
  await page.getByRole("main").getByRole("button", { name: "Mark all as read" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nothing is unread.")).toBeVisible();
  await expect(page.getByText("Unread:")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Nothing is unread.")).toBeVisible();
});

test("what a review's page shows is read by looking at it", async ({ signedUp }) => {
  const learner = await signedUp();
  const mentor = await signedUp({ role: "mentor" });
  const reviewId = await askFor(learner.page, mentor.person);
  await claim(mentor.page, reviewId);
  await learner.page.goto("/portfolio");
  await expect(bell(learner.page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 30_000 });
  await learner.page.goto(`/reviews/${reviewId}`);
  await expect(learner.page.getByRole("heading", { name: item })).toBeVisible();
  await expect(bell(learner.page)).toHaveAccessibleName("Notifications");
});

/** Has the learner told that their work was returned; answers when the mail about it is kept, since the server of these tests has none to send by. */
async function returnedByMail(learner: { page: Page; person: Person }, mentor: { page: Page; person: Person }): Promise<{ text: string; subject: string }> {
  const reviewId = await askFor(learner.page, mentor.person);
  await judge(mentor.page, reviewId, ["Split the data before you scale it"]);
  let kept: { text: string; subject: string }[] = [];
  await expect.poll(async () => {
    kept = await query<{ text: string; subject: string }>(
      "SELECT text, subject FROM mails JOIN users ON users.id = user_id WHERE email = $1 AND state = 'kept'", [learner.person.email]);
    return kept.length;
  }, { timeout: 30_000 }).toBe(1);
  return kept[0]!;
}

test("a mail that nothing could send is kept, and an admin reads it in the outbox; nobody else finds that page", async ({ signedUp }) => {
  const learner = await signedUp({ name: "Noor Haddad" });
  const mentor = await signedUp({ name: "Ada 🪨", role: "mentor" });
  const admin = await signedUp({ role: "admin" });
  await returnedByMail(learner, mentor);
  const { page } = admin;
  await page.goto("/admin/outbox");
  const mail = page.getByRole("listitem").filter({ hasText: learner.person.email });
  await expect(mail.getByText("Kept here")).toBeVisible();
  await mail.getByText("Read the mail").click();
  await expect(mail.getByText("1. Split the data before you scale it")).toBeVisible();
  await expectAccessible(page);
  expectRefusals(learner.page, 404);
  const answer = await learner.page.goto("/admin/outbox");
  expect(answer!.status()).toBe(404);
});

test("the link of a mail changes nothing until its button is pressed, needs nobody signed in, and ends one kind", async ({ signedUp, open }) => {
  const learner = await signedUp();
  const { text } = await returnedByMail(learner, await signedUp({ role: "mentor" }));
  const link = /No more mails of this kind: (\S+)/.exec(text)![1]!;
  const chosen = () => query<{ kind: string; delivery: string }>(
    "SELECT kind, delivery FROM notification_choices JOIN users ON users.id = user_id WHERE email = $1", [learner.person.email]);

  const visitor = await open();
  await visitor.goto(link);
  await expect(visitor.getByText("mails of the kind “Returned”")).toBeVisible();
  await expectAccessible(visitor);
  expect(await chosen()).toEqual([]);
  await visitor.getByRole("button", { name: "End these mails" }).focus();
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("heading", { name: "These mails have ended" })).toBeVisible();
  await expect(visitor.getByRole("status").filter({ hasText: "Done." })).toBeVisible();
  expect(await chosen()).toEqual([{ kind: "returned", delivery: "off" }]);
  await expectAccessible(visitor);

  await learner.page.goto("/settings/notifications");
  await expect(learner.page.getByRole("group", { name: "Mails: Returned" }).getByRole("radio", { name: "Off" })).toBeChecked();
});

test("a mail program ends mails by its one click, without a session and from another site; a forged link ends nothing", async ({ signedUp, request }) => {
  const learner = await signedUp();
  const { text } = await returnedByMail(learner, await signedUp({ role: "mentor" }));
  const link = /No more mails of this kind: (\S+)/.exec(text)![1]!;
  const click = async (address: string) => (await request.post(address, {
    headers: { origin: "https://mail.example.org", "sec-fetch-site": "cross-site" }, form: { "List-Unsubscribe": "One-Click" },
  })).status();
  const chosen = () => query("SELECT 1 FROM notification_choices JOIN users ON users.id = user_id WHERE email = $1 AND delivery = 'off'", [learner.person.email]);
  expect(await click(link.replace(".returned.", ".confirmed."))).toBe(404);
  expect(await click(link.slice(0, -2))).toBe(404);
  expect(await chosen()).toHaveLength(0);
  expect(await click(link)).toBe(204);
  expect(await click(link)).toBe(204);
  expect(await chosen()).toHaveLength(1);
  const multipart = await request.post(link, { multipart: { "List-Unsubscribe": "One-Click" } });
  expect(multipart.status()).toBe(204);
});

test("what is mailed is chosen by keyboard, kept at once, and is there after a reload", async ({ signedUp }) => {
  const { page } = await signedUp({ role: "mentor" });
  await page.goto("/notifications");
  await page.getByRole("main").getByRole("link", { name: "What is mailed" }).click();
  await expect(page.getByRole("heading", { name: "What is mailed" })).toBeVisible();
  await expectAccessible(page);
  const claimed = page.getByRole("group", { name: "Mails: Claimed" });
  await expect(claimed.getByRole("radio", { name: "Off" })).toBeChecked();
  await claimed.getByRole("radio", { name: "Off" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(claimed.getByRole("radio", { name: "Daily" })).toBeChecked();
  await expect(page.getByText("“Claimed” is mailed daily.")).toBeVisible();
  await expect(page.getByRole("group", { name: "Mails: Resubmitted" })).toBeVisible();
  await page.reload();
  await expect(claimed.getByRole("radio", { name: "Daily" })).toBeChecked();
});

test("a learner says where they live, and the daily mail comes by that", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/settings/notifications");
  const field = page.getByLabel("Time zone");
  await expect(field).toHaveValue("UTC");
  await field.fill("Middle/Earth");
  expectRefusals(page, 422);
  await page.getByRole("button", { name: "Keep the time zone" }).click();
  await expect(page.getByText("This is no time zone that Cairn knows.")).toBeVisible();
  await expect(field).toHaveValue("Middle/Earth");
  await field.fill("Asia/Kathmandu");
  await page.getByRole("button", { name: "Keep the time zone" }).click();
  await expect(page.getByText("Kept.")).toBeVisible();
  await page.reload();
  await expect(field).toHaveValue("Asia/Kathmandu");
});

test("a choice that could not be kept goes back, and says so", async ({ signedUp }) => {
  const { page } = await signedUp();
  await page.goto("/settings/notifications");
  await page.route("**/api/v1/notification/deliveries/*", async (route) => await route.fulfill({
    status: 503, contentType: "application/problem+json",
    body: JSON.stringify({ type: "about:blank", title: "Away", status: 503, code: "DATABASE_AWAY", detail: "The database does not answer." }),
  }));
  expectRefusals(page, 503);
  const returned = page.getByRole("group", { name: "Mails: Returned" });
  await returned.getByRole("radio", { name: "Off" }).check({ force: true, noWaitAfter: true }).catch(() => undefined);
  await expect(page.getByText("“Returned” stays as it was: The database does not answer.")).toBeVisible();
  await expect(returned.getByRole("radio", { name: "At once" })).toBeChecked();
});

test("a sign-in in a new browser is told, and the next one in the same browser is not", async ({ signedUp, open }) => {
  const { page, person } = await signedUp();
  const other = await open();
  await signIn(other, person);
  const words = "Somebody signed in to your account in a browser that was not seen before";
  await expect(bell(page)).toHaveAccessibleName("Notifications, 1 unread", { timeout: 40_000 });
  await bell(page).click();
  await expect(page.getByText(words)).toBeVisible();
  const cookie = (await other.context().cookies()).find(({ name }) => name === "cairn.browser");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  // A page that stayed would ask, and be refused.
  await other.goto("about:blank");
  await other.context().clearCookies({ name: "cairn.session" });
  await signIn(other, person);
  expect((await other.context().cookies()).find(({ name }) => name === "cairn.browser")?.value).toBe(cookie!.value);
  const [{ count } = { count: "" }] = await query<{ count: string }>("SELECT count(*) FROM known_browsers JOIN users ON users.id = user_id WHERE email = $1", [person.email]);
  expect(count).toBe("2");
});
