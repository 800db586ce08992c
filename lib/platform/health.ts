import { db } from "#lib/platform/db.ts";
import { log } from "#lib/platform/log.ts";

/** Whether the database answers, within the pool's own time limits. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await db().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    log.warn({ error: String(error) }, "database away");
    return false;
  }
}
