import { createHash } from "node:crypto";
import { headScript } from "#lib/base/head-script.ts";

const rest = "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

export function hashSource(script: string): string {
  return `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
}

/** For a page that is rendered at each request: scripts need its nonce. */
export function noncePolicy(nonce: string): string {
  return `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic' ${hashSource(headScript)}; style-src 'self'; ${rest}`;
}

/** For a prerendered page: its inline scripts are known by their hashes. */
export function hashPolicy(html: string): string {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => hashSource(text!));
  return `default-src 'self'; script-src 'self' ${[...new Set(scripts)].join(" ")}; style-src 'self'; ${rest}`;
}

/** For what is no page: nothing in it may run or load. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/** For Next's development server, which evaluates code and writes style elements. */
export const developmentPolicy = `default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; ${rest.replace("connect-src 'self'", "connect-src 'self' ws:")}`;

/**
 * For what Next answers: a window of another site that opened such a page can neither lead it elsewhere nor close it. A prerendered page does without,
 * since a browser answers the policy with another process, begun when the page has come, whose start is added to the page's own work; whoever opened
 * one keeps that much of a hold on its window, also while it goes on by links that load no document, and can read nothing of it.
 */
export const openerPolicy = "same-origin";

/** What every response carries, whatever it is. */
export function commonHeaders({ secure }: { secure: boolean }): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    ...(secure && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
}
