import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Starts Cairn with an empty data folder; `stop` ends it and removes the folder, tells the exit code, and may be called again. */
export async function startServer(environment: Record<string, string | undefined> = {}, flags: string[] = []) {
  const data = mkdtempSync(join(tmpdir(), "cairn-e2e-"));
  const port = await freePort();
  const child = spawn(process.execPath, [join(root, "lib/ops/start.ts"), ...flags], {
    cwd: root,
    // The fourth channel: the server stops by itself when the tests are killed.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: undefined, CAIRN_URL: undefined, CAIRN_SECRET: undefined, CAIRN_SMTP_URL: undefined, CAIRN_MAIL_FROM: undefined, CAIRN_DATA: data, PORT: String(port), CAIRN_CHECK_OUTPUT: "1", CAIRN_LOG: "error", NODE_NO_WARNINGS: "1", ...environment },
  });
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const url = await new Promise<string>((done, fail) => {
    child.stdout!.on("data", (chunk) => {
      said += chunk;
      const ready = /Cairn is ready at (\S+)/.exec(said);
      if (ready) done(ready[1]!);
    });
    child.once("exit", (code) => fail(new Error(`the server ended with ${code} before it was ready:\n${said}`)));
  });
  const end = async () => {
    const ended = new Promise<number | null>((done) => child.once("exit", done));
    child.kill("SIGTERM");
    const code = await ended;
    removeCluster(said);
    rmSync(data, { recursive: true, force: true });
    return code;
  };
  let ending: Promise<number | null> | undefined;
  const stop = () => (ending ??= end());
  return { url, data, stop };
}

/** As root the cluster lies outside the data folder, where the start has said. */
function removeCluster(said: string): void {
  const [, folder] = /The database is in (\/var\/lib\/cairn\/[0-9a-f]+)$/m.exec(said) ?? [];
  if (folder) rmSync(folder, { recursive: true, force: true });
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}
