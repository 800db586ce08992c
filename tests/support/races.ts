import { isDeepStrictEqual } from "node:util";
import { db } from "#lib/platform/db.ts";
import { listItems } from "#lib/guide/guide.ts";
import { withdrawReview } from "#lib/review/commands.ts";
import type { QueueDto, ReviewDto } from "#lib/review/schema.ts";
import type { Member } from "#lib/access/actor.ts";
import { evidenceOf, itemId, person, runOut, value, waitingReview } from "#tests/support/community.ts";
import { caller, post, read, type Answer, type Caller } from "#tests/support/two-servers.ts";

/**
 * Races between people, over HTTP and against two servers. Each answers what went wrong, a line for each round in which something did:
 * `npm test` runs them in a short form, `npm run test:races` in full counts.
 */
type Urls = readonly [string, string];

const times = <Value>(count: number, make: (index: number) => Promise<Value>): Promise<Value[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => await make(index)));

/** Every other request goes to the other server. */
const either = (urls: Urls, index: number) => urls[index % 2]!;

function tally(answers: readonly Answer[]): string {
  const counts = new Map<string, number>();
  for (const { status, reason } of answers) counts.set(`${status} ${reason ?? ""}`.trim(), (counts.get(`${status} ${reason ?? ""}`.trim()) ?? 0) + 1);
  return [...counts].map(([what, count]) => `${count} x ${what}`).join(", ");
}

async function mentors(count: number, capacity = 4): Promise<Caller[]> {
  return await times(count, async () => await caller(await person({ roles: ["mentor"], capacity })));
}

/** In each round all mentors claim one review in the same instant: one 200, the rest 409, and one claim in the history. */
export async function raceForOneReview(urls: Urls, { rounds, claims }: { rounds: number; claims: number }): Promise<string[]> {
  const wrong: string[] = [];
  const all = await mentors(claims);
  for (let round = 0; round < rounds; round += 1) {
    const learner = await person();
    const reviewId = await waitingReview(learner);
    const answers = await Promise.all(all.map(async (by, index) => await post(either(urls, index + round), `reviews/${reviewId}/claim`, { by })));
    const won = answers.filter(({ status }) => status === 200).length;
    const lost = answers.filter(({ status, reason }) => status === 409 && reason === "LEASE_HELD").length;
    const written = await db().reviewEvent.count({ where: { reviewId, kind: "claimed" } });
    if (won !== 1 || lost !== claims - 1 || written !== 1) wrong.push(`round ${round}: ${tally(answers)}, ${written} claims written`);
    value(await withdrawReview.execute(learner, { reviewId }));
  }
  return wrong;
}

/** In each round all mentors take next in the same instant, with as many reviews waiting: nobody gets what another one got. */
export async function raceForNext(urls: Urls, { rounds, takers }: { rounds: number; takers: number }): Promise<string[]> {
  const wrong: string[] = [];
  const all = await mentors(takers, 100);
  for (let round = 0; round < rounds; round += 1) {
    const learners = await times(takers, async () => await person());
    await Promise.all(learners.map(async (learner) => await waitingReview(learner)));
    const answers = await Promise.all(all.map(async (by, index) => await post(either(urls, index), "take-next", { by })));
    const taken = answers.filter(({ status }) => status === 200).map(({ body }) => (JSON.parse(body) as { reviewId: string }).reviewId);
    if (new Set(taken).size !== taken.length || taken.length !== takers) wrong.push(`round ${round}: ${tally(answers)}, ${new Set(taken).size} different reviews`);
  }
  return wrong;
}

/** In each round one mentor claims eight reviews at once, and holds as many as their capacity, which is four. */
export async function raceAgainstCapacity(urls: Urls, { rounds }: { rounds: number }): Promise<string[]> {
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [by] = await mentors(1);
    const learners = await times(8, async () => await person());
    const reviews = await Promise.all(learners.map(async (learner) => await waitingReview(learner)));
    const answers = await Promise.all(reviews.map(async (reviewId, index) => await post(either(urls, index), `reviews/${reviewId}/claim`, { by: by! })));
    const held = await db().review.count({ where: { holderId: by!.userId } });
    const refused = answers.filter(({ reason }) => reason === "AT_CAPACITY").length;
    if (held !== 4 || refused !== 4) wrong.push(`round ${round}: holds ${held}, ${tally(answers)}`);
  }
  return wrong;
}

/** In each round one learner asks for eight reviews at once: five wait, three are kept unsent. */
export async function raceAgainstLimit(urls: Urls, { rounds }: { rounds: number }): Promise<string[]> {
  const wrong: string[] = [];
  const items = listItems("machine-learning-engineer").slice(0, 8);
  for (let round = 0; round < rounds; round += 1) {
    const learner = await person();
    const by = await caller(learner);
    const evidences = await times(8, async () => await evidenceOf(learner));
    const answers = await Promise.all(items.map(async ({ id }, index) =>
      await post(either(urls, index), "reviews", { by, body: { evidenceId: evidences[index]!.evidenceId, itemId: id } })));
    const states = await db().review.groupBy({ by: ["status"], where: { learnerId: learner.userId }, _count: true, orderBy: { status: "asc" } });
    const found = Object.fromEntries(states.map(({ status, _count }) => [status, _count]));
    if (found.waiting !== 5 || found.unsent !== 3) wrong.push(`round ${round}: ${JSON.stringify(found)}, ${tally(answers)}`);
  }
  return wrong;
}

const verdicts = {
  confirm: {}, return: { marks: [], changes: ["Please change this"] }, "ask-for-information": { marks: [], questions: ["Which data?"] },
} as const;

export type RepeatedAct = keyof typeof verdicts | "correct" | "ask" | "resubmit";
export const repeatedActs: readonly RepeatedAct[] = ["ask", "confirm", "return", "ask-for-information", "correct", "resubmit"];

/**
 * In each round the same act is asked for many times at once: under one key, after a request whose answer was never read. It is done once,
 * told once, and answered alike each time.
 */
export async function repeatAct(urls: Urls, act: RepeatedAct, { rounds, repeats }: { rounds: number; repeats: number }): Promise<string[]> {
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const scene = await prepare(urls, act);
    const before = await told(scene.about);
    const key = crypto.randomUUID();
    const cut = new AbortController();
    const unread = post(urls[0], scene.path, { ...scene, key, signal: cut.signal }).catch(() => null);
    setImmediate(() => cut.abort());
    const answers = await times(repeats, async (index) => await post(either(urls, index), scene.path, { ...scene, key }));
    await unread;
    const [written, events] = [await scene.written(), (await told(scene.about)) - before];
    // The order of an object's keys is not kept, and means nothing.
    const alike = answers.every(({ status, body }) => status === 200 && isDeepStrictEqual(JSON.parse(body), JSON.parse(answers[0]!.body)));
    if (!alike || written !== 1 || events !== scene.events) wrong.push(`${act}, round ${round}: ${tally(answers)}, ${written} written, ${events} events told`);
  }
  return wrong;
}

/** How many events were told in which this stands: a review's id, or an event's name. */
async function told(about: string): Promise<number> {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = 'events' AND data::text LIKE '%' || ${about} || '%'`;
  return Number(row!.count);
}

/** `events` is how many the act tells. */
interface Scene { path: string; by: Caller; body: unknown; about: string; events: number; written: () => Promise<number> }

/** Everything up to the moment before the act. */
async function prepare(urls: Urls, act: RepeatedAct): Promise<Scene> {
  const learner = await person();
  const asking = await caller(learner);
  if (act === "ask") {
    const { evidenceId } = await evidenceOf(learner);
    const count = async () => await db().review.count({ where: { evidenceId } });
    return { path: "reviews", by: asking, body: { evidenceId, itemId }, about: "review.asked", events: 1, written: count };
  }
  const reviewId = await waitingReview(learner);
  const [mentor] = await mentors(1);
  const eventsOf = (kind: "resubmitted" | "corrected") => async () => await db().reviewEvent.count({ where: { reviewId, kind } });
  const given = async () => await db().verdict.count({ where: { reviewId } });
  if (act in verdicts) {
    return { path: `reviews/${reviewId}/${act}`, by: mentor!, body: await claimAndJudge(urls, { reviewId, mentor: mentor!, act: act as keyof typeof verdicts }), about: reviewId, events: 1, written: given };
  }
  await must(post(urls[0], `reviews/${reviewId}/return`, { by: mentor!, body: await claimAndJudge(urls, { reviewId, mentor: mentor!, act: "return" }) }));
  if (act === "correct") return { path: `reviews/${reviewId}/correct`, by: mentor!, body: { reason: "It was a mistake" }, about: reviewId, events: 2, written: eventsOf("corrected") };
  const { verdicts: [verdict] } = await read<ReviewDto>(urls[0], `reviews/${reviewId}`, { by: asking });
  const answers = verdict!.changes.map(({ changeId }) => ({ changeId, answer: "Done" }));
  return { path: `reviews/${reviewId}/resubmit`, by: asking, body: { answers }, about: reviewId, events: 1, written: eventsOf("resubmitted") };
}

async function must(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`answered ${status}: ${body}`);
}

/** What the mentor's screen would name in a verdict. */
async function claimAndJudge(urls: Urls, { reviewId, mentor, act }: { reviewId: string; mentor: Caller; act: keyof typeof verdicts }) {
  await must(post(urls[1], `reviews/${reviewId}/claim`, { by: mentor }));
  const shown = await read<ReviewDto>(urls[1], `reviews/${reviewId}`, { by: mentor });
  return {
    leaseId: shown.lease!.leaseId!, versionId: shown.version.versionId, edition: shown.requirement.edition,
    marks: shown.requirement.criteria.map(({ id }) => ({ criterionId: id, met: true })), ...verdicts[act],
  };
}

/** Lets each server give a lease, and asks both about it while it is live and when it has run out: both say what the database's clock says. */
export async function compareClocks(urls: Urls): Promise<string[]> {
  const wrong: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || wrong.push(what));
  const learner: Member = await person();
  for (const giving of urls) {
    const [holder, other] = await mentors(2);
    const reviewId = await waitingReview(learner);
    await must(post(giving, `reviews/${reviewId}/claim`, { by: holder! }));
    for (const asked of urls) {
      const server = `given by server ${urls.indexOf(giving) + 1}, asked of server ${urls.indexOf(asked) + 1}`;
      const { lease } = await read<ReviewDto>(asked, `reviews/${reviewId}`, { by: holder! });
      expect(lease !== null && lease.secondsLeft > 44 * 60 && lease.secondsLeft <= 45 * 60, `${server}: ${lease?.secondsLeft} seconds left of 45 minutes`);
      const { reason } = await post(asked, `reviews/${reviewId}/claim`, { by: other! });
      expect(reason === "LEASE_HELD", `${server}: another mentor's claim was answered ${reason}`);
      const { rows } = await read<QueueDto>(asked, "queue", { by: other! });
      expect(!rows.some((row) => row.reviewId === reviewId), `${server}: it stands in the queue`);
    }
    await runOut(reviewId);
    const over = (answer: Answer) => answer.reason === "LEASE_ENDED";
    for (const asked of urls) {
      const answer = await post(asked, `reviews/${reviewId}/release`, { by: holder!, body: { leaseId: await leaseOf(reviewId) } });
      expect(over(answer), `a lease that ran out, asked of server ${urls.indexOf(asked) + 1}: ${answer.status} ${answer.reason}`);
    }
    const { status } = await post(giving === urls[0] ? urls[1] : urls[0], `reviews/${reviewId}/claim`, { by: other! });
    expect(status === 200, `a review whose lease has run out could not be claimed at the other server: ${status}`);
    value(await withdrawReview.execute(learner, { reviewId }));
  }
  return wrong;
}

async function leaseOf(reviewId: string): Promise<string> {
  const { leaseId } = await db().review.findUniqueOrThrow({ where: { id: reviewId }, select: { leaseId: true } });
  return leaseId!;
}
