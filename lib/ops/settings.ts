import { isIP } from "node:net";
import { resolve } from "node:path";
import { isLogLevel } from "#lib/platform/log.ts";
import { parseMailServer } from "#lib/platform/mail-server.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";

export interface Settings {
  port: number;
  host: string;
  /** Where browsers find this installation; no trailing slash. */
  url: string;
  /** Null: Cairn runs its own PostgreSQL in `data`. */
  databaseUrl: string | null;
  /** Null: made once and kept in `data`. Never null with a databaseUrl. */
  secret: string | null;
  data: string;
  demo: boolean;
  proxyHops: number;
}

/** What the operator has set, checked; the first thing that is wrong is an OperatorError. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const databaseUrl = environment.DATABASE_URL || null;
  const port = readInteger(environment, "PORT", { least: 1, most: 65_535, otherwise: 3000 });
  const secret = environment.CAIRN_SECRET || null;
  if (databaseUrl && !secret) {
    throw new OperatorError("CAIRN_SECRET is missing: with DATABASE_URL set, sessions need a secret of at least 32 characters that stays the same (openssl rand -hex 32).");
  }
  if (secret && secret.length < 32) throw new OperatorError("CAIRN_SECRET is too short: it needs at least 32 characters (openssl rand -hex 32).");
  requireMailServer(environment);
  readInteger(environment, "CAIRN_POOL", { least: 1, most: 200, otherwise: 10 });
  requireLogLevel(environment.CAIRN_LOG);
  return {
    port,
    host: databaseUrl ? readHost(environment) : "127.0.0.1",
    url: readUrl(environment.CAIRN_URL || `http://127.0.0.1:${port}`),
    databaseUrl,
    secret,
    data: resolve(environment.CAIRN_DATA || ".data"),
    demo: databaseUrl === null && environment.CAIRN_DEMO !== "0",
    proxyHops: readInteger(environment, "CAIRN_PROXY_HOPS", { least: 0, most: 10, otherwise: 0 }),
  };
}

/** A mail server that is set wrongly is told at the start, and not by mails that never arrive. */
function requireMailServer(environment: NodeJS.ProcessEnv): void {
  try {
    parseMailServer(environment);
  } catch (error) {
    throw new OperatorError((error as Error).message, { cause: error });
  }
}

function requireLogLevel(level: string | undefined): void {
  if (!level || isLogLevel(level)) return;
  throw new OperatorError(`CAIRN_LOG is "${level}"; it must be one of trace, debug, info, warn, error, fatal and silent.`);
}

function readInteger(environment: NodeJS.ProcessEnv, name: string, { least, most, otherwise }: { least: number; most: number; otherwise: number }): number {
  const given = environment[name];
  if (!given) return otherwise;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new OperatorError(`${name} is "${given}"; it must be a whole number from ${least} to ${most}.`);
}

function readUrl(given: string): string {
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search) return url.origin;
  throw new OperatorError(`CAIRN_URL is "${given}"; it must be an address without a path, such as https://mentors.example.org.`);
}

function readHost(environment: NodeJS.ProcessEnv): string {
  const host = environment.CAIRN_HOST || "127.0.0.1";
  if (isIP(host) !== 0) return host;
  throw new OperatorError(`CAIRN_HOST is "${host}"; it must be the IP address to listen on, such as 127.0.0.1 or 0.0.0.0.`);
}
