import { chmodSync, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { DAY, iso, MINUTE } from "#lib/base/time.ts";
import { listItems } from "#lib/guide/guide.ts";

export const MENTORS = 40;
const REVIEWS_OF_ONE = 5;

/** An id that a number of a kind always has. */
const idOf = (kind: number, index: number) => `${kind.toString(16).padStart(8, "0")}-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
export const mentorId = (index: number) => idOf(1, index);
const learnerId = (index: number) => idOf(2, index);
const evidenceId = (index: number) => idOf(3, index);
const versionId = (index: number) => idOf(4, index);

const empty = "\\N";
const line = (...values: (string | number)[]) => `${values.join("\t")}\n`;

/**
 * Fills an empty database with so many reviews: of ten, one waits (one in twenty of those is kept for a mentor), one was returned, one
 * withdrawn, and seven were confirmed. The rows are copied in without looking at references, which are right as they are made.
 */
export async function seedReviews(url: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "cairn-seed-"));
  chmodSync(folder, 0o755);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const { table, columns, rows } of tablesOf(count)) {
      const file = join(folder, `${table}.tsv`);
      await pipeline(Readable.from(rows), createWriteStream(file, { mode: 0o644 }));
      await client.query(`COPY ${pg.escapeIdentifier(table)} (${columns}) FROM ${pg.escapeLiteral(file)}`);
      rmSync(file);
    }
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Table { table: string; columns: string; rows: Iterable<string> }

function tablesOf(count: number): Table[] {
  const learners = Math.ceil(count / REVIEWS_OF_ONE);
  return [
    { table: "users", columns: "id, email, name, password_hash, roles, capacity", rows: users(learners) },
    { table: "requirements", columns: "item_id, edition, title, shows, criteria", rows: requirements() },
    { table: "evidences", columns: "id, owner_id", rows: each(count, (index) => line(evidenceId(index), learnerId(index % learners))) },
    {
      table: "evidence_versions", columns: "id, evidence_id, number, kind, url, title, shows",
      rows: each(count, (index) => line(versionId(index), evidenceId(index), 1, "repository", `https://example.org/${index}`, `Work ${index}`, "What it shows")),
    },
    {
      table: "reviews",
      columns: "id, learner_id, evidence_id, item_id, edition, status, version_id, question, queued_at, turn_since, mentor_id, reserved_for, reserved_until, created_at, closed_at",
      rows: reviews(count, learners),
    },
  ];
}

function* each(count: number, rowOf: (index: number) => string): Iterable<string> {
  for (let index = 0; index < count; index += 1) yield rowOf(index);
}

function* users(learners: number): Iterable<string> {
  yield* each(MENTORS, (index) => line(mentorId(index), `mentor${index}@example.org`, `Mentor ${index}`, "none", "{mentor}", 100));
  yield* each(learners, (index) => line(learnerId(index), `learner${index}@example.org`, `Learner ${index}`, "none", "{}", 4));
}

function* requirements(): Iterable<string> {
  for (const { id, edition, title, shows, criteria } of listItems("machine-learning-engineer")) {
    yield line(id, edition, title, shows, JSON.stringify(criteria).replaceAll("\\", "\\\\"));
  }
}

function* reviews(count: number, learners: number): Iterable<string> {
  const items = listItems("machine-learning-engineer");
  const begin = Date.now() - 80 * DAY;
  const tomorrow = iso(new Date(Date.now() + DAY));
  for (let index = 0; index < count; index += 1) {
    const status = (["waiting", "returned", "withdrawn"] as const)[index % 10] ?? "confirmed";
    // As many moments as minutes in 70 days: many are queued in the same one.
    const at = iso(new Date(begin + (index * 7_919 % (70 * 24 * 60)) * MINUTE));
    const { id, edition } = items[index % items.length]!;
    const judged = status === "returned" || status === "confirmed" ? mentorId(index % MENTORS) : empty;
    const kept = status === "waiting" && index % 200 === 0;
    const over = status === "confirmed" || status === "withdrawn" ? at : empty;
    yield line(idOf(5, index), learnerId(index % learners), evidenceId(index), id, edition, status, versionId(index), "", at, at,
      judged, kept ? mentorId(index / 200 % MENTORS) : empty, kept ? tomorrow : empty, at, over);
  }
}
