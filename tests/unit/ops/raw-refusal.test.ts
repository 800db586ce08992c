import { once } from "node:events";
import { createServer } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { expect, it, vi } from "vitest";
import { refuseRaw } from "#lib/ops/raw-refusal.ts";

it.each([
  ["says nothing", "", 408],
  ["does not finish its headers", "GET / HTTP/1.1\r\nhost: x\r\n", 408],
  ["does not speak HTTP", "words\r\n\r\n", 400],
])("a peer that %s and does not close its side is answered and holds nothing of the server", async (_, words, status) => {
  const server = createServer({ headersTimeout: 100, connectionsCheckingInterval: 50 }, () => {});
  server.on("clientError", (error, socket) => refuseRaw(error, socket as Socket, [["x-common", "yes"]]));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const peer = connect({ port: (server.address() as AddressInfo).port, host: "127.0.0.1", allowHalfOpen: true });
  let said = "";
  peer.on("data", (chunk) => (said += String(chunk)));
  if (words) peer.write(words);
  await once(peer, "end");
  expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(said).toContain("x-common: yes\r\n");
  const held = async () => await new Promise((done) => server.getConnections((_error, count) => done(count)));
  await vi.waitFor(async () => expect(await held()).toBe(0));
  peer.destroy();
  server.close();
});
