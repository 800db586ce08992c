import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "#tests/support/server.ts";

// The page is compiled meanwhile.
const timeout = 240_000;

test("the development server shows a page, tells browsers what changes, and stops at a signal while one listens", { timeout }, async () => {
  const { url, stop } = await startServer({ NODE_ENV: undefined, CAIRN_DEMO: "0" }, ["--dev"]);
  onTestFinished(async () => void (await stop()), timeout);
  const listen = () => get(`${url}/_next/hmr?id=test`, {
    headers: { origin: url, connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13", "sec-websocket-key": Buffer.alloc(16).toString("base64") },
  });
  // A page that was open before the start asks before anything else does: nobody listens for it yet, and it has to ask again.
  const [early] = await once(listen(), "error") as [NodeJS.ErrnoException];
  expect(early.code).toBe("ECONNRESET");
  const page = await fetch(`${url}/sign-in`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("</html>")]);
  const request = listen();
  const [answer, socket, head] = await once(request, "upgrade") as [IncomingMessage, Socket, Buffer];
  expect(answer.statusCode).toBe(101);
  if (head.length === 0) await once(socket, "data");
  expect(await stop()).toBe(0);
});
