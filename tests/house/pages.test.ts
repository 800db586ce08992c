import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { themeScript } from "#lib/base/theme-script.ts";
import { top } from "#tests/house/repository.ts";

// Reads the production build, which `npm test` makes before its tests.
const build = join(top, ".next");

interface Prerendered {
  routes: Record<string, { initialRevalidateSeconds: number | false; srcRoute: string | null }>;
  dynamicRoutes: Record<string, { fallback: string | false | null }>;
}

function manifest<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(build, name), "utf8")) as Content;
}

beforeAll(() => {
  if (!existsSync(join(build, "BUILD_ID"))) throw new Error("There is no production build to look at: run npm test, or npm start once.");
});

/** Pages by their address, such as /guide/[slug]; route handlers left out. */
function pages(): string[] {
  const byFile = manifest<Record<string, string>>("app-path-routes-manifest.json");
  return Object.entries(byFile).filter(([file]) => file.endsWith("/page")).map(([, address]) => address);
}

function html(route: string): string {
  return readFileSync(join(build, "server/app", `${route === "/" ? "index" : route.slice(1)}.html`), "utf8");
}

const isParametric = (address: string) => address.includes("[");

describe("a page", () => {
  it("is prerendered whole, or drawn anew for each request under its own nonce; nothing in between", () => {
    const { routes, dynamicRoutes } = manifest<Prerendered>("prerender-manifest.json");
    const between = pages().filter((address) => {
      const isPrerendered = isParametric(address) ? address in dynamicRoutes : address in routes;
      if (!isPrerendered) return false;
      // Other parameters than the known ones would be drawn without a nonce at the first request, and kept: dynamicParams must be false.
      return isParametric(address) && dynamicRoutes[address]?.fallback !== false;
    });
    expect(between).toEqual([]);
  });

  it("that is prerendered stays as it was built, since its policy names the hashes of its scripts", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    expect(Object.entries(routes).filter(([, { initialRevalidateSeconds }]) => initialRevalidateSeconds !== false).map(([route]) => route)).toEqual([]);
  });

  it("that is prerendered has its document, without inline styles, handlers or a nonce", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    const prerendered = Object.keys(routes).filter((route) => pages().includes(routes[route]?.srcRoute ?? route));
    expect(prerendered.length).toBeGreaterThan(0);
    const markup = (route: string) => html(route).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
    // Next's own page for the failure of the root layout is replaced at run time by app/global-error.tsx, and never served as it is.
    const ours = prerendered.filter((route) => route !== "/_global-error");
    expect(ours.filter((route) => /\sstyle="|<style\b/.test(markup(route)))).toEqual([]);
    expect(ours.filter((route) => /<[^>]+\son[a-z]+="/.test(markup(route)))).toEqual([]);
    expect(ours.filter((route) => /<script[^>]*\snonce="/.test(html(route)))).toEqual([]);
    expect(ours.filter((route) => !html(route).includes(themeScript))).toEqual([]);
  });

  it("of the guide, and the first one, needs no server to be drawn", () => {
    const { routes, dynamicRoutes } = manifest<Prerendered>("prerender-manifest.json");
    const open = pages().filter((address) => address === "/" || address.startsWith("/guide"));
    expect(open.filter((address) => !(address in routes) && !(address in dynamicRoutes))).toEqual([]);
  });

  it("for one person is never prerendered", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    const personal = /^\/(roadmap|portfolio|reviews|mentor|settings|admin|people)(\/|$)/;
    expect(Object.keys(routes).filter((route) => personal.test(route))).toEqual([]);
  });
});

describe("an answer of the API", () => {
  it("is never prerendered", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    expect(Object.keys(routes).filter((route) => route.startsWith("/api/"))).toEqual([]);
  });
});

describe("the build", () => {
  it("has no server action: each would be an endpoint without a policy", () => {
    const { node, edge } = manifest<{ node: object; edge: object }>("server/server-reference-manifest.json");
    expect({ node, edge }).toEqual({ node: {}, edge: {} });
  });
});
