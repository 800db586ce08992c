import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { explainFileError, OperatorError } from "./operator-error.ts";
import { copyBinaries, findBinaries, linkLibraries } from "./postgres-binaries.ts";
import { findInstance, holdInstance, isCode, openInstance, type Instance } from "./postgres-instance.ts";

// PostgreSQL refuses to run as root: then it runs as nobody, with its folders where nobody can reach them.
const NOBODY = 65534;
const SOCKET_NAME = ".s.PGSQL.5432";
const LONGEST_SOCKET_PATH = 107;

export type EmbeddedPostgres = {
  /** A connection string over the Unix socket, with the password. */
  url: string;
  /** Where the cluster lies. */
  folder: string;
  /** Stops PostgreSQL (fast shutdown) and gives the data folder free. Safe to repeat. */
  stop(): Promise<void>;
  /** Stops PostgreSQL and deletes the cluster: for tests. */
  destroy(): Promise<void>;
};

export type EmbeddedOptions = {
  /** CAIRN_DATA: holds instance.json, and the cluster too unless the process runs as root. */
  data: string;
  /** Where clusters and binaries go when the process runs as root. */
  rootFolder?: string;
  /** Only tests may switch durability off. */
  durable?: boolean;
  /** Called with a line for each step that takes time, and when PostgreSQL had to be started again. */
  report?: (line: string) => void;
};

type Place = {
  home: string;
  cluster: string;
  libraries: string;
  log: string;
  native: string;
  major: string;
  owner: { uid: number; gid: number } | undefined;
};

/**
 * Starts the PostgreSQL of a data folder, making the cluster the first time. It listens on a Unix socket in a private folder and on no
 * network address. It is started again when it dies on its own, and stops by itself when this process is killed.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { durable = true, report = () => {} } = options;
  const data = resolve(options.data);
  const instance = openInstance(data);
  const lock = await holdInstance(instance);
  if (!lock) throw new OperatorError(`The data folder ${data} is in use by another running Cairn: stop that one, or set CAIRN_DATA to another folder.`);
  let place: Place | undefined;
  try {
    place = preparePlace(data, instance, options.rootFolder ?? "/var/lib/cairn");
    await stopOrphan(place, report);
    await ensureCluster(place, instance, durable, report);
    return await superviseServer({ place, instance, durable, report, release: lock.release });
  } catch (error) {
    await lock.release();
    throw explainFileError(error, place?.home ?? data);
  }
}

/** Whether a PostgreSQL was ever started in a data folder. */
export function hasCluster(data: string): boolean {
  return findInstance(resolve(data)) !== null;
}

/**
 * The connection string of a data folder whose PostgreSQL is running in another process, or null when none runs. (The socket's folder is
 * the fifth line of PostgreSQL's own pid file.)
 */
export async function findRunningPostgres(data: string, rootFolder = "/var/lib/cairn"): Promise<string | null> {
  const instance = findInstance(resolve(data));
  if (!instance) return null;
  const lock = await holdInstance(instance);
  if (lock) {
    await lock.release();
    return null;
  }
  const { home } = homeOf(resolve(data), instance, rootFolder);
  try {
    const socketFolder = readFileSync(join(home, "cluster", "postmaster.pid"), "utf8").split("\n")[4];
    return socketFolder ? connectionUrl(instance, socketFolder, "cairn") : null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function connectionUrl(instance: Instance, socketFolder: string, database: string): string {
  return `postgresql://cairn:${instance.password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

function homeOf(data: string, instance: Instance, rootFolder: string): { home: string; asRoot: boolean } {
  const inData = join(data, "postgres", instance.id);
  if (process.getuid?.() !== 0) return { home: inData, asRoot: false };
  if (existsSync(inData)) {
    throw new OperatorError(`The data folder ${data} was made by user ${statSync(inData).uid}: start Cairn as that user, not as root.`);
  }
  return { home: join(rootFolder, instance.id), asRoot: true };
}

function preparePlace(data: string, instance: Instance, rootFolder: string): Place {
  const { home, asRoot } = homeOf(data, instance, rootFolder);
  const binaries = findBinaries();
  const owner = asRoot ? { uid: NOBODY, gid: NOBODY } : undefined;
  if (asRoot && mkdirSync(rootFolder, { recursive: true })) chmodSync(rootFolder, 0o755);
  const native = asRoot ? copyBinaries(binaries, rootFolder) : binaries.native;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  if (owner) chownSync(home, owner.uid, owner.gid);
  const libraries = join(home, "lib");
  linkLibraries(native, libraries);
  return { home, cluster: join(home, "cluster"), libraries, log: join(home, "postgres.log"), native, major: binaries.major, owner };
}

function environment(place: Place): Record<string, string> {
  return { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC", LD_LIBRARY_PATH: `${place.libraries}:${join(place.native, "lib")}` };
}

/**
 * Makes the cluster beside its final place and renames it at the end, so that an initdb that was killed or ran out of disk leaves
 * nothing that a later start could take for a cluster.
 */
async function ensureCluster(place: Place, instance: Instance, durable: boolean, report: (line: string) => void): Promise<void> {
  for (const entry of readdirSync(place.home)) if (entry.startsWith("draft-")) rmSync(join(place.home, entry), { recursive: true });
  const versionFile = join(place.cluster, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found === place.major) return;
    throw new OperatorError(
      `The database in ${place.cluster} was made by PostgreSQL ${found}, and this Cairn brings PostgreSQL ${place.major}: ` +
        `start the Cairn release that made it, dump the database there, and restore it into an empty CAIRN_DATA (docs/operating.md, "Another PostgreSQL version").`,
    );
  }
  report(`Making the database in ${place.home} …`);
  const draft = join(place.home, `draft-${randomBytes(4).toString("hex")}`);
  const passwordFile = `${draft}.password`;
  writeFileSync(passwordFile, instance.password, { mode: 0o600 });
  if (place.owner) chownSync(passwordFile, place.owner.uid, place.owner.gid);
  // The builtin provider sorts by code point, always alike: an upgrade of the system's locales cannot break an index.
  const args = ["-D", draft, "-U", "cairn", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    await runInitdb(place, durable ? args : [...args, "--no-sync"]);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, place.cluster);
}

function runInitdb(place: Place, args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const initdb = spawn(join(place.native, "bin", "initdb"), args, { ...place.owner, cwd: place.home, env: environment(place) as NodeJS.ProcessEnv, stdio: ["ignore", "ignore", "pipe"], detached: true });
    let said = "";
    initdb.stderr.on("data", (chunk) => (said += chunk));
    initdb.on("error", fail);
    initdb.on("close", (code) => (code === 0 ? done() : fail(explainServerOutput("PostgreSQL's data folder could not be made", said, place))));
  });
}

/** The last thing that PostgreSQL said, as a sentence. */
function explainServerOutput(what: string, output: string, place: Place): OperatorError {
  if (/No space left on device/i.test(output)) return new OperatorError(`There is no space left on the disk: ${place.home}`);
  const lines = output.trim().split("\n").filter((line) => !/^\s*$/.test(line));
  const telling = lines.findLast((line) => /FATAL|PANIC|error:/i.test(line)) ?? lines.at(-1) ?? "it said nothing";
  return new OperatorError(`${what}: ${telling.trim()} (${place.home})`);
}

/** Stops a PostgreSQL of this cluster that outlived its Cairn: only when the process is PostgreSQL on exactly this folder. */
async function stopOrphan(place: Place, report: (line: string) => void): Promise<void> {
  const pid = readPid(place);
  if (pid === null || !servesCluster(pid, place)) return;
  report("Stopping the PostgreSQL that an earlier start left running …");
  for (const [signal, seconds] of [["SIGINT", 20], ["SIGQUIT", 10]] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (isCode(error, "ESRCH")) return;
      throw error;
    }
    const deadline = Date.now() + seconds * 1000;
    while (Date.now() < deadline) {
      if (!servesCluster(pid, place)) return;
      await pause(50);
    }
  }
  throw new OperatorError(`A PostgreSQL of an earlier start (process ${pid}) does not stop: end it and start again.`);
}

function readPid(place: Place): number | null {
  try {
    const pid = Number(readFileSync(join(place.cluster, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function servesCluster(pid: number, place: Place): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(place.cluster);
  } catch {
    return false;
  }
}

type Server = { process: ChildProcess; exited: Promise<void>; isRunning(): boolean; lastWords(): string };

// Run by sh: a reader in the background asks PostgreSQL for a fast shutdown when descriptor 3 closes without a word, which the kernel does
// when Cairn dies, however it dies. It is forked twice, so that PostgreSQL, which takes the shell's place, is not its parent.
const WATCHED = '( ( read -r _ <&3 || kill -INT $$ ) & ) ; exec 3<&- ; exec "$@"';

function spawnServer(place: Place, socketFolder: string, durable: boolean): Server {
  const settings = [
    "listen_addresses=",
    `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
    "unix_socket_permissions=0700",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]),
  ];
  const args = ["-D", place.cluster, ...settings.flatMap((setting) => ["-c", setting])];
  // Its own session: Ctrl-C reaches the whole terminal, and the app has to finish its work before the database goes.
  const log = openSync(place.log, "w", 0o600);
  const child = spawn("/bin/sh", ["-c", WATCHED, "sh", join(place.native, "bin", "postgres"), ...args], {
    ...place.owner,
    cwd: place.home,
    env: environment(place) as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", log, log, "pipe"],
  });
  closeSync(log);
  let running = true;
  const exited = new Promise<void>((done) => {
    const end = (): void => {
      running = false;
      done();
    };
    child.on("exit", end);
    child.on("error", end);
  });
  return { process: child, exited, isRunning: () => running, lastWords: () => readFileSync(place.log, "utf8").slice(-4000) };
}

/** Waits until the server answers; a recovery after a crash may take its time, so it waits as long as the process lives. */
async function waitUntilReady(server: Server, url: string, place: Place, report: (line: string) => void): Promise<void> {
  const began = Date.now();
  let told = false;
  while (server.isRunning()) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (isCode(error, "28P01")) throw new OperatorError(`The password in instance.json does not open the database in ${place.home}.`);
      if (!told && Date.now() - began > 5000) {
        report("PostgreSQL is recovering after an unclean end …");
        told = true;
      }
    } finally {
      await client.end();
    }
    await pause(25);
  }
  throw explainServerOutput("PostgreSQL did not start", server.lastWords(), place);
}

/** Starts the server; a crash of another start's may still be ending, so a first failure for that reason is tried again. */
async function startServer(place: Place, instance: Instance, socketFolder: string, durable: boolean, report: (line: string) => void): Promise<Server> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const server = spawnServer(place, socketFolder, durable);
    try {
      await waitUntilReady(server, connectionUrl(instance, socketFolder, "postgres"), place, report);
      return server;
    } catch (error) {
      await endServer(server);
      if (!/pre-existing shared memory|is still in use/.test(server.lastWords()) || Date.now() > deadline) throw error;
      await pause(250);
    }
  }
}

async function endServer(server: Server): Promise<void> {
  if (server.isRunning()) server.process.kill("SIGINT");
  const forced = setTimeout(() => server.process.kill("SIGQUIT"), 20_000);
  await server.exited;
  clearTimeout(forced);
  const watcher = server.process.stdio[3];
  if (watcher instanceof Writable) watcher.end("ended\n");
}

type Supervised = { place: Place; instance: Instance; durable: boolean; report: (line: string) => void; release(): Promise<void> };

async function superviseServer({ place, instance, durable, report, release }: Supervised): Promise<EmbeddedPostgres> {
  const socket = makeSocketFolder(place);
  let stopping = false;
  let server: Server;
  try {
    server = await startServer(place, instance, socket.folder, durable, report);
    await ensureDatabase(connectionUrl(instance, socket.folder, "postgres"));
  } catch (error) {
    socket.remove();
    throw error;
  }
  const watch = async (): Promise<void> => {
    while (!stopping) {
      await server.exited;
      if (stopping) return;
      report("PostgreSQL ended unexpectedly; starting it again …");
      try {
        server = await startServer(place, instance, socket.folder, durable, report);
        report("PostgreSQL is back.");
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
        await pause(1000);
      }
    }
    await endServer(server);
  };
  const watched = watch();
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopped ??= (async () => {
      stopping = true;
      await endServer(server);
      await watched;
      socket.remove();
      await release();
    })());
  return {
    url: connectionUrl(instance, socket.folder, "cairn"),
    folder: place.home,
    stop,
    destroy: async () => {
      await stop();
      rmSync(place.home, { recursive: true, force: true });
    },
  };
}

/** The socket's folder: inside the instance's, or, where that path is too long for a socket, a private one that is removed at the end. */
function makeSocketFolder(place: Place): { folder: string; remove(): void } {
  const inside = join(place.home, "socket");
  const fits = (folder: string): boolean => Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
  if (fits(inside)) {
    mkdirSync(inside, { recursive: true, mode: 0o700 });
    if (place.owner) chownSync(inside, place.owner.uid, place.owner.gid);
    return { folder: inside, remove: () => {} };
  }
  const base = [tmpdir(), "/tmp"].find((folder) => fits(join(folder, "cairn-XXXXXX"))) ?? "/tmp";
  const folder = mkdtempSync(join(base, "cairn-"));
  if (place.owner) chownSync(folder, place.owner.uid, place.owner.gid);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'cairn'");
    if (rowCount === 0) await client.query("CREATE DATABASE cairn");
  } finally {
    await client.end();
  }
}
