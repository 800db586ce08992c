import { afterAll, beforeAll, expect, test } from "vitest";
import { compareClocks, raceAgainstCapacity, raceAgainstLimit, raceForNext, raceForOneReview, repeatAct, repeatedActs } from "#tests/support/races.ts";
import { startTwoServers } from "#tests/support/two-servers.ts";

// The short form of `npm run test:races`: two servers on one database, the clock of one two hours ahead.
let servers: Awaited<ReturnType<typeof startTwoServers>>;

beforeAll(async () => {
  servers = await startTwoServers();
}, 300_000);

afterAll(async () => {
  await servers?.stop();
});

test("of fifty mentors who claim a review in one instant, at two servers, one holds it", async () => {
  expect(await raceForOneReview(servers.urls, { rounds: 50, claims: 50 })).toEqual([]);
}, 300_000);

test("mentors who take next in one instant never get the same review, and each gets one", async () => {
  expect(await raceForNext(servers.urls, { rounds: 5, takers: 10 })).toEqual([]);
}, 120_000);

test("a mentor who claims eight reviews at two servers at once holds no more than their capacity", async () => {
  expect(await raceAgainstCapacity(servers.urls, { rounds: 20 })).toEqual([]);
}, 120_000);

test("a learner who asks for eight reviews at two servers at once has five with mentors, and the rest unsent", async () => {
  expect(await raceAgainstLimit(servers.urls, { rounds: 20 })).toEqual([]);
}, 120_000);

test.each(repeatedActs)("twenty repeats at once of the same request, after one that was cut off, are one act: %s", async (act) => {
  expect(await repeatAct(servers.urls, act, { rounds: 1, repeats: 20 })).toEqual([]);
}, 120_000);

test("with the clock of one server two hours ahead no lease ends early or late at either", async () => {
  expect(await compareClocks(servers.urls)).toEqual([]);
});
