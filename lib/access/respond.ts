import type { Refusal } from "#lib/access/decision.ts";
import type { FieldError, Problem } from "#lib/base/problem.ts";

const statuses: Record<Refusal["kind"], number> = {
  unauthorized: 401, forbidden: 403, hidden: 404, conflict: 409, invalid: 422, limited: 429,
};

const titles: Record<number, string> = {
  400: "Bad request", 401: "Not signed in", 403: "Not allowed", 404: "Not found", 409: "Not now", 413: "Too large",
  415: "Wrong kind of content", 422: "Not accepted", 429: "Too many requests", 500: "Unexpected", 503: "Away for a moment",
};

/** The one mapper from refusals to HTTP. */
export function problemOf({ kind, reason, message, errors }: Refusal): Response {
  return problem({ status: statuses[kind], code: reason, detail: message, errors });
}

/** An application/problem+json response (RFC 9457). */
export function problem(
  { status, code, detail, errors }: { status: number; code: string; detail: string; errors?: FieldError[] },
  headers: Record<string, string> = {},
): Response {
  const body: Problem = { type: "about:blank", title: titles[status] ?? "Refused", status, code, detail, ...(errors && { errors }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...headers },
  });
}
