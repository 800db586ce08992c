import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { headScript } from "#lib/base/head-script.ts";
import { holdScripts } from "#lib/ops/held-scripts.ts";
import { leaveOutStaticParts } from "#lib/ops/static-parts.ts";
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

function fileOf(route: string): string {
  return join(build, "server/app", `${route === "/" ? "index" : route.slice(1)}.html`);
}

function html(route: string): string {
  return readFileSync(fileOf(route), "utf8");
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

  it("that is prerendered is never rendered again, since its policy names the hashes of its scripts", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    expect(Object.entries(routes).filter(([, { initialRevalidateSeconds }]) => initialRevalidateSeconds !== false).map(([route]) => route)).toEqual([]);
  });

  it("that is prerendered asks for no script before it is painted", () => {
    const served = Object.keys(manifest<Prerendered>("prerender-manifest.json").routes).filter((route) => existsSync(fileOf(route)) && route !== "/_global-error");
    expect(served.length).toBeGreaterThan(10);
    for (const route of served) {
      const { html: held, data } = holdScripts(html(route));
      const early = [...held.matchAll(/<script\b[^>]*\ssrc=[^>]*>|<link\b[^>]*\sas="script"[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/ type="text\/held(-data)?"| noModule=""/.test(tag));
      expect(early, route).toEqual([]);
      expect(held.match(/ async="" type="text\/held"/g)?.length, route).toBeGreaterThan(5);
      expect(held.match(/<script>self\.__next_f\.push/g), route).toBeNull();
      expect(held.split(`src="${data!.address}"`), route).toHaveLength(2);
      expect(held.indexOf("<script>"), route).toBeLessThan(held.indexOf('rel="stylesheet"'));
    }
  });

  it("of the guide holds its text once: the data that comes with it leaves out what is only read", () => {
    const served = Object.keys(manifest<Prerendered>("prerender-manifest.json").routes).filter((route) => /^\/guide\/[^/]+(\/[^/]+)?$/.test(route) && existsSync(fileOf(route)));
    expect(served.length).toBeGreaterThan(10);
    for (const route of served) {
      const page = leaveOutStaticParts(html(route));
      const data = [...page.matchAll(/<script>(self\.__next_f\.push[\s\S]*?)<\/script>/g)].map(([, script]) => script).join("");
      const structured = /<script type="application\/ld\+json">[\s\S]*?<\/script>/.exec(page)?.[0] ?? "";
      const sentences = [...page.matchAll(/<(?:p|li|dd|td)\b[^>]*>([^<>&"]{50,})</g)].map(([, text]) => text!).filter((text) => !structured.includes(text));
      expect(sentences.length, route).toBeGreaterThan(0);
      // The guide's own line and the page's description are needed for something else; of a roadmap's section only the folds are static.
      expect(sentences.filter((text) => data.includes(text)).length, route).toBeLessThanOrEqual(/\/(roadmap|all)$/.test(route) ? 12 : 2);
    }
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
    expect(ours.filter((route) => !html(route).includes(headScript))).toEqual([]);
  });

  it("of the guide, and the first one, needs no server to be drawn", () => {
    const { routes, dynamicRoutes } = manifest<Prerendered>("prerender-manifest.json");
    const open = pages().filter((address) => address === "/" || address.startsWith("/guide"));
    expect(open.filter((address) => !(address in routes) && !(address in dynamicRoutes))).toEqual([]);
  });

  it("for one person is never prerendered", () => {
    const { routes } = manifest<Prerendered>("prerender-manifest.json");
    const personal = /^\/(roadmap|portfolio|reviews|mentor|settings|notifications|admin|people)(\/|$)/;
    expect(Object.keys(routes).filter((route) => personal.test(route))).toEqual([]);
  });
});

describe("the guide", () => {
  const { routes, dynamicRoutes } = existsSync(join(build, "prerender-manifest.json")) ? manifest<Prerendered>("prerender-manifest.json") : { routes: {}, dynamicRoutes: {} };
  const sections = Object.keys(routes).filter((route) => /^\/guide\/[^/]+(\/[^/]+)?$/.test(route) && !route.endsWith("/all"));
  const content = (route: string, pattern: RegExp) => pattern.exec(html(route))?.[1] ?? "";

  it("has a picture for each of its pages, drawn when it was built and never on request", () => {
    expect(dynamicRoutes["/guide/[slug]/cards/[card]"]?.fallback).toBe(false);
    expect(sections.length).toBeGreaterThan(10);
    const cards = sections.map((route) => new URL(content(route, /<meta property="og:image" content="([^"]+)"/)).pathname);
    expect(new Set(cards).size).toBe(sections.length);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
    for (const card of cards) expect(readFileSync(join(build, "server/app", `${card}.body`)).subarray(0, 4), card).toEqual(signature);
  });

  it("says on each page what it is, where it belongs, and how it looks where it is shared", () => {
    for (const route of sections) {
      expect(new URL(content(route, /<link rel="canonical" href="([^"]+)"/)).pathname).toBe(route);
      expect(content(route, /<meta name="description" content="([^"]+)"/).length, route).toBeGreaterThan(40);
      expect(html(route), route).toContain('<meta name="twitter:card" content="summary_large_image"/>');
      const data = JSON.parse(content(route, /<script type="application\/ld\+json">(.*?)<\/script>/)) as { "@graph": { "@type": string; dateModified?: string }[] };
      const types = data["@graph"].map((each) => each["@type"]);
      expect(types, route).toEqual(["TechArticle", "BreadcrumbList", ...(route.endsWith("/terms") ? ["DefinedTermSet"] : [])]);
      expect(data["@graph"][0]?.dateModified).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it("holds everything on one page, at its own address, and leaves the sitemap to the sections", () => {
    const whole = Object.keys(routes).filter((route) => /^\/guide\/[^/]+\/all$/.test(route));
    expect(whole.length).toBeGreaterThan(0);
    for (const route of whole) expect(html(route)).toMatch(new RegExp(`<link rel="canonical" href="[^"]+${route}"`));
    expect(readFileSync(join(build, "server/app/sitemap.xml.body"), "utf8")).not.toMatch(/\/all</);
  });

  it("brings little JavaScript of its own beyond the frame that every page has; npm run bench weighs it against an empty page", () => {
    const frame = weigh("/_not-found");
    expect(frame).toBeGreaterThan(100_000);
    for (const route of sections) expect(weigh(route) - frame, route).toBeLessThanOrEqual(9_000);
  });
});

/** The gzipped bytes of the scripts that a page asks for by itself. */
function weigh(route: string): number {
  const scripts = [...html(route).matchAll(/<script[^>]*\ssrc="\/_next\/([^"?]+)[^"]*"/g)].map((match) => match[1] ?? "");
  return [...new Set(scripts)].reduce((sum, file) => sum + gzipSync(readFileSync(join(build, decodeURIComponent(file)))).length, 0);
}

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
