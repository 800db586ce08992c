import { posix } from "node:path";

/** What a file of a room is for. The fixed names are those of the file vocabulary; every other file is a pure noun of the domain. */
export type Role =
  | "pure"
  | "schema"
  | "policy"
  | "store"
  | "commands"
  | "views"
  | "queries"
  | "jobs"
  | "personal-data"
  | "content"
  | "mail";

export type Place =
  | { zone: "base" | "access" | "platform" | "ops"; file: string }
  | { zone: "room"; room: string; role: Role; file: string }
  | { zone: "components"; part: string; file: string }
  | { zone: "app"; file: string }
  | { zone: "tests"; file: string }
  | { zone: "root"; file: string };

/** The files of a room whose name says their role; `content/` and `mail/` are the two folders that a room may hold. */
export const roleNames = [
  "schema",
  "policy",
  "store",
  "commands",
  "views",
  "queries",
  "jobs",
  "personal-data",
] as const satisfies readonly Role[];

export const roleFolders = ["content", "mail"] as const satisfies readonly Role[];

/** The folders of lib that are not rooms of the domain, and those of components that belong to no room. */
export const libraryFolders = ["base", "access", "platform", "ops"] as const;
export const sharedComponents = ["ui", "shell"] as const;

const roots = ["app", "components", "lib", "tests"];

function includes<T extends string>(list: readonly T[], value: string): value is T {
  return (list as readonly string[]).includes(value);
}

/** A store that outgrew its file has parts, each named by what it reads and writes: `queue-store.ts`. */
const partOfStore = /^[a-z]+(-[a-z]+)*-store$/;

function roleOf(inside: string): Role {
  const [first = "", ...rest] = inside.split("/");
  if (rest.length > 0) return includes(roleFolders, first) ? first : "pure";
  const name = first.replace(/\.[a-z]+$/, "").replace(partOfStore, "store");
  return includes(roleNames, name) ? name : "pure";
}

/** Where a file stands, from its path relative to the top of the repository. Any folder of lib that is not one of the four is a room. */
export function placeOf(path: string): Place {
  const [top = "", second = "", ...rest] = path.split("/");
  if (top === "app") return { zone: "app", file: path };
  if (top === "tests") return { zone: "tests", file: path };
  if (top === "components" && second) return { zone: "components", part: second, file: path };
  if (top === "lib" && includes(libraryFolders, second)) return { zone: second, file: path };
  if (top === "lib" && second) return { zone: "room", room: second, role: roleOf(rest.join("/")), file: path };
  return { zone: "root", file: path };
}

/** The path, relative to the top, that an import names; null for a package. */
export function targetOf(importer: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return posix.normalize(specifier.slice(1));
  if (!specifier.startsWith(".")) return null;
  return posix.normalize(posix.join(posix.dirname(importer), specifier));
}

export function isInsideTree(path: string): boolean {
  return roots.includes(path.split("/")[0] ?? "");
}
