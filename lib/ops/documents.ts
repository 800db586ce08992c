import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { dataPolicy, hashPolicy } from "#lib/ops/content-policy.ts";
import { publicAddress } from "#lib/ops/addresses.ts";
import { type HeldPage, holdScripts } from "#lib/ops/held-scripts.ts";
import { Packer, type Packing } from "#lib/ops/packer.ts";
import { leaveOutStaticParts } from "#lib/ops/static-parts.ts";

type Encoding = Packing | "identity";

/** Ready to be written: header names and values in turn, as `writeHead` takes them without looking at each. */
interface Answer {
  headers: string[];
  body: Buffer;
}

interface Document {
  etag: string;
  answers: Record<Encoding, Answer>;
  unchanged: string[];
}

interface PrerenderManifest {
  routes: Record<string, unknown>;
  dynamicRoutes: Record<string, { routeRegex: string; fallback: string | false | null }>;
}

/**
 * Everything that a build has made for the public, each compressed once and kept in memory: a prerendered page without the second copy of its static
 * parts, its scripts held until it wakes and their data beside it, with the policy of its own; a file (sitemap, image, a guide as Markdown) with a policy
 * under which nothing runs; and what the pages load (scripts and their data, styles, fonts), whose names change with what they hold, so that a browser
 * keeps them for good.
 */
export class Documents {
  readonly #known = new Map<string, Document>();
  readonly #closed: RegExp[];
  readonly #notFound: Document | null;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #encodings = new Map<string | undefined, Encoding>();

  /** `headers` are those that every answer carries. */
  constructor(build: string, headers: Readonly<Record<string, string>> = {}, { keep = false } = {}) {
    this.#headers = headers;
    const packer = new Packer(join(build, "packed"), { keep });
    const manifest = JSON.parse(readFileSync(join(build, "prerender-manifest.json"), "utf8")) as PrerenderManifest;
    for (const route of Object.keys(manifest.routes)) {
      if (route.startsWith("/_")) continue;
      const path = join(build, "server/app", route === "/" ? "index" : route.slice(1));
      const document = this.#readPage(path, 200, packer) ?? readFile(path, headers, packer);
      if (document) this.#known.set(publicAddress(route), document);
    }
    for (const name of listAssets(build)) {
      this.#known.set(`/_next/static/${name}`, makeAsset(readFileSync(join(build, "static", name)), assetTypes[extname(name)]!, headers, packer));
    }
    this.#notFound = this.#readPage(join(build, "server/app/_not-found"), 404, packer);
    this.#closed = Object.values(manifest.dynamicRoutes).filter(({ fallback }) => fallback === false).map(({ routeRegex }) => new RegExp(routeRegex));
    // Next would answer with its page for the failure of a layout, to be kept for a year.
    this.#closed.push(/^\/_global-error\/?$/);
  }

  /** Compresses what a build has prerendered, and keeps that in the build for whoever serves it. */
  static pack(build: string): void {
    void new Documents(build, {}, { keep: true });
  }

  /** A page, when there is one; its data, if it has some, is known from then on. */
  #readPage(path: string, status: 200 | 404, packer: Packer): Document | null {
    if (!existsSync(`${path}.html`)) return null;
    const { html, data } = preparePage(`${path}.html`);
    if (data) this.#known.set(data.address, makeAsset(Buffer.from(data.json), "application/json; charset=utf-8", this.#headers, packer));
    const fresh = status === 200;
    return makeDocument(Buffer.from(html), "text/html; charset=utf-8", {
      ...this.#headers,
      "content-security-policy": hashPolicy(html),
      vary: "Accept-Encoding, RSC",
      "cache-control": fresh ? revalidated : "no-store",
    }, { tagged: fresh, packer });
  }

  /** Answers a request for what is prerendered; false when it is for somebody else. */
  answer(request: IncomingMessage, response: ServerResponse, pathname: string): boolean {
    const document = this.#known.get(pathname);
    if (document && request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...this.#headers, "content-security-policy": dataPolicy, allow: "GET, HEAD" }).end();
      return true;
    }
    if (!asksForDocument(request)) return false;
    if (document) {
      this.#send(request, response, document);
      return true;
    }
    const bare = pathname.slice(0, -1);
    if (pathname.endsWith("/") && this.#known.has(bare)) {
      const query = /\?.*$/.exec(request.url ?? "")?.[0] ?? "";
      response.writeHead(308, { ...this.#headers, "content-security-policy": dataPolicy, location: `${bare}${query}` }).end();
      return true;
    }
    // An address whose parameters are all known has no other: the prerendered "not found", which no nonce could enliven.
    if (!this.#notFound || !this.#closed.some((pattern) => pattern.test(pathname))) return false;
    this.#sendNotFound(request, response, this.#notFound);
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
      this.#sendNotFound(request, response, notFound);
      return response;
    }) as typeof end;
  }

  #send(request: IncomingMessage, response: ServerResponse, { etag, answers, unchanged }: Document): void {
    const tags = request.headers["if-none-match"];
    if (tags !== undefined && isKnown(tags, etag)) return void response.writeHead(304, unchanged).end();
    const { headers, body } = answers[this.#encodingFor(request)];
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : body);
  }

  #sendNotFound(request: IncomingMessage, response: ServerResponse, { answers }: Document): void {
    const { headers, body } = answers[this.#encodingFor(request)];
    response.writeHead(404, headers).end(request.method === "HEAD" ? undefined : body);
  }

  /** Browsers send a handful of different headers, so each is read once; a client that makes up others does not fill the memory. */
  #encodingFor({ headers }: IncomingMessage): Encoding {
    const header = headers["accept-encoding"] as string | undefined;
    const known = this.#encodings.get(header);
    if (known) return known;
    const encoding = bestEncoding(header);
    if (this.#encodings.size < 64) this.#encodings.set(header, encoding);
    return encoding;
  }
}

/** What Next says of the body that is not sent. */
const ofItsBody = ["content-encoding", "content-length", "link", "transfer-encoding"];

/** Next's client asks at the same address for its own data, by this header, which is Next's to answer. */
function asksForDocument({ method, headers }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && headers.rsc !== "1";
}

function preparePage(path: string): HeldPage {
  try {
    return holdScripts(leaveOutStaticParts(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new Error(`${path}: ${(cause as Error).message}`, { cause });
  }
}

/** What a route handler or a metadata file has answered while the build ran; its own headers stand beside it. */
function readFile(path: string, common: Readonly<Record<string, string>>, packer: Packer): Document | null {
  if (!existsSync(`${path}.body`) || !existsSync(`${path}.meta`)) return null;
  const { status = 200, headers = {} } = JSON.parse(readFileSync(`${path}.meta`, "utf8")) as { status?: number; headers?: Record<string, string> };
  if (status !== 200) return null;
  const type = headers["content-type"] ?? "application/octet-stream";
  return makeDocument(readFileSync(`${path}.body`), type, {
    ...common,
    "content-security-policy": dataPolicy,
    ...(isText(type) && { vary: "Accept-Encoding" }),
    "cache-control": revalidated,
  }, { tagged: true, packer });
}

const assetTypes: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".woff2": "font/woff2" };

/** What pages load, relative to the build's `static`; a build of other kinds of files leaves those to Next. */
function listAssets(build: string): string[] {
  const folder = join(build, "static");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => extname(name) in assetTypes);
}

/** What a page loads, under a name that changes with it. */
function makeAsset(content: Buffer, type: string, common: Readonly<Record<string, string>>, packer: Packer): Document {
  return makeDocument(content, type, {
    ...common,
    "content-security-policy": dataPolicy,
    ...(isText(type) && { vary: "Accept-Encoding" }),
    "cache-control": "public, max-age=31536000, immutable",
  }, { tagged: true, packer });
}

const revalidated = "public, max-age=0, must-revalidate";

/** Pictures are compressed already. */
function isText(type: string): boolean {
  return /^(text\/|image\/svg\+xml|application\/([\w.-]+\+)?(json|xml|javascript))/.test(type);
}

function makeDocument(identity: Buffer, type: string, headers: Record<string, string>, { tagged, packer }: { tagged: boolean; packer: Packer }): Document {
  const digest = createHash("sha256").update(identity).digest("base64url");
  const etag = `"${digest}"`;
  const kept = Object.entries({ ...headers, ...(tagged && { etag }) }).flat();
  const answer = (body: Buffer, encoding: Encoding): Answer => ({
    body,
    headers: [...kept, "content-type", type, ...(encoding === "identity" ? [] : ["content-encoding", encoding]), "content-length", String(body.length)],
  });
  const plain = answer(identity, "identity");
  const packed = (encoding: Packing) => {
    const body = isText(type) ? packer.pack(identity, digest, encoding) : identity;
    return body.length < identity.length ? answer(body, encoding) : plain;
  };
  return {
    etag,
    unchanged: kept,
    answers: {
      identity: plain,
      gzip: packed("gzip"),
      br: packed("br"),
    },
  };
}

/** Whether If-None-Match names the document; a proxy that compresses marks tags as weak. */
function isKnown(header: string, etag: string): boolean {
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

/** The smallest encoding that Accept-Encoding allows; a weight of 0 refuses one. */
export function bestEncoding(header: string | undefined): Encoding {
  const accepted = new Set<string>();
  for (const part of (header ?? "").toLowerCase().split(",")) {
    const [name = "", weight = ""] = part.trim().split(/\s*;\s*/);
    if (!/^q=0(\.0*)?$/.test(weight)) accepted.add(name);
  }
  return accepted.has("br") ? "br" : accepted.has("gzip") ? "gzip" : "identity";
}
