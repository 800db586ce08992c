import { expect, type Page } from "@playwright/test";
import { expectAccessible, query, test, url, type Person } from "#tests/support/browser.ts";

const itemId = "mle.foundations.logistic-regression";

async function addEvidence(page: Page, title: string): Promise<void> {
  const made = await page.request.post(`${url()}/api/v1/portfolio/evidence`, {
    data: { kind: "repository", url: "https://example.org/cairn-of-mine", title, shows: "A derivation and its tests", itemIds: [itemId] },
  });
  expect(made.status()).toBe(200);
  await page.goto("/portfolio");
}

/** Keeps a review for one mentor, so that no other test claims it meanwhile. */
async function keepFor(reviewId: string, { email }: Person): Promise<void> {
  await query("UPDATE reviews SET reserved_for = (SELECT id FROM users WHERE email = $1), reserved_until = now() + interval '1 day' WHERE id = $2", [email, reviewId]);
}

async function act(page: Page, reviewId: string, name: string, data: Record<string, unknown> = {}): Promise<void> {
  const response = await page.request.post(`${url()}/api/v1/review/reviews/${reviewId}/${name}`, { headers: { "idempotency-key": crypto.randomUUID() }, data });
  expect(response.status()).toBe(200);
}

interface Held { reviewId: string; version: { versionId: string }; requirement: { edition: number; criteria: { id: string }[] }; lease: { leaseId: string } }

/** Claims a review and gives its verdict as a mentor's screen would. */
async function judge(page: Page, reviewId: string, verdict: "confirm" | "return", { marks = true, ...rest }: Record<string, unknown> = {}): Promise<void> {
  await act(page, reviewId, "claim");
  const held = (await (await page.request.get(`${url()}/api/v1/review/reviews/${reviewId}`)).json()) as Held;
  await act(page, reviewId, verdict, {
    leaseId: held.lease.leaseId, versionId: held.version.versionId, edition: held.requirement.edition,
    marks: marks ? held.requirement.criteria.map(({ id }) => ({ criterionId: id, met: true })) : [], ...rest,
  });
}

/** Asks through the page's own question; resolves to the review. */
async function ask(page: Page, { underAlias = false, ticks = 0 } = {}): Promise<string> {
  await page.getByRole("button", { name: /^Ask for review/ }).click();
  const dialog = page.getByRole("dialog");
  if (underAlias) await dialog.getByLabel("Go by a generated name").check();
  const boxes = dialog.getByRole("group", { name: "It is judged against" }).getByRole("checkbox");
  for (let index = 0; index < ticks; index += 1) await boxes.nth(index).check();
  await dialog.getByRole("button", { name: "Ask for review" }).click();
  await page.getByRole("link", { name: /Waiting for a mentor/ }).first().click();
  await page.waitForURL("**/reviews/*");
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

test("somebody asks under a generated name, with a check of their own, and the mentor learns both and not who it is", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Yuki Karst" });
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, "Under another name");
  await learner.getByRole("button", { name: /^Ask for review/ }).click();
  const dialog = learner.getByRole("dialog");
  await dialog.getByLabel(/Question/).fill("Kept while the question is closed");
  await dialog.getByLabel("Go by a generated name").check();
  await expect(dialog.getByText("This may show who you are")).toBeVisible();
  await expectAccessible(learner);
  await learner.keyboard.press("Escape");
  await learner.getByRole("button", { name: /^Ask for review/ }).click();
  await expect(dialog.getByLabel(/Question/)).toHaveValue("Kept while the question is closed");
  await learner.keyboard.press("Escape");

  const reviewId = await ask(learner, { underAlias: true, ticks: 1 });
  await keepFor(reviewId, person);
  await expect(learner.getByText(/Mentors know you here as/)).toBeVisible();
  await expect(learner.getByText("Met, by your own check", { exact: true })).toHaveCount(1);
  await act(mentor, reviewId, "claim");
  await mentor.goto(`/mentor/reviews/${reviewId}`);
  const alias = /Mentors know you here as (.+?)\./.exec(await learner.getByText(/Mentors know you here as/).innerText())![1]!;
  await expect(mentor.getByText(alias).first()).toBeVisible();
  expect(await mentor.content()).not.toContain("Yuki");
});

test("a learner says thanks for confirmed work, once, and the mentor gets no message", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, "To be thanked for");
  const reviewId = await ask(learner);
  await keepFor(reviewId, person);
  await judge(mentor, reviewId, "confirm");
  await learner.reload();
  await learner.getByRole("button", { name: "Say thanks" }).click();
  await expect(learner.getByText(/You said thanks,/)).toBeVisible();
  await expectAccessible(learner);
  const told = await query("SELECT 1 FROM notifications WHERE review_id = $1 AND user_id = (SELECT id FROM users WHERE email = $2)", [reviewId, person.email]);
  expect(told).toEqual([]);
});

test("a learner blocks the mentor who holds their review, which goes back to its place, and takes the block back", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ name: "Bo Scree", role: "mentor" });
  await addEvidence(learner, "Not with this mentor");
  const reviewId = await ask(learner);
  await keepFor(reviewId, person);
  await act(mentor, reviewId, "claim");
  await learner.reload();
  await learner.getByRole("button", { name: "Block Bo Scree" }).click();
  await learner.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await expect(learner.getByRole("button", { name: "Unblock Bo Scree" })).toBeVisible();
  await expect(learner.getByText("You blocked the mentor; the review kept its place")).toBeVisible();
  expect((await mentor.request.get(`${url()}/api/v1/review/reviews/${reviewId}`)).status()).toBe(404);
  await learner.goto("/reviews");
  await expectAccessible(learner);
  await learner.getByRole("button", { name: "Unblock Bo Scree" }).click();
  await expect(learner.getByText("Mentors you have blocked")).toBeHidden();
});

test("a verdict that is taken back is shown so, with its reason, and asks for nothing any more", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: mentor, person } = await signedUp({ role: "mentor" });
  await addEvidence(learner, "Judged too soon");
  const reviewId = await ask(learner);
  await keepFor(reviewId, person);
  await judge(mentor, reviewId, "return", { marks: false, changes: ["Name the data."] });
  await learner.reload();
  await expect(learner.getByLabel(/Name the data/)).toBeVisible();
  await act(mentor, reviewId, "correct", { reason: "The data were named; I had overlooked them." });
  await learner.reload();
  await expect(learner.getByText("What was asked was taken back")).toBeVisible();
  await expect(learner.getByText("The data were named; I had overlooked them.").first()).toBeVisible();
  await expect(learner.getByLabel(/Name the data/)).toBeHidden();
  await expectAccessible(learner);
});

test("a review that an admin closes says so, with the reason", async ({ signedUp }) => {
  const { page: learner } = await signedUp();
  const { page: admin } = await signedUp({ role: "admin" });
  await addEvidence(learner, "Closed");
  const reviewId = await ask(learner);
  await act(admin, reviewId, "close", { reason: "The link leads to somebody else's work." });
  await learner.reload();
  await expect(learner.getByText("Closed by an admin")).toBeVisible();
  await expect(learner.getByText("The link leads to somebody else's work.").first()).toBeVisible();
});
