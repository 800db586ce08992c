import { closeDb, db } from "#lib/platform/db.ts";

/**
 * Puts the database's clock into the test's hands: a function of our own stands before PostgreSQL's in the search path, and the product
 * asks no other clock. The pool is closed, since the path counts for new connections.
 */
export async function holdClock(at: Date): Promise<void> {
  await db().$executeRaw`CREATE TABLE public.held_clock (at timestamptz NOT NULL)`;
  await db().$executeRaw`INSERT INTO public.held_clock VALUES (${at})`;
  await db().$executeRaw`
    CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS 'SELECT at FROM public.held_clock'`;
  await db().$executeRaw`DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = public, pg_catalog', current_database()); END $$`;
  await closeDb();
}

/** Sets the clock that `holdClock` holds. */
export async function setClock(at: Date): Promise<void> {
  await db().$executeRaw`UPDATE public.held_clock SET at = ${at}`;
}
