import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const PIECES = 150;
/** Milliseconds between two pieces: a browser draws what it has meanwhile. */
const PAUSE = 20;

/** A way to a server on which documents arrive piece by piece, as over a slow line; everything else passes at once. */
export async function startPiecemeal(target: URL): Promise<{ url: string; stop: () => void }> {
  const server = createServer((incoming, outgoing) => {
    const { url: path, method } = incoming;
    const headers = { ...incoming.headers, host: target.host, "accept-encoding": "identity" };
    incoming.pipe(request({ host: target.hostname, port: target.port, path, method, headers }, (answer) => void pass(answer, outgoing)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function pass(answer: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  if (!answer.headers["content-type"]?.includes("html")) return void answer.pipe(outgoing);
  const document = await buffer(answer);
  for (const piece of piecesOf(document)) {
    outgoing.write(piece);
    await pause(PAUSE);
  }
  outgoing.end();
}

/**
 * About so many pieces of one size. None ends within a line of text: where the rest of a word has not arrived, it may be drawn on the line
 * before the one that the whole word needs, on every page that is drawn while it arrives.
 */
function piecesOf(document: Buffer): Buffer[] {
  const size = Math.ceil(document.length / PIECES);
  const ends = [...document.toString("latin1").matchAll(/<\/(?:button|div|dd|dt|figcaption|figure|h\d|header|li|nav|ol|p|script|section|summary|svg|table|td|th|tr|ul)>/g)]
    .map(({ 0: tag, index }) => index + tag.length);
  const pieces: Buffer[] = [];
  for (let from = 0; from < document.length;) {
    const to = ends.find((end) => end >= from + size) ?? document.length;
    pieces.push(document.subarray(from, to));
    from = to;
  }
  return pieces;
}
