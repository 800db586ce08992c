import { randomBytes } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Server as NetServer, Socket } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import next from "next";
import { commonHeaders, dataPolicy, developmentPolicy, noncePolicy, openerPolicy } from "#lib/ops/content-policy.ts";
import { Documents } from "#lib/ops/documents.ts";
import { cleanHeaders, refusalOf, type Refused } from "#lib/ops/gate.ts";
import { refuseRaw } from "#lib/ops/raw-refusal.ts";
import { log } from "#lib/platform/log.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";
import { drain, onDrain, shutDown } from "#lib/platform/shutdown.ts";

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
  // Next listens for upgrades on the server that it serves, which its development needs. A build answers none of them, so it is given a server
  // that hears nothing: a request that offers another protocol, as `curl --http2` does, is a request like any other.
  const app = next({ dev: development, dir: root, hostname: host, port, ...(!development && { httpServer: createServer() }) });
  await app.prepare();
  const handle = app.getRequestHandler();
  const common = commonHeaders({ secure: url.startsWith("https:") });
  const documents = development ? null : new Documents(join(root, ".next"), common);
  const headers = Object.entries(common);
  const own = new URL(url);
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    // What came in one piece with an offer of another protocol was lost with it; whoever sent it sends it again.
    if (!server.listening || request.headers.upgrade !== undefined) response.setHeader("connection", "close");
    const refused = refusalOf(request, own);
    const path = refused ? "" : pathOf(request.url!);
    // A document brings all its headers along: what is set one by one is slow to write.
    if (!refused && documents?.answer(request, response, path)) return;
    for (const [name, value] of headers) response.setHeader(name, value);
    if (refused) return refuse(response, refused);
    cleanHeaders(request, { own, proxyHops });
    const policy = development ? developmentPolicy : noncePolicy(randomBytes(16).toString("base64"));
    response.setHeader("content-security-policy", policy);
    response.setHeader("cross-origin-opener-policy", openerPolicy);
    // Next reads the nonce of its scripts from the request's policy.
    request.headers["content-security-policy"] = policy;
    // What Next's client reads is for this browser now: of a prerendered page Next would let whatever stands between keep it for a year.
    if (request.headers.rsc === "1") response.setHeader("cache-control", "private, no-store");
    documents?.standInForNotFound(request, response);
    handle(request, response).catch((error: unknown) => {
      log.error({ error: String(error), path }, "a request failed outside Next");
      refuse(response, { status: 500, sentence: "Something went wrong on our side." });
    });
  });
  if (development) endUpgradesOnDrain(server);
  server.on("checkExpectation", (_request, response: ServerResponse) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    refuse(response, { status: 417, sentence: "What this request expects cannot be met." });
  });
  server.on("clientError", (error, socket) => refuseRaw(error, socket as Socket, headers));
  await listen(server, { host, port });
  return {
    stop: async () => {
      await drain((error) => console.error(error));
      await close(server);
      await app.close();
      await shutDown((error) => console.error(error));
    },
  };
}

/** The path of a well-formed target, decoded. */
function pathOf(target: string): string {
  const query = target.indexOf("?");
  const path = query === -1 ? target : target.slice(0, query);
  return path.includes("%") ? decodeURIComponent(path) : path;
}

function refuse(response: ServerResponse, { status, sentence, location }: Refused): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8", "content-security-policy": dataPolicy, "cache-control": "no-store", ...(location && { location }),
  });
  response.end(`${sentence}\n`);
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

/** A page in development holds such a connection for as long as it is open, and no close of a server ends it. */
function endUpgradesOnDrain(server: Server): void {
  const open = new Set<Duplex>();
  server.on("upgrade", (_request, socket: Duplex) => {
    // Next listens from its first request on; until then nobody would answer, and the page asks again.
    if (server.listenerCount("upgrade") === 1) return void socket.destroy();
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  onDrain(async () => {
    for (const socket of open) socket.destroy();
  });
}

/** Takes no new connections, lets requests in flight finish, and cuts off what is not done in ten seconds. */
async function close(server: Server): Promise<void> {
  const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
  const closed = new Promise((done) => server.close(done));
  // A connection that is kept alive falls idle only when its request is answered.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearInterval(idle);
  clearTimeout(cutOff);
}
