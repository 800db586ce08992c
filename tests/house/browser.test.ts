import { posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { targetOf } from "#tests/house/eslint/places.ts";
import { files, read, rooms } from "#tests/house/repository.ts";

/** What a file loads when it is loaded: not its types, and not what import() brings later. */
interface Loaded { client: boolean; specifiers: string[] }

const known = new Map<string, Loaded>();

function loadsOf(path: string): Loaded {
  const cached = known.get(path);
  if (cached) return cached;
  const { statements } = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, false, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const first = statements[0];
  const client = first !== undefined && ts.isExpressionStatement(first) && ts.isStringLiteral(first.expression) && first.expression.text === "use client";
  const specifiers = statements.flatMap((statement) => {
    const isLoading = (ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
      || (ts.isExportDeclaration(statement) && !statement.isTypeOnly);
    const { moduleSpecifier } = statement as ts.ImportDeclaration;
    return isLoading && moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
  const loaded = { client, specifiers };
  known.set(path, loaded);
  return loaded;
}

/** Every file and package that a file brings along, with the way to it; `stop` ends a way before it is walked. */
function reach(entry: string, stop: (path: string) => boolean = () => false): Map<string, string[]> {
  const ways = new Map<string, string[]>([[entry, [entry]]]);
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (!/\.tsx?$/.test(path) || !files.includes(path)) continue;
    for (const specifier of loadsOf(path).specifiers) {
      const target = targetOf(path, specifier) ?? specifier;
      if (ways.has(target) || stop(target)) continue;
      ways.set(target, [...(ways.get(path) ?? []), target]);
      open.push(target);
    }
  }
  return ways;
}

const sources = files.filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path));
const clients = sources.filter((path) => loadsOf(path).client);
const queries = rooms.map((room) => `lib/${room}/queries.ts`).filter((path) => files.includes(path));

/** The ways from some entries to what must not be reached, each as "a -> b -> c". */
function waysTo(forbidden: RegExp, entries: readonly string[]): string[] {
  const found = entries.flatMap((entry) => [...reach(entry)].filter(([target]) => forbidden.test(target)).map(([, way]) => way.join(" -> ")));
  return [...new Set(found)];
}

describe("what a browser loads at once", () => {
  it.each([
    ["zod (34 kB)", /^zod(\/|$)/],
    ["the server's doors, database and infrastructure", /^lib\/(access|platform|ops)\/|^server-only$|^node:/],
    ["policies, stores, commands and views", /^lib\/[^/]+\/(policy|([a-z-]+-)?store|commands|views|jobs|personal-data)\.ts$/],
    ["the whole text of the guides", /^lib\/[^/]+\/content\//],
    ["next-auth's client", /^next-auth/],
  ])("does not hold %s, however many files lie between", (_, forbidden) => {
    expect(waysTo(forbidden, [...clients, ...queries])).toEqual([]);
  });

  it("is looked at through every file: a way of two steps is found", () => {
    expect(waysTo(/^zod$/, ["lib/portfolio/schema.ts"])).toContain("lib/portfolio/schema.ts -> zod");
    expect(waysTo(/^zod$/, ["lib/review/store.ts"]).length).toBeGreaterThan(0);
    expect(clients.length).toBeGreaterThan(0);
  });
});

describe("a public page", () => {
  const publicPages = sources.filter((path) => /^app\/\(public\)\/.*\/?(page|layout)\.tsx$/.test(path) || path === "app/layout.tsx");

  /** The client components that a page draws, and all that they load before anybody has touched them. */
  const islands = () => [...new Set(publicPages.flatMap((page) => [...reach(page).keys()]))].filter((path) => clients.includes(path));

  it.each([
    ["react-query", /^@tanstack\/react-query/],
    ["zod", /^zod(\/|$)/],
    ["Base UI", /^@base-ui\/react\/(?!csp-provider)/],
  ])("brings %s in on first use only", (_, heavy) => {
    expect(publicPages.length).toBeGreaterThan(0);
    expect(waysTo(heavy, islands())).toEqual([]);
  });
});

describe("an import", () => {
  it("names a file that exists", () => {
    const broken = sources.flatMap((path) => loadsOf(path).specifiers.map((specifier) => ({ path, specifier, target: targetOf(path, specifier) }))
      .filter(({ target }) => target !== null && !files.includes(target) && !target.startsWith("lib/platform/prisma/") && posix.extname(target) !== ".css"));
    expect(broken).toEqual([]);
  });
});
