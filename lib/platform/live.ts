import pg from "pg";
import { z } from "zod";
import { SECOND } from "#lib/base/time.ts";
import { env } from "#lib/platform/env.ts";
import { log } from "#lib/platform/log.ts";
import { onDrain } from "#lib/platform/shutdown.ts";

/** That something changed which these people may want to read again: the beginning of a query's key, with dots. */
export interface Change { topic: string; to: "everybody" | "mentors" | readonly string[] }

const told = z.strictObject({ topic: z.string(), to: z.union([z.enum(["everybody", "mentors"]), z.array(z.string())]) });

type Listener = (change: Change) => void;

interface Hub { listeners: Set<Listener>; closers: Set<() => void>; client: pg.Client | null; ended: boolean }

// Next's route handlers and instrumentation each load their own copy of this module: one connection for all of them.
const slot = Symbol.for("cairn.live");
const shared = globalThis as { [slot]?: Hub };
const hub = (): Hub => (shared[slot] ??= { listeners: new Set(), closers: new Set(), client: null, ended: false });

/**
 * Listens to the database on a connection of its own, since LISTEN belongs to one. It begins again by itself; whatever was told in
 * between is made up for by telling everybody that everything may have changed.
 */
export function startListening(): void {
  onDrain(stopListening);
  void connect();
}

async function connect(): Promise<void> {
  if (hub().ended) return;
  const client = new pg.Client({ connectionString: env().databaseUrl, connectionTimeoutMillis: 2 * SECOND, keepAlive: true });
  let lost = false;
  const again = (error?: unknown) => {
    if (lost) return;
    lost = true;
    hub().client = null;
    client.end().catch(() => undefined);
    if (hub().ended) return;
    if (error) log.warn({ error: String(error) }, "live updates lost the database; trying again");
    setTimeout(() => void connect(), 2 * SECOND).unref();
  };
  client.on("error", again);
  client.on("end", () => again());
  client.on("notification", ({ payload }) => tell(payload ?? ""));
  try {
    await client.connect();
    await client.query("LISTEN cairn_live");
    if (hub().ended) return void await client.end();
    hub().client = client;
    spread({ topic: "", to: "everybody" });
  } catch (error) {
    again(error);
  }
}

/** Anybody can tell something on the channel: what is not ours is reported, and ends nothing. */
function tell(payload: string): void {
  try {
    spread(told.parse(JSON.parse(payload)));
  } catch (error) {
    log.warn({ error: String(error) }, "live updates were told something that is none");
  }
}

function spread(change: Change): void {
  for (const listener of hub().listeners) listener(change);
}

/** Calls `listener` for each change until the answer is called. `close` is called when the server stops; at once when it has. */
export function subscribe(listener: Listener, close: () => void): () => void {
  const { listeners, closers, ended } = hub();
  if (ended) close();
  listeners.add(listener);
  closers.add(close);
  return () => {
    listeners.delete(listener);
    closers.delete(close);
  };
}

async function stopListening(): Promise<void> {
  const { closers, client } = hub();
  hub().ended = true;
  for (const close of closers) close();
  await client?.end();
}
