import { join } from "node:path";
import { build } from "rolldown";
import { expect, it } from "vitest";
import { top } from "#tests/house/repository.ts";

/** What lib/base/head-script.ts must be: components/shell/head as one script, made small. */
async function headScriptFile(): Promise<string> {
  const { output: [script] } = await build({
    input: join(top, "components/shell/head/script.ts"),
    output: { format: "iife", minify: true },
    // Next's own: newer syntax would stop the whole script in the oldest browsers that the rest is built for.
    transform: { target: ["chrome111", "edge111", "firefox111", "safari16.4"] },
    write: false,
  });
  expect(script.moduleIds.filter((id) => id.includes("node_modules")), "a library in the script of every page").toEqual([]);
  return "// Written from components/shell/head; CONTRIBUTING.md says how.\n"
    + `export const headScript = ${JSON.stringify(script.code.trim())};\n`;
}

it("the inline script of every page is what its sources say", async () => {
  await expect(await headScriptFile()).toMatchFileSnapshot(join(top, "lib/base/head-script.ts"), "CONTRIBUTING.md says how it is written anew");
});
