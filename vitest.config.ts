import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Rooms import "server-only", which throws outside a server component; tests are allowed in.
const alias = { "server-only": join(import.meta.dirname, "node_modules/server-only/empty.js") };
const project = (name: string) => ({ name, include: [`tests/${name}/**/*.test.ts`], setupFiles: ["tests/support/no-surprises.ts"] });

export default defineConfig({
  resolve: { alias },
  test: {
    env: { TZ: "Asia/Kathmandu", NODE_ENV: "test" },
    maxWorkers: 2,
    // What is written by a test is written when someone asks for it.
    update: "none",
    // Time limits are for what hangs, not for a slow machine.
    testTimeout: 60_000,
    outputFile: process.env.VITEST_JSON ? { json: process.env.VITEST_JSON } : undefined,
    projects: [
      { extends: true, test: project("unit") },
      { extends: true, test: project("house") },
      {
        extends: true,
        test: {
          ...project("integration"),
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: ["tests/support/no-surprises.ts", "tests/support/database.ts"],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
