import { db, Prisma, type Db, type Tx } from "#lib/platform/db.ts";

const tries = 4;

/**
 * Runs `work` in one READ COMMITTED transaction. A result with `ok: false` rolls back, so that a refusal changes nothing.
 * A deadlock or a serialization failure is tried again, from the start.
 */
export async function transaction<Result extends { ok: boolean }>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(work);
    } catch (error) {
      if (attempt === tries || !isConflict(error)) throw error;
    }
  }
}

async function once<Result extends { ok: boolean }>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    return await db().$transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    }, { isolationLevel: Prisma.TransactionIsolationLevel.ReadCommitted });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result;
    throw error;
  }
}

/** The database's clock, to the millisecond: the only clock that decides. */
export async function readClock(db: Db | Tx): Promise<Date> {
  const rows = await db.$queryRaw<{ now: Date }[]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  return rows[0]!.now;
}

class RolledBack extends Error {
  readonly result: unknown;

  constructor(result: unknown) {
    super("rolled back");
    this.result = result;
  }
}

/** P2034 is Prisma's conflict or deadlock; in raw queries it arrives as P2010 with PostgreSQL's own code. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2034" || (error.code === "P2010" && /40001|40P01/.test(JSON.stringify(error.meta) + error.message));
}
