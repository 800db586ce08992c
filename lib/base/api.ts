import { parseProblem, ProblemError, unreachable } from "#lib/base/problem.ts";

interface Sending {
  method: "POST" | "PUT" | "DELETE";
  body?: unknown;
  /** Makes a repeated request harmless: the server answers it as it answered the first. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** Whose page asks; null for a page of nobody's. In the browser alone: on the server a module is shared by everyone. */
let asking: { userId: string; onOther: () => void } | null = null;

/** From now on everything is asked in somebody's name: once somebody else is signed in in this browser, the server refuses it, and `onOther` is called. */
export function askAs(userId: string, onOther: () => void): void {
  asking = { userId, onOther };
}

/** Reads JSON from Cairn's API. Throws ProblemError for every refusal, and when no answer comes or one that is not Cairn's, as from a network that asks for a login. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return await answer<T>(path, { headers: common(), signal });
}

/** Sends JSON to Cairn's API; resolves to the answer's body, undefined for 204. Throws as getJson does. */
export async function sendJson<T>(path: string, { method, body, idempotencyKey, signal }: Sending): Promise<T> {
  const headers: Record<string, string> = { ...common(), "content-type": "application/json" };
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  const text = JSON.stringify(body ?? {});
  // A page that is left or reloaded a moment later still sends it; browsers allow that up to 64 kB.
  return await answer<T>(path, { method, headers, body: text, signal, keepalive: text.length < 15_000 });
}

function common(): Record<string, string> {
  return { accept: "application/json", ...(asking && { "cairn-account": asking.userId }) };
}

async function answer<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, { credentials: "same-origin", ...init });
    text = await response.text();
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError(unreachable);
  }
  if (response.status === 204) return undefined as T;
  const value = parseJson(text);
  if (response.ok && value !== undefined) return value as T;
  const problem = parseProblem(value);
  if (problem?.code === "OTHER_ACCOUNT") asking?.onOther();
  throw new ProblemError(problem ?? { ...unreachable, status: response.status, detail: notOurs(response.status) });
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function notOurs(status: number): string {
  return `Something between this page and Cairn answered with ${status}. Nothing is known to be saved; please try again.`;
}
