import "server-only";
import { problem } from "#lib/access/respond.ts";
import { env } from "#lib/platform/env.ts";

/** Room for several fields of 100 kB, so that a text that is too long is refused at its field and not as a whole. */
const bodyLimit = 1024 * 1024;

/**
 * Whether a write was sent by our own pages. Browsers name the origin of every write; what names none is no browser, and
 * carries no cookie that somebody else could ride on.
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === env().url;
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}

/** The address that the thin server saw, set by it alone. */
export function clientAddress(request: Request): string {
  return request.headers.get("x-cairn-client-ip") ?? "unknown";
}

/**
 * One object from the path, the search parameters (of a read) or the JSON body (of a write). A name that stands in the path
 * and says otherwise in the body is refused. Answers a Response for what cannot be read at all.
 */
export async function readInput(request: Request, params: Record<string, string | string[] | undefined>): Promise<{ value: unknown } | Response> {
  const given = request.method === "GET" ? readSearch(request) : await readBody(request);
  if (given instanceof Response) return given;
  const twice = Object.keys(params).find((name) => name in given && given[name] !== params[name]);
  if (twice !== undefined) {
    const message = `The address says ${String(params[twice])}, the request something else.`;
    return problem({ status: 422, code: "CONTRADICTION", detail: message, errors: [{ field: twice, message }] });
  }
  return { value: { ...given, ...params } };
}

function readSearch(request: Request): Record<string, unknown> {
  return Object.fromEntries(new URL(request.url).searchParams);
}

async function readBody(request: Request): Promise<Record<string, unknown> | Response> {
  const bytes = await readBytes(request);
  if (bytes instanceof Response) return bytes;
  if (bytes.byteLength === 0) return {};
  if (!/^application\/json *(;|$)/i.test(request.headers.get("content-type") ?? "")) {
    return problem({ status: 415, code: "NOT_JSON", detail: "Please send application/json." });
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Falls through: what is not JSON and what is not an object are told the same.
  }
  return problem({ status: 400, code: "NOT_AN_OBJECT", detail: "The body is not a JSON object in UTF-8." });
}

async function readBytes(request: Request): Promise<Uint8Array | Response> {
  const tooLarge = () => problem({ status: 413, code: "TOO_LARGE", detail: "This is more than one request may carry (1 MB). Nothing was saved." });
  if (Number(request.headers.get("content-length") ?? 0) > bodyLimit) return tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > bodyLimit) return tooLarge();
      chunks.push(chunk);
    }
  } catch {
    // Only whoever sends it can end a body early.
    return problem({ status: 400, code: "CUT_OFF", detail: "The request ended before its body did. Nothing was saved." });
  }
  return Buffer.concat(chunks);
}
