import { describe, expect, it } from "vitest";
import { files, manifest, read } from "#tests/house/repository.ts";

const { scripts } = manifest();
const programs = files.filter((path) => /\.(ts|tsx|js|mjs|cjs|sh|ya?ml)$|^\.ci\/|^package\.json$/.test(path) && !path.startsWith("tests/house/"));

describe("npm scripts", () => {
  it("hand npm's process over with exec, so that SIGTERM reaches the server and PostgreSQL", () => {
    expect(Object.entries(scripts).filter(([, script]) => !script.startsWith("exec "))).toEqual([]);
  });

  it("name files that exist", () => {
    const named = Object.values(scripts).flatMap((script) => script.match(/\b(lib|tests)\/[\w./-]+/g) ?? []);
    expect(named.filter((path) => !files.includes(path))).toEqual([]);
  });

  it("run nothing on installation, because --ignore-scripts would leave it out", () => {
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  });
});

describe("prisma migrate", () => {
  it("is run by no program: without its engine it exits with 0 and applies nothing", () => {
    const call = /prisma["'`,\s\]]+(migrate|db)["'`,\s]+(deploy|dev|reset|push|resolve)?/;
    expect(programs.filter((path) => call.test(read(path)))).toEqual([]);
  });

  it("cannot be misled: the variable that disables it is set for generate alone", () => {
    const setting = programs.filter((path) => read(path).includes("PRISMA_SCHEMA_ENGINE_BINARY"));
    expect(setting.length).toBeLessThanOrEqual(1);
    expect(setting.filter((path) => !/["'`\s]generate["'`\s]/.test(read(path)))).toEqual([]);
    expect(programs.filter((path) => /process\.env\.PRISMA_SCHEMA_ENGINE_BINARY\s*=/.test(read(path)))).toEqual([]);
  });
});
