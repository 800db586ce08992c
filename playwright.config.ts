import { defineConfig } from "@playwright/test";
import { findChromium } from "#tests/support/chromium.ts";

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/global-setup.ts",
  outputDir: process.env.CAIRN_TEST_OUTPUT ?? "test-results",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // Time limits are for what hangs, not for a slow machine.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ...(process.env.CAIRN_TEST_REPORT ? [["json", { outputFile: process.env.CAIRN_TEST_REPORT }] as ["json", object]] : [])],
  use: {
    // A trace of each test, kept or not, takes a fifth of the time; `--trace retain-on-failure` asks for it.
    trace: "off",
    screenshot: "only-on-failure",
    timezoneId: "Asia/Kathmandu",
    launchOptions: {
      executablePath: findChromium() ?? undefined,
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
});
