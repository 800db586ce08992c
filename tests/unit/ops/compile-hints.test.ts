import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hintCompilation } from "#lib/ops/compile-hints.ts";

it("marks the large scripts that every page runs, once, and no others", () => {
  const build = mkdtempSync(join(tmpdir(), "cairn-hints-"));
  const scripts = { "large.js": `run(${"0,".repeat(30_000)}0)`, "small.js": "run()", "other.js": `late(${"0,".repeat(30_000)}0)` };
  for (const [name, script] of Object.entries(scripts)) writeFileSync(join(build, name), script);
  writeFileSync(join(build, "build-manifest.json"), JSON.stringify({ rootMainFiles: ["small.js", "large.js"] }));
  hintCompilation(build);
  hintCompilation(build);
  const read = (name: string) => readFileSync(join(build, name), "utf8");
  expect(read("large.js")).toBe(`//# allFunctionsCalledOnLoad\n${scripts["large.js"]}`);
  expect([read("small.js"), read("other.js")]).toEqual([scripts["small.js"], scripts["other.js"]]);
  rmSync(build, { recursive: true });
});
