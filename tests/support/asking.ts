import { expect, type Page } from "@playwright/test";
import { query, url } from "#tests/support/browser.ts";

export const logisticRegression = "mle.foundations.logistic-regression";

interface Ask { itemId?: string; title: string; shows?: string; question?: string; selfCheck?: { criterionId: string; met: boolean }[] }

/** Sends what a form would, as whoever is signed in on the page; the answer's body. */
export async function post<Answer>(page: Page, path: string, data: object): Promise<Answer> {
  const response = await page.request.post(`${url()}/api/v1${path}`, {
    data, headers: { origin: url(), "idempotency-key": crypto.randomUUID() },
  });
  expect(response.status(), await response.text()).toBe(200);
  return await response.json() as Answer;
}

/** An evidence of whoever is signed in on the page, for an item. Answers its id. */
export async function addEvidence(page: Page, { itemId = logisticRegression, title, shows = "What was done, and what came out of it." }: Ask): Promise<string> {
  const { evidenceId } = await post<{ evidenceId: string }>(page, "/portfolio/evidence", {
    kind: "repository", url: "https://example.org/work", title, shows, itemIds: [itemId],
  });
  return evidenceId;
}

/** The learner's part, through the API: an evidence, and the ask. Answers the ids. */
export async function ask(page: Page, { question = "", selfCheck = [], ...evidence }: Ask) {
  const { itemId = logisticRegression } = evidence;
  const evidenceId = await addEvidence(page, evidence);
  const { reviewId } = await post<{ reviewId: string }>(page, "/review/reviews", { evidenceId, itemId, question, selfCheck });
  return { evidenceId, reviewId };
}

interface Held { version: { versionId: string }; requirement: { edition: number; criteria: { id: string }[] }; lease: { leaseId: string } }

/** The mentor's part, through the API: the claim. */
export async function claim(page: Page, reviewId: string): Promise<void> {
  await post(page, `/review/reviews/${reviewId}/claim`, {});
}

/** The claim, and a verdict that names what the mentor's screen would: every criterion met, or the changes that are asked for. */
export async function judge(page: Page, reviewId: string, changes: string[] = []): Promise<void> {
  await claim(page, reviewId);
  const held = await (await page.request.get(`${url()}/api/v1/review/reviews/${reviewId}`)).json() as Held;
  const shown = { leaseId: held.lease.leaseId, versionId: held.version.versionId, edition: held.requirement.edition };
  if (changes.length > 0) await post(page, `/review/reviews/${reviewId}/return`, { ...shown, marks: [], changes });
  else await post(page, `/review/reviews/${reviewId}/confirm`, { ...shown, marks: held.requirement.criteria.map(({ id }) => ({ criterionId: id, met: true })) });
}

/** A new version of an evidence. */
export async function revise(page: Page, { evidenceId, title, shows, basedOn }: { evidenceId: string; title: string; shows: string; basedOn: number }): Promise<void> {
  await post(page, `/portfolio/evidence/${evidenceId}/versions`, { kind: "repository", url: "https://example.org/work", title, shows, basedOn });
}

/** The queue is everybody's: what a test needs is kept for its own mentor, so that no other test claims it meanwhile. */
export async function keepFor(email: string, ...reviewIds: string[]): Promise<void> {
  await query(
    "UPDATE reviews SET reserved_for = (SELECT id FROM users WHERE email = $1), reserved_until = now() + interval '1 day' WHERE id = ANY ($2)",
    [email, reviewIds]);
}

/** More reviews like one that waits and is kept for somebody, each of an evidence of its own, before it in the queue. */
export async function askMany(reviewId: string, count: number): Promise<void> {
  await query(`
    WITH model AS (SELECT * FROM reviews WHERE id = $1),
    evidence AS (
      INSERT INTO evidences (id, owner_id) SELECT gen_random_uuid(), learner_id FROM model, generate_series(1, $2::int) RETURNING id),
    version AS (
      INSERT INTO evidence_versions (id, evidence_id, number, kind, url, title, shows)
      SELECT gen_random_uuid(), id, 1, 'repository', 'https://example.org/piece', 'Piece ' || row_number() OVER (), 'One piece of many.' FROM evidence
      RETURNING id, evidence_id),
    review AS (
      INSERT INTO reviews (id, learner_id, evidence_id, item_id, edition, status, version_id, question, queued_at, turn_since, created_at, reserved_for, reserved_until)
      SELECT gen_random_uuid(), model.learner_id, version.evidence_id, model.item_id, model.edition, 'waiting', version.id, '',
        model.queued_at - row_number() OVER () * interval '1 minute', model.turn_since, model.created_at, model.reserved_for, model.reserved_until
      FROM model, version RETURNING *)
    INSERT INTO review_events (review_id, number, kind, at, actor_id, data)
    SELECT id, 1, 'asked', queued_at, learner_id, jsonb_build_object('learnerId', learner_id, 'evidenceId', evidence_id, 'itemId', item_id,
      'edition', edition, 'versionId', version_id, 'question', '', 'sent', true) FROM review`, [reviewId, count]);
}

export async function runOut(reviewId: string): Promise<void> {
  await query("UPDATE reviews SET lease_until = date_trunc('milliseconds', clock_timestamp()) - interval '1 second' WHERE id = $1", [reviewId]);
}

export const uniqueTitle = (words: string) => `${words} ${crypto.randomUUID().slice(0, 8)}`;
