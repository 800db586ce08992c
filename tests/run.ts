import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild, ensureClient } from "#lib/ops/build.ts";
import { requireChromium } from "#tests/support/chromium.ts";

// The whole of `npm test`. Its last line is `N passed, N failed`; a part that crashes counts as one failure.
const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules", name);
const output = mkdtempSync(join(tmpdir(), "cairn-run-"));
let passed = 0;
let failed = 0;
let current: ReturnType<typeof spawn> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(130));
process.on("disconnect", () => end(130));

try {
  const chromium = requireChromium();
  await part("types", async () => {
    await ensureClient(console.log);
    await ensureRouteTypes();
    return await program([bin("typescript/bin/tsc"), "--noEmit"]);
  });
  await part("lint", async () => await program([bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"]));
  await part("production build", async () => {
    await ensureBuild(console.log);
    return true;
  });
  await counted("unit, house and integration tests", [bin("vitest/vitest.mjs"), "run", "--configLoader", "native", "--reporter", "default", "--reporter", "json"], {
    VITEST_JSON: join(output, "vitest.json"),
  }, readVitest);
  await counted("browser tests", [bin("@playwright/test/cli.js"), "test"], {
    CAIRN_CHROMIUM: chromium, CAIRN_TEST_REPORT: join(output, "playwright.json"), CAIRN_TEST_OUTPUT: join(output, "results"),
  }, readPlaywright);
} catch (error) {
  failed += 1;
  console.error(error instanceof Error ? error.message : error);
}
end(failed === 0 ? 0 : 1);

function end(code: number): never {
  current?.kill("SIGTERM");
  if (code !== 1) rmSync(output, { recursive: true, force: true });
  else console.log(`What the browser tests left is in ${output}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(code);
}

/** A part that is one check: it holds or it does not. */
async function part(name: string, check: () => Promise<boolean>): Promise<void> {
  console.log(`\n== ${name}`);
  const holds = await check().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return false;
  });
  if (holds) passed += 1;
  else failed += 1;
}

/** A part that counts its own tests in a report. */
async function counted(name: string, args: string[], environment: Record<string, string>, read: () => { passed: number; failed: number }): Promise<void> {
  console.log(`\n== ${name}`);
  const succeeded = await program(args, environment);
  const counts = read();
  passed += counts.passed;
  failed += succeeded ? counts.failed : Math.max(1, counts.failed);
}

async function program(args: string[], environment: Record<string, string> = {}): Promise<boolean> {
  return await new Promise((done, fail) => {
    current = spawn(process.execPath, args, { cwd: root, stdio: "inherit", env: { ...process.env, TZ: "Asia/Kathmandu", ...environment } });
    current.on("error", fail);
    current.on("close", (code) => done(code === 0));
  });
}

/** Next writes the types of its routes when it builds; a new clone has none yet. */
async function ensureRouteTypes(): Promise<void> {
  if (!existsSync(join(root, "next-env.d.ts"))) await program([bin("next/dist/bin/next"), "typegen"], { NEXT_TELEMETRY_DISABLED: "1" });
}

function readVitest(): { passed: number; failed: number } {
  const file = join(output, "vitest.json");
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(file, "utf8")) as { numPassedTests: number; numTotalTests: number };
  // What was neither passed nor failed was skipped, which this house does not allow.
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

function readPlaywright(): { passed: number; failed: number } {
  const file = join(output, "playwright.json");
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, "utf8")) as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}
