import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const HINT = "//# allFunctionsCalledOnLoad\n";

/** Bytes. What is smaller is compiled in no time, and the hint would only make it longer. */
const WORTHWHILE = 50_000;

/**
 * Marks the large scripts that every page runs, so that browsers that know the hint (V8's explicit compile hints) compile them
 * while they arrive, beside the page's own work. Left to itself V8 compiles each function when it is first called, and the page stands still.
 */
export function hintCompilation(build: string): void {
  const { rootMainFiles } = JSON.parse(readFileSync(join(build, "build-manifest.json"), "utf8")) as { rootMainFiles: string[] };
  for (const file of rootMainFiles) {
    const path = join(build, file);
    const script = readFileSync(path, "utf8");
    if (script.length >= WORTHWHILE && !script.startsWith(HINT)) writeFileSync(path, HINT + script);
  }
}
