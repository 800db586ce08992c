import "server-only";
import { createHash } from "node:crypto";
import type { Outcome } from "#lib/access/command.ts";
import { invalid } from "#lib/access/decision.ts";
import { Prisma, type Tx } from "#lib/platform/db.ts";

interface Request {
  actor: string;
  command: string;
  key: string;
  requestHash: string;
}

/** SHA-256 of an input, with its keys in order: the same input has the same hash however it was written. */
export function requestHash(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(canonical(input)) ?? "").digest("base64url");
}

/**
 * Does `act` once for a key. A repeated request waits on the unique row of the first, then gets its answer; the same key
 * with another input is refused. A refusal rolls the row back with everything else, so it can be tried again.
 */
export async function remember<Value>(tx: Tx, request: Request, act: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  const first = await tx.$executeRaw`
    INSERT INTO idempotency_records (actor, command, key, request_hash)
    VALUES (${request.actor}, ${request.command}, ${request.key}, ${request.requestHash})
    ON CONFLICT (actor, command, key) DO UPDATE
      SET request_hash = excluded.request_hash, response = NULL, created_at = clock_timestamp()
      WHERE idempotency_records.created_at < clock_timestamp() - interval '24 hours'`;
  const where = { actor_command_key: { actor: request.actor, command: request.command, key: request.key } };
  if (first === 0) {
    const known = await tx.idempotencyRecord.findUniqueOrThrow({ where });
    if (known.requestHash !== request.requestHash) {
      return invalid("Idempotency-Key", "This key was used for a different request. Please send this one under a new key.", "KEY_REUSED");
    }
    return { ok: true, value: known.response as Value };
  }
  const outcome = await act();
  if (outcome.ok) {
    await tx.idempotencyRecord.update({ where, data: { response: (outcome.value as Prisma.InputJsonValue | null) ?? Prisma.JsonNull } });
  }
  return outcome;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, canonical(inner)]));
}
