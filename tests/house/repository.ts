import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { libraryFolders } from "#tests/house/eslint/places.ts";

export const top = join(import.meta.dirname, "../..");

/** Every file that git has or would take, with forward slashes, relative to the top; deleted ones left out. */
export const files: readonly string[] = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: top, encoding: "utf8" })
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(top, path)));

export function read(path: string): string {
  return readFileSync(join(top, path), "utf8");
}

export function under(folder: string): string[] {
  return files.filter((path) => path.startsWith(`${folder}/`));
}

/** The names of a folder's folders that hold files of the repository. */
export function foldersOf(folder: string): string[] {
  const names = under(folder).map((path) => path.slice(folder.length + 1).split("/")).filter(({ length }) => length > 1).map(([name = ""]) => name);
  return [...new Set(names)].sort();
}

/** The rooms of the domain: the folders of lib that are not the four others. */
export const rooms: readonly string[] = foldersOf("lib").filter((name) => !(libraryFolders as readonly string[]).includes(name));

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  overrides?: Record<string, unknown>;
}

export function manifest(): Manifest {
  return JSON.parse(read("package.json")) as Manifest;
}
