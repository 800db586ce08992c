import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { hintCompilation } from "#lib/ops/compile-hints.ts";
import { Documents } from "#lib/ops/documents.ts";
import { OperatorError } from "#lib/platform/operator-error.ts";

const root = join(import.meta.dirname, "../..");
const client = "lib/platform/prisma";
const clientStamp = join(root, client, ".schema");
const buildStamp = join(root, ".next", "cairn-sources");
const sources = [
  "app", "components", "lib", "public", "prisma/schema",
  "instrumentation.ts", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json",
];

type Report = (line: string) => void;

/** Writes Prisma's client if the schema has changed since it was written. */
export async function ensureClient(report: Report): Promise<void> {
  const hash = hashOf(["prisma/schema", "package-lock.json"]);
  if (isStamped(clientStamp, hash)) return;
  report("Generating the database client …");
  // Prisma's command line wants its engine from the internet unless it is shown some file; `generate` never opens it.
  await run("Prisma's client could not be generated", join(root, "node_modules/prisma/build/index.js"), ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, "package.json"), CHECKPOINT_DISABLE: "1",
  });
  writeFileSync(clientStamp, hash);
}

/**
 * Builds the application if the build is missing or other than the sources. Prerendered pages say their own addresses: those of CAIRN_URL,
 * or of `url` where that is not set. Another port alone is no reason to build again, as no search engine reads a loopback address.
 */
export async function ensureBuild(report: Report, url?: string): Promise<void> {
  await ensureClient(report);
  const hash = `${hashOf(sources)} ${process.env.CAIRN_URL ?? ""}`;
  if (isStamped(buildStamp, hash)) return;
  const began = Date.now();
  report("Building the application (about a minute) …");
  const heart = setInterval(() => report(`  still building, ${Math.round((Date.now() - began) / 1000)} s`), 15_000);
  rmSync(buildStamp, { force: true });
  try {
    await run("The application could not be built", join(root, "node_modules/next/dist/bin/next"), ["build"], { NODE_ENV: "production", ...(url && { CAIRN_URL: url }) });
    hintCompilation(join(root, ".next"));
    Documents.pack(join(root, ".next"));
  } finally {
    clearInterval(heart);
  }
  writeFileSync(buildStamp, hash);
}

function isStamped(stamp: string, hash: string): boolean {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** SHA-256 over the names and contents of files; what is generated is left out. */
function hashOf(places: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of places.flatMap((place) => filesUnder(join(root, place)))) {
    hash.update(`${relative(root, path)}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path) || path === join(root, client)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path).sort().flatMap((name) => filesUnder(join(path, name)));
}

/** Runs a program with this Node; what it says is shown only when it fails. */
async function run(what: string, program: string, args: string[], environment: Record<string, string>): Promise<void> {
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment }, stdio: ["ignore", "pipe", "pipe"],
    });
    const stop = () => child.kill();
    process.once("exit", stop);
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("error", fail);
    child.on("close", (code) => {
      process.off("exit", stop);
      if (code === 0) return done();
      fail(new OperatorError(/ENOSPC|No space left/.test(said) ? `${what}: there is no space left on the disk.` : `${said.trim()}\n${what} (see above).`));
    });
  });
}
