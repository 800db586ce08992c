import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { publicAddress } from "#lib/ops/addresses.ts";
import { dataPolicy, hashPolicy } from "#lib/ops/content-policy.ts";

interface Document {
  etag: string;
  type: string;
  policy: string;
  bodies: Record<"br" | "gzip" | "identity", Buffer>;
}

interface PrerenderManifest {
  routes: Record<string, unknown>;
  dynamicRoutes: Record<string, { routeRegex: string; fallback: string | false | null }>;
}

/** What a build has prerendered (pages, files, pictures), each compressed once and kept in memory; a page with the policy of its own scripts. */
export class Documents {
  readonly #pages = new Map<string, Document>();
  readonly #closed: RegExp[];
  readonly #notFound: Document | null;

  constructor(build: string) {
    const manifest = JSON.parse(readFileSync(join(build, "prerender-manifest.json"), "utf8")) as PrerenderManifest;
    for (const route of Object.keys(manifest.routes)) {
      const document = readDocument(build, route === "/" ? "index" : route.slice(1));
      if (document && !route.startsWith("/_")) this.#pages.set(publicAddress(route), document);
    }
    this.#notFound = readDocument(build, "_not-found");
    this.#closed = Object.values(manifest.dynamicRoutes).filter(({ fallback }) => fallback === false).map(({ routeRegex }) => new RegExp(routeRegex));
  }

  /** Answers a request for a prerendered page; false when it is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    if (!asksForDocument(request)) return false;
    const document = this.#pages.get(pathname);
    if (document) {
      send(request, response, document, 200);
      return true;
    }
    // A page whose parameters are all known has no other: the prerendered "not found", which no nonce could enliven.
    if (!this.#notFound || !this.#closed.some((pattern) => pattern.test(pathname))) return false;
    send(request, response, this.#notFound, 404);
    return true;
  }

  /**
   * A page that finds nothing while it is rendered leaves Next with an empty document that only JavaScript fills. Whoever asked
   * for a document gets the prerendered "not found" in its place, when Next has finished.
   */
  standInForNotFound(request: IncomingMessage, response: ServerResponse): void {
    const notFound = this.#notFound;
    if (!notFound || !asksForDocument(request)) return;
    const { write, end, writeHead, flushHeaders } = response;
    let replaced: boolean | null = null;
    const isReplaced = () => (replaced ??= response.statusCode === 404 && String(response.getHeader("content-type")).startsWith("text/html"));
    // Next's compression sends the headers before it passes any of the body on, so all four are taken over together.
    response.writeHead = ((status: number, ...rest: never[]) => {
      response.statusCode = status;
      return isReplaced() ? response : writeHead.call(response, status, ...rest);
    }) as typeof writeHead;
    response.flushHeaders = () => void (isReplaced() || flushHeaders.call(response));
    response.write = ((...args: Parameters<typeof write>) => isReplaced() || write.apply(response, args)) as typeof write;
    response.end = ((...args: Parameters<typeof end>) => {
      if (!isReplaced()) return end.apply(response, args);
      for (const name of ofItsBody) response.removeHeader(name);
      Object.assign(response, { write, end, writeHead });
      send(request, response, notFound, 404);
      return response;
    }) as typeof end;
  }
}

/** What Next says of the body that is not sent. */
const ofItsBody = ["content-encoding", "content-length", "link", "transfer-encoding"];

/** Next's client asks at the same address for its own data, which is Next's to answer. */
function asksForDocument({ method, headers, url = "" }: IncomingMessage): boolean {
  if (method !== "GET" && method !== "HEAD") return false;
  return headers.rsc === undefined && headers["next-router-prefetch"] === undefined && !/[?&]_rsc=/.test(url);
}

/** A page, or the body of a route that was answered when the project was built; null when neither is there. */
function readDocument(build: string, name: string): Document | null {
  const file = join(build, "server/app", name);
  if (existsSync(`${file}.html`)) {
    const page = readFileSync(`${file}.html`);
    return makeDocument(page, { type: "text/html; charset=utf-8", policy: hashPolicy(page.toString()) });
  }
  if (!existsSync(`${file}.body`)) return null;
  const { headers } = JSON.parse(readFileSync(`${file}.meta`, "utf8")) as { headers: Record<string, string> };
  return makeDocument(readFileSync(`${file}.body`), { type: headers["content-type"] ?? "application/octet-stream", policy: dataPolicy });
}

function makeDocument(identity: Buffer, { type, policy }: { type: string; policy: string }): Document {
  // Pictures are compressed already.
  const gzip = type.startsWith("image/") ? identity : gzipSync(identity, { level: 9 });
  const br = type.startsWith("image/") ? identity : brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return { etag: `"${createHash("sha256").update(identity).digest("base64url")}"`, type, policy, bodies: { identity, gzip, br } };
}

function send(request: IncomingMessage, response: ServerResponse, { etag, type, policy, bodies }: Document, status: 200 | 404): void {
  const encoding = bestEncoding(request.headers["accept-encoding"]);
  const body = bodies[encoding];
  response.setHeader("content-security-policy", policy);
  response.setHeader("vary", "Accept-Encoding, RSC");
  response.setHeader("cache-control", status === 200 ? "public, max-age=0, must-revalidate" : "no-store");
  if (status === 200) response.setHeader("etag", etag);
  if (status === 200 && isKnown(request.headers["if-none-match"], etag)) {
    response.writeHead(304).end();
    return;
  }
  if (body !== bodies.identity) response.setHeader("content-encoding", encoding);
  response.writeHead(status, { "content-type": type, "content-length": body.length });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Whether If-None-Match names the document; a proxy that compresses marks tags as weak. */
function isKnown(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** The smallest encoding that Accept-Encoding allows; a weight of 0 refuses one. */
export function bestEncoding(header: string | string[] | undefined): "br" | "gzip" | "identity" {
  const accepted = new Set<string>();
  for (const part of String(header ?? "").toLowerCase().split(",")) {
    const [name = "", weight = ""] = part.trim().split(/\s*;\s*/);
    if (!/^q=0(\.0*)?$/.test(weight)) accepted.add(name);
  }
  return accepted.has("br") ? "br" : accepted.has("gzip") ? "gzip" : "identity";
}
