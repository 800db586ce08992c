import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Server as NetServer } from "node:net";
import { join } from "node:path";
import next from "next";
import { commonHeaders, developmentPolicy, noncePolicy } from "#lib/ops/content-policy.ts";
import { Documents } from "#lib/ops/documents.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";
import { shutDown } from "#lib/platform/shutdown.ts";

const root = join(import.meta.dirname, "../..");
const GRACE = 10_000;

export interface ServeOptions {
  host: string;
  port: number;
  /** Where browsers find this installation. */
  url: string;
  development: boolean;
  /** How many proxies of our own stand in front; their entries of X-Forwarded-For are believed, the others not. */
  proxyHops: number;
}

/**
 * The one HTTP layer in front of Next: prerendered pages from memory, everything else from Next under a fresh nonce, and the same
 * strict headers on all of it. Resolves when it listens; `stop` finishes what is in flight. It imports no room.
 */
export async function serve({ host, port, url, development, proxyHops }: ServeOptions): Promise<{ stop(): Promise<void> }> {
  const app = next({ dev: development, dir: root, hostname: host, port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const upgrade = development ? app.getUpgradeHandler() : null;
  const documents = development ? null : new Documents(join(root, ".next"));
  const headers = Object.entries(commonHeaders({ secure: url.startsWith("https:") }));
  const server = createServer((request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    const policy = development ? developmentPolicy : noncePolicy(randomBytes(16).toString("base64"));
    response.setHeader("content-security-policy", policy);
    if (!server.listening) response.setHeader("connection", "close");
    const pathname = readPath(request);
    if (pathname === null) return refuse(response, 400, "This address is malformed.");
    if (request.method === "TRACE" || request.method === "CONNECT") return refuse(response, 405, "This method is not served.");
    if (!isOurHost(request, response, { url, pathname })) return;
    if (documents?.answer(request, response, pathname)) return;
    request.headers["x-cairn-client-ip"] = clientAddress(request, proxyHops);
    // Next reads the nonce of its scripts from the request's policy.
    request.headers["content-security-policy"] = policy;
    handle(request, response).catch(() => refuse(response, 500, "Something went wrong on our side."));
  });
  if (upgrade) server.on("upgrade", (request, socket, head) => void upgrade(request, socket, head));
  await listen(server, { host, port });
  return {
    stop: async () => {
      await close(server);
      await app.close();
      await shutDown((error) => console.error(error));
    },
  };
}

/** The decoded path, or null for one that cannot be decoded or holds what no path of ours does. */
function readPath(request: IncomingMessage): string | null {
  const [raw = ""] = (request.url ?? "").split("?");
  try {
    const path = decodeURIComponent(raw);
    return path.startsWith("/") && !/[\u0000\\]/.test(path) ? path : null;
  } catch {
    return null;
  }
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** True for requests to our own name. Another loopback name is led to it; any other host is not ours. */
function isOurHost(request: IncomingMessage, response: ServerResponse, { url, pathname }: { url: string; pathname: string }): boolean {
  const ours = new URL(url).host;
  const host = request.headers.host ?? "";
  if (host.toLowerCase() === ours || pathname.startsWith("/api/health/")) return true;
  if (loopback.test(host) && loopback.test(ours) && (request.method === "GET" || request.method === "HEAD")) {
    response.writeHead(307, { location: `${url}${request.url}` }).end();
  } else {
    refuse(response, 421, `This server answers at ${url}.`);
  }
  return false;
}

function clientAddress(request: IncomingMessage, proxyHops: number): string {
  const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",").map((entry) => entry.trim()).filter(Boolean);
  const chain = [...forwarded, request.socket.remoteAddress ?? "unknown"];
  return chain[Math.max(0, chain.length - 1 - proxyHops)]!;
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  if (response.headersSent) return void response.end();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }).end(`${sentence}\n`);
}

/** Opens a port, or says in a sentence why it cannot be opened. */
export async function listen(server: NetServer, { host, port }: { host: string; port: number }): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") fail(new OperatorError(`Port ${port} is in use by another program: stop that one, or choose another with PORT=${port + 1} npm start.`));
      else if (error.code === "EACCES") fail(new OperatorError(`Port ${port} may not be opened by this user: choose one above 1023 with PORT.`));
      else fail(error);
    });
    server.listen(port, host, () => done());
  });
}

/** Takes no new connections, lets requests in flight finish, and cuts off what is not done in ten seconds. */
async function close(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
  const closed = new Promise((done) => server.close(done));
  server.closeIdleConnections();
  await closed;
  clearTimeout(cutOff);
}
