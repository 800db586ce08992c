import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { db } from "#lib/platform/db.ts";
import { claimReview } from "#lib/review/commands.ts";
import { person, value, waitingReview } from "#tests/support/community.ts";
import { startServer } from "#tests/support/server.ts";
import { cookieOf } from "#tests/support/session-cookie.ts";

let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  const { DATABASE_URL, CAIRN_SECRET } = process.env;
  server = await startServer({ DATABASE_URL, CAIRN_SECRET } as Record<string, string>);
}, 300_000);

afterAll(async () => {
  await server?.stop();
});

/** What a stream has said so far; `ended` resolves when the server ends it. */
async function listen(user: Member | null, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.url}/api/v1/live`, { headers: { ...(user && { cookie: await cookieOf(user) }), ...headers } });
  const heard = { status: response.status, type: response.headers.get("content-type"), text: "" };
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard.text += part.value;
  })();
  return { heard, ended, leave: async () => await reader.cancel() };
}

test("a visitor, a disabled account and another site are told nothing", async () => {
  for (const [user, headers, status] of [
    [null, {}, 401], [await person({ disabledAt: new Date("2026-01-01") }), {}, 401], [await person(), { "sec-fetch-site": "cross-site" }, 403],
  ] as const) {
    const { heard, ended } = await listen(user, headers);
    await ended;
    expect(heard.status).toBe(status);
    expect(heard.text).not.toContain("event:");
  }
});

test("a claim is told to its learner and to mentors as names of topics, to nobody else, and without an id", async () => {
  const [learner, stranger, mentor, other] = [await person(), await person(), await person({ roles: ["mentor"] }), await person({ roles: ["mentor"] })];
  const reviewId = await waitingReview(learner);
  const [ofLearner, ofStranger, ofMentor, ofOther] = [await listen(learner), await listen(stranger), await listen(mentor), await listen(other)];
  expect(ofLearner.heard.type).toContain("text/event-stream");
  value(await claimReview.execute(mentor, { reviewId }));
  await expect.poll(() => ofOther.heard.text).toContain('data: ["review.queue"]');
  await expect.poll(() => ofMentor.heard.text).toContain('"review"');
  await expect.poll(() => ofLearner.heard.text).toContain('"review"');
  await expect.poll(() => ofLearner.heard.text).toContain('"thread"');
  expect(ofStranger.heard.text).not.toContain("event:");
  expect([ofLearner, ofMentor, ofOther].map(({ heard }) => heard.text).join()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
  for (const each of [ofLearner, ofStranger, ofMentor, ofOther]) await each.leave();
});

test("an act that is rolled back is not told", async () => {
  const [learner, mentor] = [await person(), await person({ roles: ["mentor"] })];
  const before = await listen(mentor);
  const reviewId = await waitingReview(learner);
  await expect.poll(() => before.heard.text).toContain("event:");
  await before.leave();
  const { heard, leave } = await listen(mentor);
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE reviews SET turn_since = turn_since - interval '1 hour' WHERE id = ${reviewId}::uuid`;
    throw new Error("rolled back");
  }).catch(() => undefined);
  value(await claimReview.execute(mentor, { reviewId }));
  await expect.poll(() => heard.text).toContain("event:");
  expect(heard.text.match(/event:/g)).toHaveLength(1);
  await leave();
});

test("who asks what a stream would be, without its body, opens none", async () => {
  const user = await person();
  for (let count = 0; count < 20; count += 1) {
    const { status } = await fetch(`${server.url}/api/v1/live`, { method: "HEAD", headers: { cookie: await cookieOf(user) } });
    expect(status).toBe(200);
  }
});

test("an account has at most ten streams, and one that is left makes room", async () => {
  const user = await person();
  const open = [];
  for (let count = 0; count < 10; count += 1) open.push(await listen(user));
  const refused = await listen(user);
  expect(refused.heard.status).toBe(429);
  await open[0]!.leave();
  await expect.poll(async () => {
    const again = await listen(user);
    await again.leave();
    return again.heard.status;
  }).toBe(200);
  for (const each of open.slice(1)) await each.leave();
});

test("a server that stops ends its streams and does not wait for them", async () => {
  const { heard, ended } = await listen(await person());
  await expect.poll(() => heard.text).toContain("listening");
  await server.stop();
  // Connections that do not end by themselves are cut off, which would be an error here.
  await expect(ended).resolves.toBeUndefined();
});
