import type { ClientBase } from "pg";

/**
 * For each connection of a pool that Prisma's adapter uses: it writes instants without an offset and reads every offset as if it were
 * UTC's, so in a session of another time zone all of them would shift. A statement, since poolers such as PgBouncer refuse the option
 * that would say it while connecting.
 */
export const speakUtc = (async (client: ClientBase) => {
  await client.query("SET TIME ZONE 'UTC'");
  // The pool waits for it, which its types do not know.
}) as (client: ClientBase) => void;
