import { expect, type Page, type Request } from "@playwright/test";
import { ask } from "#tests/support/asking.ts";
import { expectRefusals, query, test, url } from "#tests/support/browser.ts";

/** What is asked for anew by the clock is never asked for here, so that what is seen was told. */
async function stopAsking(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ["setTimeout", "setInterval"] as const) {
      const set = window[name].bind(window) as (act: TimerHandler, delay?: number, ...rest: unknown[]) => number;
      Object.assign(window, { [name]: (act: TimerHandler, delay = 0, ...rest: unknown[]) => set(act, delay < 5_000 ? delay : 2 ** 31 - 1, ...rest) });
    }
  });
}

test("a row that another mentor claims leaves the queue by itself, and the learner sees who has it", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Ari Quartz" });
  const { page: one } = await signedUp({ name: "Eve Gneiss", role: "mentor" });
  const { page: two } = await signedUp({ role: "mentor" });
  for (const page of [learner, two]) await stopAsking(page);
  await two.goto("/mentor/queue");
  await expect(two.getByRole("heading", { level: 1 })).toBeVisible();
  await ask(learner, { title: "Claimed by somebody else" });
  const row = (page: Page) => page.getByRole("row").filter({ hasText: "Ari Quartz" });
  await expect(row(two)).toBeVisible();
  await one.goto("/mentor/queue");
  await learner.goto("/reviews");
  await row(one).getByRole("button", { name: /Claim/ }).click();
  await one.waitForURL("**/mentor/reviews/*");
  await expect(row(two)).toBeHidden();
  await expect(learner.getByText("Eve Gneiss is reviewing")).toBeVisible();
});

test("what changes between the making of a page and the beginning of its stream is shown", async ({ signedUp }) => {
  const { page: learner } = await signedUp({ name: "Ula Chert" });
  const { page: mentor } = await signedUp({ role: "mentor" });
  await stopAsking(mentor);
  const begin = Promise.withResolvers<void>();
  await mentor.route("**/api/v1/live", async (route) => {
    await begin.promise;
    await route.continue();
  });
  const asked = mentor.waitForRequest("**/api/v1/live");
  await mentor.goto("/mentor/queue");
  await asked;
  await ask(learner, { title: "Asked before anybody listens" });
  begin.resolve();
  await expect(mentor.getByRole("row").filter({ hasText: "Ula Chert" })).toBeVisible();
});

test("two tabs of one browser share a stream, and both hear", async ({ signedUp }) => {
  const { page } = await signedUp({ name: "Two Tabs" });
  const open = new Set<Request>();
  let most = 0;
  page.context().on("request", (request) => {
    if (request.url().endsWith("/api/v1/live")) most = Math.max(most, open.add(request).size);
  });
  for (const end of ["requestfinished", "requestfailed"] as const) page.context().on(end as "requestfailed", (request) => void open.delete(request));
  await stopAsking(page);
  await page.goto("/reviews");
  await expect.poll(() => open.size).toBe(1);
  const tab = await page.context().newPage();
  await stopAsking(tab);
  await tab.goto(`${url()}/reviews`);
  await ask(page, { title: "Seen in two tabs" });
  for (const each of [page, tab]) await expect(each.getByText("Waiting for a mentor")).toBeVisible();
  expect([most, open.size]).toEqual([1, 1]);
});

test("a page whose session has ended says so, asks for nothing more, and leads to where one signs in again", async ({ signedUp }) => {
  const { page, person } = await signedUp();
  await page.clock.install();
  const listening = page.waitForResponse("**/api/v1/live");
  await page.goto("/reviews");
  await listening;
  expectRefusals(page, 401);
  await query("UPDATE sessions SET revoked_at = now() WHERE user_id = (SELECT id FROM users WHERE email = $1)", [person.email]);
  // The page asks anew by the clock, and is refused.
  await page.clock.fastForward("02:00");
  await expect(page.getByText("You are signed out here")).toBeVisible();
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    // Not the pages that are fetched beforehand, of which the last may be under way.
    if (pathname.startsWith("/api/")) asked.push(pathname);
  });
  await page.clock.fastForward("10:00");
  // Requests are told in their order: what the page had asked before this one would be counted.
  await page.evaluate(async () => await fetch("/api/health/live"));
  expect(asked).toEqual(["/api/health/live"]);
  await page.getByRole("button", { name: "Sign in again" }).click();
  await page.waitForURL("**/sign-in?next=%2Freviews");
  await page.clock.resume();
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/reviews");
});
