import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const top = join(import.meta.dirname, "../..");

export interface AppServer {
  url: string;
  stop(): Promise<void>;
}

/** Long enough for a build, which the start makes when the sources are newer than the last one. */
const PATIENCE = 300_000;

/**
 * Starts Cairn as `npm start` does, in a process of its own, on the database of this process, and waits until it is ready.
 * Throws with what it printed when it does not become ready.
 */
export async function startAppServer(environment: Record<string, string> = {}): Promise<AppServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["lib/ops/start.ts"], {
    cwd: top,
    env: { ...process.env, NODE_ENV: "production", CAIRN_CHECK_OUTPUT: "1", CAIRN_LOG: "error", CAIRN_URL: url, PORT: String(port), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
  await untilReady(url, child, printed);
  return { url, stop: () => stop(child) };
}

async function untilReady(url: string, child: ChildProcess, printed: string[]): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline && child.exitCode === null) {
    const response = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(100);
  }
  await stop(child);
  throw new Error(`The server did not become ready:\n${printed.join("")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await exited;
  clearTimeout(hard);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
