import { parseProblem, ProblemError, unreachable } from "#lib/base/problem.ts";

interface Sending {
  method: "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Makes a repeated request harmless: the server answers it as it answered the first. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Reads JSON from Cairn's API. Throws ProblemError for every refusal, and when no answer comes. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return await answer<T>(path, { headers: { accept: "application/json" }, signal });
}

/** Sends JSON to Cairn's API; resolves to the answer's body, undefined for 204. Throws as getJson does. */
export async function sendJson<T>(path: string, { method, body, idempotencyKey, signal }: Sending): Promise<T> {
  const headers: Record<string, string> = { accept: "application/json", "content-type": "application/json" };
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  const text = JSON.stringify(body ?? {});
  // A page that is left or reloaded a moment later still sends it; browsers allow that up to 64 kB.
  return await answer<T>(path, { method, headers, body: text, signal, keepalive: text.length < 15_000 });
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(unreachable);
  }
  if (response.status === 204) return undefined as T;
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) return value as T;
  throw new ProblemError(parseProblem(value) ?? { ...unreachable, status: response.status, detail: notOurs(response.status) });
}

function notOurs(status: number): string {
  return `Something between this page and Cairn answered with ${status}. Nothing is known to be saved; please try again.`;
}
