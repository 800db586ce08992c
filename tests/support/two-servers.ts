import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Member } from "#lib/access/actor.ts";
import { HOUR } from "#lib/base/time.ts";
import { startServer } from "#tests/support/server.ts";
import { cookieOf } from "#tests/support/session-cookie.ts";

export interface Caller { userId: string; cookie: string }

export interface Answer { status: number; reason: string | null; body: string }

/** Two servers on this process's database; the clock of the second is two hours ahead. */
export async function startTwoServers() {
  const { DATABASE_URL, CAIRN_SECRET } = process.env;
  const shared = { DATABASE_URL, CAIRN_SECRET } as Record<string, string>;
  const otherClock = {
    NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, "other-clock.mjs"))}`, CAIRN_TEST_CLOCK_AHEAD: String(2 * HOUR),
  };
  // One after the other: the first builds where there is no build yet.
  const one = await startServer(shared);
  const two = await startServer({ ...shared, ...otherClock });
  const stop = async () => {
    await one.stop();
    await two.stop();
  };
  return { urls: [one.url, two.url] as const, stop };
}

export async function caller(user: Member): Promise<Caller> {
  return { userId: user.userId, cookie: await cookieOf(user) };
}

interface Request { by: Caller; body?: unknown; key?: string; signal?: AbortSignal }

/** Asks a server as a client does: under the same key again where it was told that the database did not answer in time (503). */
export async function post(url: string, path: string, request: Request): Promise<Answer> {
  const key = request.key ?? crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await postOnce(url, path, { ...request, key });
    if (answer.status !== 503 || attempt === 10) return answer;
  }
}

async function postOnce(url: string, path: string, { by, body = {}, key, signal }: Request & { key: string }): Promise<Answer> {
  const response = await fetch(`${url}/api/v1/review/${path}`, {
    method: "POST", headers: { cookie: by.cookie, "content-type": "application/json", "idempotency-key": key }, body: JSON.stringify(body), signal,
  });
  const text = await response.text();
  return { status: response.status, reason: response.ok ? null : (JSON.parse(text) as { code: string }).code, body: text };
}

export async function read<Dto>(url: string, path: string, { by }: { by: Caller }): Promise<Dto> {
  const response = await fetch(`${url}/api/v1/review/${path}`, { headers: { cookie: by.cookie } });
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return await response.json() as Dto;
}
