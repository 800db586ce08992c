import { describe, expect, it } from "vitest";
import { files, read } from "#tests/house/repository.ts";

const texts = files.filter((path) => !/\.(woff2?|png|jpe?g|webp|ico|gz|br|wasm)$/.test(path) && path !== "package-lock.json")
  .map((path) => ({ path, text: read(path) }));

/** Lines that match, as "path:line: text", so that a failure can be clicked. */
function find(pattern: RegExp, among = texts): string[] {
  return among.flatMap(({ path, text }) => text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 160)}`] : [])));
}

describe("no tracked file", () => {
  it("holds a secret", () => {
    const secrets = [
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/, /\bAKIA[0-9A-Z]{16}\b/, /\bgh[pousr]_[A-Za-z0-9]{36}\b/, /\bxox[abprs]-[0-9A-Za-z-]{20,}/,
      /\bsk-[A-Za-z0-9_-]{32,}/, /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\./, /_authToken\s*=/, /\$argon2id\$v=/,
      /\b(CAIRN_SECRET|NEXTAUTH_SECRET)=["']?[A-Za-z0-9+/=_-]{32,}/, /postgres(ql)?:\/\/[^\s:@/]+:(?!password@|secret@|PASSWORD@|…@|\.\.\.@|\$\{)[^\s@/"'`<]{6,}@(?!127\.0\.0\.1|localhost)/,
    ];
    expect(secrets.flatMap((pattern) => find(pattern))).toEqual([]);
    expect(files.filter((path) => /(^|\/)(\.env(\.local|\.production)?|\.netrc|id_rsa|id_ed25519|.*\.(pem|key|p12))$/.test(path))).toEqual([]);
  });

  it("knows a place of the machine on which it was written", () => {
    expect(find(/(^|[\s"'`(=:])\/(home|Users|root|work|mnt|media)\/[\w.-]+/)).toEqual([]);
    expect(find(/\b[A-Z]:\\(Users|Documents)/)).toEqual([]);
  });

  it("names a registry: a mirror, or the default, is the installing person's choice", () => {
    expect(find(/registry\.npmjs\.org|registry\.yarnpkg\.com|^\s*registry\s*=|npm\.pkg\.github\.com/)).toEqual([]);
  });

  it("reads anything outside the repository that only its founders had", () => {
    expect(find(/\.\.\/shared\b/)).toEqual([]);
  });

  it("is one that a build or a run makes", () => {
    expect(files.filter((path) => /^(node_modules|\.next|\.data|test-results|playwright-report|coverage|lib\/platform\/prisma)\//.test(path))).toEqual([]);
    expect(files.filter((path) => /\.(tsbuildinfo|log|orig|rej|swp)$|^next-env\.d\.ts$/.test(path))).toEqual([]);
  });

  it("holds the marks of a merge", () => {
    expect(find(/^(<{7}|>{7}|={7})( |$)/)).toEqual([]);
  });

  it("switches types or lint off without a word of why", () => {
    const code = texts.filter(({ path }) => /\.(ts|tsx|js|mjs)$/.test(path));
    expect(find(/@ts-(ignore|nocheck)|@ts-expect-error\s*(\*\/|$)/, code)).toEqual([]);
    expect(find(/eslint-disable(?!.* -- \S)/, code.filter(({ path }) => !path.startsWith("tests/house/")))).toEqual([]);
  });
});
