import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base, type Browser, type Page } from "@playwright/test";
import pg from "pg";
import { findRunningPostgres } from "#lib/platform/embedded-postgres.ts";

export const url = () => process.env.CAIRN_TEST_URL!;

interface Watch {
  /** Statuses of refused requests that the test expects: Chromium logs each as an error. */
  refusals: Set<number>;
  problems: string[];
}

const watches = new WeakMap<Page, Watch>();

/** A page on which a violation of the policy, an exception or an undeclared console error fails the test. */
export function watch(page: Page): Page {
  const state: Watch = { refusals: new Set(), problems: [] };
  watches.set(page, state);
  page.on("pageerror", (error) => state.problems.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    if (!status || !state.refusals.has(Number(status))) state.problems.push(`console: ${message.text()} ${message.location().url}`);
  });
  return page;
}

/** Somebody's hand moves as soon as a page has arrived: a page that lies still wakes five seconds later, and most tests are not about that. */
async function moveHand(page: Page): Promise<Page> {
  await page.addInitScript(() => addEventListener("DOMContentLoaded", () => dispatchEvent(new Event("pointermove"))));
  return page;
}

/** Declares that the page's requests may be refused with these statuses. */
export function expectRefusals(page: Page, ...statuses: number[]): void {
  for (const status of statuses) watches.get(page)?.refusals.add(status);
}

export function expectNoSurprises(page: Page): void {
  expect(watches.get(page)?.problems ?? [], "violations, exceptions and console errors").toEqual([]);
}

/** Holds back what a page would read by itself, so that it goes on showing what it shows; the answer lets it through again. */
export async function holdBack(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

export interface Person { name: string; email: string; password: string }

export const test = base.extend<{
  /** A new browser of somebody's own. */
  open: () => Promise<Page>;
  /** Somebody with a new account, signed in in a browser of their own. */
  signedUp: (options?: { name?: string; role?: "mentor" | "admin" }) => Promise<{ page: Page; person: Person }>;
  /** A page in a browser that shows a page that was left as it was by its button Back, as browsers do outside of tests. */
  keptPage: Page;
}>({
  page: async ({ page }, use) => {
    await use(await moveHand(watch(page)));
    expectNoSurprises(page);
  },
  open: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async () => {
      const page = await newPage(browser);
      pages.push(page);
      return page;
    });
    for (const page of pages) {
      expectNoSurprises(page);
      await page.context().close();
    }
  },
  signedUp: async ({ open }, use) => {
    await use(async ({ name = "Somebody New", role } = {}) => {
      const person = await signUp(name);
      if (role) await grant(person.email, role);
      const page = await open();
      await signIn(page, person);
      return { page, person };
    });
  },
  keptPage: async ({ playwright, launchOptions }, use) => {
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
    try {
      const page = await newPage(browser);
      await use(page);
      expectNoSurprises(page);
    } finally {
      await browser.close();
    }
  },
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: url(), timezoneId: "Asia/Kathmandu" });
  return await moveHand(watch(await context.newPage()));
}

/** Opens an account through the API, as the form does. */
export async function signUp(name: string): Promise<Person> {
  const person = { name, email: `${randomUUID()}@example.org`, password: "correct horse battery" };
  const response = await fetch(`${url()}/api/v1/account/sign-up`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(person),
  });
  expect(response.status).toBe(200);
  return person;
}

/** Signs in through the form, and waits for the page after it. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto(`${url()}/sign-in`);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL((at) => !at.pathname.startsWith("/sign-in"));
}

export async function grant(email: string, role: "mentor" | "admin"): Promise<void> {
  await query("UPDATE users SET roles = array_append(roles, $2::role) WHERE email = $1", [email, role]);
}

/** Asks the server's database. */
export async function query<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: (await findRunningPostgres(process.env.CAIRN_TEST_DATA!))! });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** axe finds nothing, in both themes, at 320 and at 1280 px; and nothing is wider than the screen. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate((value) => (document.documentElement.dataset.theme = value), theme);
      // The colours of the other theme fade in, and axe would measure them halfway. A page behind another never ends that by itself.
      await page.evaluate(() => document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish()));
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
      expect(found, `${page.url()} ${theme} ${width}`).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow, `${page.url()} is wider than ${width} px`).toBeLessThanOrEqual(0);
    }
  }
}
