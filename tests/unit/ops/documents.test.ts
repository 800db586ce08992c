import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { headScript } from "#lib/base/head-script.ts";
import { hashSource } from "#lib/ops/content-policy.ts";
import { bestEncoding, Documents } from "#lib/ops/documents.ts";

it.each([
  ["br, gzip", "br"],
  ["gzip, deflate", "gzip"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["BR;q=0.5", "br"],
  ["br;q=0.0, gzip; q=0", "identity"],
  ["brotli", "identity"],
  [undefined, "identity"],
])("Accept-Encoding %j is answered with %s", (header, encoding) => {
  expect(bestEncoding(header)).toBe(encoding);
});

/** A build with a page, a file of text, a picture and a guide's file, served as the thin server does; `prepare` may change it before. */
async function served(prepare: (build: string) => void = () => {}): Promise<{ url: string; stop: () => void }> {
  const build = mkdtempSync(join(tmpdir(), "cairn-documents-"));
  const write = (name: string, content: string | Buffer) => {
    mkdirSync(dirname(join(build, "server/app", name)), { recursive: true });
    writeFileSync(join(build, "server/app", name), content);
  };
  const file = (name: string, type: string, content: string | Buffer) => {
    write(`${name}.body`, content);
    write(`${name}.meta`, JSON.stringify({ status: 200, headers: { "content-type": type, "x-next-cache-tags": "_N_T_/layout" } }));
  };
  write("index.html", `<head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><script>${headScript}</script></head><body><script>first()</script><script src="/a.js" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"data"])</script>${"<p>page</p>".repeat(100)}</body>`);
  write("_not-found.html", "<p>nothing here</p>");
  file("sitemap.xml", "application/xml", `<urlset>${"<url/>".repeat(100)}</urlset>`);
  file("guide/baker/card", "image/png", picture);
  file("guide/baker/files/guide.md", "text/markdown; charset=utf-8", `# Baker\n${"Bread. ".repeat(100)}`);
  file("guide/baker/files/search.json", "application/json; charset=utf-8", "{}");
  write("../../static/chunks/a1.js", "run();".repeat(100));
  write("../../static/media/face.woff2", picture);
  write("../../static/chunks/a1.js.map", "{}");
  const routes = ["/", "/_not-found", "/sitemap.xml", "/guide/baker/card", "/guide/baker/files/guide.md", "/guide/baker/files/search.json"];
  writeFileSync(join(build, "prerender-manifest.json"), JSON.stringify({
    routes: Object.fromEntries(routes.map((route) => [route, {}])),
    dynamicRoutes: { "/guide/[slug]": { routeRegex: "^/guide/([^/]+?)(?:/)?$", fallback: false }, "/guide/[slug]/files/[file]": { routeRegex: "^/guide/([^/]+?)/files/([^/]+?)(?:/)?$", fallback: false } },
  }));
  prepare(build);
  const documents = new Documents(build, { "x-content-type-options": "nosniff" });
  rmSync(build, { recursive: true });
  const server = createServer((request, response) => {
    if (!documents.answer(request, response, request.url!.split("?", 1)[0]!)) response.writeHead(501).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => void server.close() };
}

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 400 }, () => 0)]);

describe("what a build has prerendered", () => {
  let url = "";
  let stop = () => {};
  beforeAll(async () => ({ url, stop } = await served()));
  afterAll(() => stop());
  const ask = async (path: string, headers: Record<string, string> = {}, method = "GET") => await fetch(`${url}${path}`, { method, headers, redirect: "manual" });

  it("is found without the slash that somebody put at the end", async () => {
    const answer = await ask("/sitemap.xml/?a=b");
    expect([answer.status, answer.headers.get("location"), answer.headers.get("x-content-type-options")]).toEqual([308, "/sitemap.xml?a=b", "nosniff"]);
  });

  it("is answered whole: a page with the policy of its scripts, a file with one under which nothing runs", async () => {
    const page = await ask("/");
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toMatch(/script-src 'self' 'sha256-/);
    expect(page.headers.get("vary")).toBe("Accept-Encoding, RSC");
    const inline = [...(await page.text()).matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => hashSource(text!));
    expect(inline).toHaveLength(3);
    for (const hash of inline) expect(page.headers.get("content-security-policy")).toContain(hash);
    const file = await ask("/sitemap.xml");
    expect(file.headers.get("content-type")).toBe("application/xml");
    expect(file.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(file.headers.get("vary")).toBe("Accept-Encoding");
    for (const { headers } of [page, file]) {
      expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-next-cache-tags")).toBeNull();
    }
  });

  it("has a page's data beside it, which a browser keeps for good", async () => {
    const [, address] = /<script type="text\/held-data" src="([^"]+)">/.exec(await (await ask("/")).text())!;
    const data = await ask(address!);
    expect(await data.json()).toEqual([[1, "data"]]);
    expect(data.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(data.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(data.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(data.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("is compressed where that pays, and never a picture", async () => {
    expect((await ask("/sitemap.xml", { "accept-encoding": "gzip" })).headers.get("content-encoding")).toBe("gzip");
    expect((await ask("/guide/baker.md", { "accept-encoding": "br, gzip" })).headers.get("content-encoding")).toBe("br");
    const card = await ask("/guide/baker/card", { "accept-encoding": "br, gzip" });
    expect(card.headers.get("content-encoding")).toBeNull();
    expect(Buffer.from(await card.arrayBuffer())).toEqual(picture);
    expect((await ask("/guide/baker/search.json", { "accept-encoding": "br" })).headers.get("content-encoding")).toBeNull();
  });

  it("is kept for good by browsers where its name changes with what it holds: what pages load", async () => {
    const script = await ask("/_next/static/chunks/a1.js", { "accept-encoding": "br, gzip" });
    expect(await script.text()).toMatch(/^run/);
    expect(["content-type", "content-encoding", "cache-control", "vary", "x-content-type-options"].map((name) => script.headers.get(name)))
      .toEqual(["text/javascript; charset=utf-8", "br", "public, max-age=31536000, immutable", "Accept-Encoding", "nosniff"]);
    const font = await ask("/_next/static/media/face.woff2", { "accept-encoding": "br, gzip" });
    expect([font.headers.get("content-type"), font.headers.get("content-encoding")]).toEqual(["font/woff2", null]);
    expect(Buffer.from(await font.arrayBuffer())).toEqual(picture);
    for (const path of ["/_next/static/chunks/a1.js.map", "/_next/static/chunks/none.js", "/_next/static/../server/app/index.html", "/_next/static/%2e%2e/server/app/index.html"]) {
      // As it is written: fetch would resolve the dots before it asks.
      const [answer] = await once(get(url, { path }), "response") as [IncomingMessage];
      answer.resume();
      expect(answer.statusCode, path).not.toBe(200);
    }
  });

  it("is found at its public address alone", async () => {
    expect(await (await ask("/guide/baker.md")).text()).toMatch(/^# Baker/);
    expect(await (await ask("/guide/baker/search.json")).text()).toBe("{}");
    for (const path of ["/guide/baker/files/guide.md", "/guide/nobody.md", "/guide/baker.txt", "/guide/nobody"]) {
      const answer = await ask(path);
      expect([answer.status, answer.headers.get("etag"), answer.headers.get("cache-control")], path).toEqual([404, null, "no-store"]);
      expect(await answer.text()).toContain("nothing here");
    }
  });

  it("is not sent again to who has it, also through a proxy that marks tags as weak", async () => {
    const tag = (await ask("/guide/baker.md")).headers.get("etag")!;
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const answer = await ask("/guide/baker.md", { "if-none-match": known });
      expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, tag, ""]);
      expect(answer.headers.get("content-security-policy")).not.toBeNull();
    }
    expect((await ask("/guide/baker.md", { "if-none-match": '"other"' })).status).toBe(200);
  });

  it("has no body for HEAD but the same headers, refuses other methods, and leaves Next's own data to others", async () => {
    const [head, get] = [await ask("/sitemap.xml", { "accept-encoding": "identity" }, "HEAD"), await ask("/sitemap.xml", { "accept-encoding": "identity" })];
    expect(await head.text()).toBe("");
    expect(head.headers.get("content-length")).toBe(get.headers.get("content-length"));
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      const refused = await ask("/", {}, method);
      expect([refused.status, refused.headers.get("allow")], method).toEqual([405, "GET, HEAD"]);
    }
    expect((await ask("/no-document", {}, "POST")).status).toBe(501);
    expect((await ask("/", { rsc: "1" })).status).toBe(501);
    for (const query of ["utm=abc", "_rsc=abc"]) expect((await ask(`/?${query}`)).status).toBe(200);
  });
});

it("what a build keeps compressed is sent as it is, and the rest is compressed at the start", async () => {
  const { url, stop } = await served((build) => {
    Documents.pack(build);
    const folder = join(build, "packed");
    const kept = readdirSync(folder);
    expect(kept.filter((name) => name.endsWith(".gzip"))).toHaveLength(7);
    for (const name of kept) {
      if (name.endsWith(".gzip")) writeFileSync(join(folder, name), gzipSync("kept"));
      else rmSync(join(folder, name));
    }
  });
  const ask = async (encoding: string) => await (await fetch(url, { headers: { "accept-encoding": encoding } })).text();
  expect(await ask("gzip")).toBe("kept");
  expect(await ask("br")).toContain("<p>page</p>");
  stop();
});
