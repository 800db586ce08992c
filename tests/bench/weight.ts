import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = join(import.meta.dirname, "../..");

/** Bytes of JavaScript, gzip, that a prerendered page of a build loads by itself; what only old browsers load is left out. */
export function weighPage(build: string, name: string): number {
  const html = readFileSync(join(build, "server/app", `${name}.html`), "utf8");
  const tags = [...html.matchAll(/<script\b[^>]*\ssrc="[^"]+"[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\snomodule/i.test(tag));
  const paths = new Set(tags.map((tag) => /\ssrc="\/_next\/([^"?]+)/.exec(tag)?.[1]).filter((path) => path !== undefined));
  return [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(build, decodeURIComponent(path))), { level: 9 }).length, 0);
}

/** The same of an empty page, built with the same Next for this alone and removed again. */
export function weighEmptyPage(): number {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const project = mkdtempSync(join(cache, "cairn-empty-"));
  try {
    mkdirSync(join(project, "app"));
    writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(project, "next.config.mjs"), `export default { turbopack: { root: ${JSON.stringify(root)} }, typescript: { ignoreBuildErrors: true } };\n`);
    // Next leaves JSX as it is in what lies under node_modules.
    writeFileSync(join(project, "app/layout.js"), 'import { createElement as h } from "react";\nexport default function Layout({ children }) { return h("html", { lang: "en" }, h("body", null, children)); }\n');
    writeFileSync(join(project, "app/page.js"), "export default function Page() { return null; }\n");
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: project, encoding: "utf8", env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (status !== 0) throw new Error(`An empty page could not be built:\n${stdout}${stderr}`);
    return weighPage(join(project, ".next"), "index");
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}
