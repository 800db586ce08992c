import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { parseAndValidateFlightRouterState } from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/** An answer that is given before anything else looks at the request. */
export type Refused = { status: number; sentence: string; location?: string };

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** Why a request gets no further, or null; `own` is where browsers find this installation. */
export function refusalOf({ method, url, headers }: Pick<IncomingMessage, "method" | "url" | "headers">, own: URL): Refused | null {
  if (!methods.has(method ?? "")) return { status: 405, sentence: "This method is not served." };
  const target = url ?? "";
  if (!isWellFormed(target)) return { status: 400, sentence: "This address is malformed." };
  if (!isStateTree(headers["next-router-state-tree"])) return { status: 400, sentence: "This request is malformed." };
  const host = headers.host?.toLowerCase();
  if (host === own.host) return null;
  // Health checks come to whatever name the machine has.
  if (/^\/api\/health\/(live|ready)(\?|$)/.test(target)) return null;
  if (host !== undefined && isLoopback(host)) return { status: 307, sentence: `This server answers at ${own.origin}.`, location: `${own.origin}${target}` };
  return { status: 421, sentence: `This server answers at ${own.origin}.` };
}

/**
 * Next answers a path that cannot be decoded with 500; two slashes or a backslash at the start could be read as another host; and dots,
 * which every browser resolves before it asks, would give a page a second address.
 */
export function isWellFormed(target: string): boolean {
  if (!target.startsWith("/")) return false;
  const path = target.split("?", 1)[0] ?? "";
  if (path.startsWith("//") || path.includes("\\")) return false;
  try {
    const decoded = path.includes("%") ? decodeURIComponent(path) : path;
    return !decoded.includes("\0") && !/\/\.{1,2}(\/|$)/.test(decoded);
  } catch {
    return false;
  }
}

/** What Next's router sends along; Next answers one that it cannot read with 500, so it is asked before. */
function isStateTree(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/.test(host);
}

/** The address that asks: the connection's, or the one that the outermost of our own proxies saw. What stands further left is the client's word. */
export function clientAddress(headers: IncomingHttpHeaders, remote: string | undefined, proxyHops: number): string {
  const seen = (remote ?? "unknown").replace(/^::ffff:/, "");
  if (proxyHops === 0) return seen;
  const chain = String(headers["x-forwarded-for"] ?? "").split(",").map((address) => address.trim()).filter(Boolean);
  return chain.at(-proxyHops) ?? seen;
}

/** Headers that only the server itself may set: some steer Next, the others are believed by the application. */
const ownHeaders = /^(x-cairn-|x-middleware-|x-invoke-|x-matched-path|x-now-|x-vercel-|x-forwarded-|forwarded$|x-real-ip|content-security-policy)/;

/** Removes what a client has no business to send, and writes what the application believes. */
export function cleanHeaders(request: IncomingMessage, { own, proxyHops }: { own: URL; proxyHops: number }): void {
  const address = clientAddress(request.headers, request.socket.remoteAddress, proxyHops);
  for (const name of Object.keys(request.headers)) if (ownHeaders.test(name)) delete request.headers[name];
  const { cookie } = request.headers;
  if (cookie?.includes("callback-url")) request.headers.cookie = withoutCallback(cookie);
  request.headers["x-cairn-client-ip"] = address;
  request.headers["x-forwarded-for"] = address;
  request.headers["x-forwarded-host"] = own.host;
  request.headers["x-forwarded-proto"] = own.protocol.slice(0, -1);
}

/** Nothing here asks for next-auth's cookie of where to go, and next-auth answers one that it did not set, as another site's on this host, with 500. */
function withoutCallback(cookies: string): string {
  return cookies.split(";").filter((cookie) => !(cookie.split("=", 1)[0] ?? "").trim().endsWith("callback-url")).join(";").trim();
}
