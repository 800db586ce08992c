import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { explainFileError, OperatorError } from "./operator-error.ts";

/** What a data folder knows of its embedded PostgreSQL. The id names the cluster's folder and the lock; it is a secret too. */
export type Instance = { id: string; password: string };

/**
 * Reads CAIRN_DATA/instance.json, or makes it. A folder without the file is a new instance, whatever else lies around: an old
 * cluster is never adopted. Two programs that start at once get the same instance, because only one can link the file.
 */
export function openInstance(data: string): Instance {
  const file = join(data, "instance.json");
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const found = readInstance(file);
    if (found) return found;
    const draft = join(data, `instance-${randomBytes(6).toString("hex")}.json`);
    const made: Instance = { id: randomBytes(8).toString("hex"), password: randomBytes(24).toString("base64url") };
    writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    } finally {
      rmSync(draft);
    }
    return readInstance(file) ?? made;
  } catch (error) {
    if (isCode(error, "EEXIST")) throw new OperatorError(`CAIRN_DATA must be a folder, and this is a file: ${data}`);
    throw explainFileError(error, data);
  }
}

/** The instance of a data folder, or null when it has none yet. */
export function findInstance(data: string): Instance | null {
  return readInstance(join(data, "instance.json"));
}

function readInstance(file: string): Instance | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    if (isCode(error, "EACCES")) throw new OperatorError(`${file} belongs to another user: start Cairn as the user who started it first.`);
    throw error;
  }
  try {
    const { id, password } = JSON.parse(text) as Partial<Instance>;
    if (/^[0-9a-f]{16}$/.test(id ?? "") && password) return { id: id as string, password };
  } catch {
    // Falls through to the sentence: what cannot be parsed and what lacks a field have the same way out.
  }
  throw new OperatorError(`${file} is damaged: restore it from a backup, or move the folder away to begin anew.`);
}

/**
 * Holds the instance for this process, or returns null when another running process holds it. The lock is an abstract Unix
 * socket, which the kernel frees at the holder's end, whatever ended it: there is no file that could go stale.
 */
export function holdInstance(instance: Instance): Promise<{ release(): Promise<void> } | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error) => (isCode(error, "EADDRINUSE") ? resolve(null) : reject(error)));
    server.listen(`\0cairn-${instance.id}`, () => {
      server.unref();
      resolve({ release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
