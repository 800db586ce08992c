import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/platform/env.ts";
import { SECOND } from "#lib/base/time.ts";
import { onShutdown } from "#lib/platform/shutdown.ts";
import { Prisma, PrismaClient } from "#lib/platform/prisma/client.ts";
import { speakUtc } from "#lib/platform/utc.ts";

export { Prisma };
export type { PrismaClient };

/** What reads: the client, or a transaction. */
export type Db = Pick<PrismaClient, Exclude<keyof PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">>;

/** What writes inside a command's transaction. */
export type Tx = Prisma.TransactionClient;

// Next's handler, its route handlers and instrumentation each load their own copy of this module: one pool for all of them.
const slot = Symbol.for("cairn.db");
const shared = globalThis as { [slot]?: PrismaClient };

/** The one client of this process. */
export function db(): PrismaClient {
  return (shared[slot] ??= connect());
}

/** Closes the pool; the next db() opens another. For tests and programs that end. */
export async function closeDb(): Promise<void> {
  const client = shared[slot];
  delete shared[slot];
  await client?.$disconnect();
}

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().databaseUrl,
    max: env().poolSize,
    onConnect: speakUtc,
    connectionTimeoutMillis: 2 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    statement_timeout: 10 * SECOND,
    idle_in_transaction_session_timeout: 10 * SECOND,
  });
  onShutdown(closeDb);
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2 * SECOND, timeout: 10 * SECOND } });
}
