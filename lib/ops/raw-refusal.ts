import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { dataPolicy } from "#lib/ops/content-policy.ts";

/** What Node's parser refuses has no response object yet; the headers are those of every answer. A peer that does not close its side is not waited for. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Socket, headers: readonly [string, string][]): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const lines = [...headers, ["content-security-policy", dataPolicy], ["content-length", "0"], ["connection", "close"]];
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`);
  socket.destroySoon();
}
