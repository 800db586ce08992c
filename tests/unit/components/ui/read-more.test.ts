import { InfiniteQueryObserver, QueryClient } from "@tanstack/react-query";
import { expect, it, onTestFinished } from "vitest";
import { readMore } from "#components/ui/read-more.ts";

interface Page { from: number; next: number | null }

/** A list of three pages that has read its first. What it asks for after that is answered or refused by whoever takes it with `next`. */
async function listOfThree() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const asked: { from: number; answer: () => void; refuse: () => void }[] = [];
  const list = new InfiniteQueryObserver<Page, Error, { pages: Page[]; pageParams: unknown[] }, string[], number>(client, {
    queryKey: ["list"],
    queryFn: async ({ pageParam: from }) => await new Promise<Page>((done, fail) => {
      asked.push({ from, answer: () => done({ from, next: from === 2 ? null : from + 1 }), refuse: () => fail(new Error("refused")) });
    }),
    initialPageParam: 0,
    getNextPageParam: ({ next }: Page) => next,
  });
  onTestFinished(list.subscribe(() => undefined));
  const next = async () => {
    await expect.poll(() => asked.length).toBeGreaterThan(0);
    return asked.shift()!;
  };
  (await next()).answer();
  await expect.poll(() => list.getCurrentResult().isSuccess).toBe(true);
  return { client, next, current: () => list.getCurrentResult() };
}

it("reads the next page also when the list is read anew meanwhile", async () => {
  const { client, next, current } = await listOfThree();
  const more = readMore(current());
  expect((await next()).from).toBe(1);
  void client.invalidateQueries();
  const anew = await next();
  expect(anew.from).toBe(0);
  anew.answer();
  const again = await next();
  expect(again.from).toBe(1);
  again.answer();
  expect(await more).toBe(true);
  expect(current().data?.pages.map(({ from }) => from)).toEqual([0, 1]);
});

it("waits for what is being read anew, and does not end it", async () => {
  const { client, next, current } = await listOfThree();
  void client.invalidateQueries();
  const anew = await next();
  const more = readMore(current());
  anew.answer();
  (await next()).answer();
  expect(await more).toBe(true);
});

it("answers that no page came where it was refused, and where there is none", async () => {
  const { next, current } = await listOfThree();
  const refused = readMore(current());
  (await next()).refuse();
  expect(await refused).toBe(false);
  for (const from of [1, 2]) {
    const more = readMore(current());
    const page = await next();
    expect(page.from).toBe(from);
    page.answer();
    expect(await more).toBe(true);
  }
  expect(await readMore(current())).toBe(false);
});
