import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { rules } from "./tests/house/eslint/rules.ts";

const source = ["**/*.{ts,tsx,js,mjs}"];

// The house's own rules (tests/house/eslint) judge every file by the folder that it stands in, so a new room is guarded at once.
const house = {
  files: source,
  plugins: { house: { rules } },
  rules: Object.fromEntries(Object.keys(rules).map((name) => [`house/${name}`, "error"])),
};

const typescript = {
  files: ["**/*.{ts,tsx}"],
  extends: [tseslint.configs.recommended],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/no-import-type-side-effects": "error",
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    "@typescript-eslint/no-floating-promises": "error",
    "@typescript-eslint/no-misused-promises": "error",
  },
};

const everywhere = {
  files: source,
  linterOptions: { reportUnusedDisableDirectives: "error" },
  rules: {
    eqeqeq: ["error", "always", { null: "ignore" }],
    "no-debugger": "error",
    "no-empty": "error",
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-script-url": "error",
    "no-unreachable": "error",
    "no-var": "error",
    "prefer-const": "error",
  },
};

// Programs speak to a person at a terminal; the server's log is pino's, one line of JSON each with its request id.
const logging = {
  files: ["{app,components}/**/*.{ts,tsx}", "lib/**/*.ts"],
  ignores: ["lib/ops/**"],
  rules: { "no-console": "error" },
};

const counted = { skipBlankLines: true, skipComments: true };

const small = [
  { files: ["app/**/page.tsx"], rules: { "max-lines": ["error", { max: 60, ...counted }] } },
  { files: ["components/**/*.tsx"], rules: { "max-lines-per-function": ["error", { max: 120, ...counted }] } },
  { files: ["lib/**/*.ts"], ignores: ["lib/*/content/**"], rules: { "max-lines-per-function": ["error", { max: 80, ...counted }] } },
];

export default defineConfig(
  globalIgnores([".next/", ".data/", "lib/platform/prisma/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  everywhere,
  typescript,
  { files: ["{app,components}/**/*.{ts,tsx}"], ...reactHooks.configs.flat.recommended },
  house,
  logging,
  ...small,
);
