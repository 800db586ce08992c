import { expect, test } from "vitest";
import type { Member } from "#lib/access/actor.ts";
import { db } from "#lib/platform/db.ts";
import { reviewQueue } from "#lib/review/views.ts";
import { person, value, waitingReview } from "#tests/support/community.ts";

async function pagesOf(mentor: Member): Promise<string[][]> {
  const pages: string[][] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next } = value(await reviewQueue.execute(mentor, { after }));
    pages.push(rows.map(({ reviewId }) => reviewId));
    if (next === null) return pages;
    after = next;
  }
}

test("the queue is read page by page, oldest first, each review once, also where many were queued in one instant", async () => {
  const mentor = await person({ roles: ["mentor"] });
  const asked: string[] = [];
  for (let tens = 0; tens < 12; tens += 1) asked.push(...await Promise.all(Array.from({ length: 10 }, async () => await waitingReview(await person()))));
  const { queuedAt } = await db().review.findUniqueOrThrow({ where: { id: asked[0] }, select: { queuedAt: true } });
  await db().review.updateMany({ where: { id: { in: asked.slice(0, 70) } }, data: { queuedAt } });
  const expected = await db().review.findMany({ where: { status: "waiting" }, orderBy: [{ queuedAt: "asc" }, { id: "asc" }], select: { id: true } });
  const pages = await pagesOf(mentor);
  expect(pages.slice(0, 2).map(({ length }) => length)).toEqual([50, 50]);
  expect(pages.flat()).toEqual(expected.map(({ id }) => id));
});

test("a mentor's own reviews are not in their queue", async () => {
  const mentor = await person({ roles: ["mentor"] });
  const own = await waitingReview(mentor);
  const other = await waitingReview(await person());
  const seen = (await pagesOf(mentor)).flat();
  expect(seen).toContain(other);
  expect(seen).not.toContain(own);
});
