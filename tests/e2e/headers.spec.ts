import { connect } from "node:net";
import { expect } from "@playwright/test";
import { test, url } from "#tests/support/browser.ts";

const paths = ["/", "/guide/machine-learning-engineer", "/sign-in", "/no-such-page", "/guide/no-such-guide", "/_global-error", "/guide/machine-learning-engineer.md", "/guide/machine-learning-engineer/search.json", "/sitemap.xml", "/roadmap/machine-learning-engineer", "/favicon.svg", "/api/health/ready", "/api/v1/no-such-operation", "/api/v1/openapi.json", "/_next/static/no-such-chunk.js"];

/** Sends bytes as they are, which no client library would, and returns what comes back. */
async function exchange(text: string): Promise<string> {
  const { hostname, port } = new URL(url());
  return await new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}

const send = (line: string, host = new URL(url()).host) => exchange(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);

for (const path of paths) {
  test(`${path} carries the strict headers`, async ({ request }) => {
    const headers = (await request.get(`${url()}${path}`, { maxRedirects: 0 })).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["x-powered-by"]).toBeUndefined();
  });
}

test("a page that is loaded from Next is out of the hold of a window that opened it; a prerendered one needs no process of its own", async ({ request }) => {
  const policy = async (path: string) => (await request.get(`${url()}${path}`, { maxRedirects: 0 })).headers()["cross-origin-opener-policy"];
  for (const path of ["/sign-in", "/no-such-page", "/roadmap/machine-learning-engineer", "/api/v1/openapi.json"]) expect(await policy(path), path).toBe("same-origin");
  for (const path of ["/", "/guide/machine-learning-engineer", "/guide/no-such-guide"]) expect(await policy(path), path).toBeUndefined();
});

test("a request that offers another protocol is answered in this one", async () => {
  for (const path of ["/", "/sign-in", "/api/health/ready"]) {
    const answer = await exchange(`GET ${path} HTTP/1.1\r\nHost: ${new URL(url()).host}\r\nConnection: Upgrade, close\r\nUpgrade: h2c\r\n\r\n`);
    expect(answer).toContain("HTTP/1.1 200 OK");
  }
});

test("a connection ends with the answer to a request that offers another protocol, since what came with it was not read", async () => {
  for (const path of ["/api/health/live", "/", "/sign-in"]) {
    const answer = await exchange(`GET ${path} HTTP/1.1\r\nHost: ${new URL(url()).host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`);
    expect(answer).toMatch(/^connection: close\r$/im);
  }
});

test("an expectation that cannot be met is refused under the strict headers", async () => {
  const answer = await exchange(`GET / HTTP/1.1\r\nHost: ${new URL(url()).host}\r\nConnection: close\r\nExpect: the-impossible\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1.1 417 /);
  expect(answer).toContain("x-content-type-options: nosniff");
});

test("two requests of a dynamic page never get the same nonce", async ({ request }) => {
  const nonces = await Promise.all([1, 2].map(async () => /'nonce-([^']+)'/.exec((await request.get(`${url()}/sign-in`)).headers()["content-security-policy"] ?? "")?.[1]));
  expect(nonces).not.toContain(undefined);
  expect(new Set(nonces).size).toBe(2);
});

test("every script of a page that is rendered at the request carries its nonce, but for the theme's, which is known by its hash", async ({ request }) => {
  const response = await request.get(`${url()}/sign-in`);
  const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
  const scripts = [...(await response.text()).matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toHaveLength(1);
});

test("a client cannot choose the nonce", async ({ request }) => {
  const response = await request.get(`${url()}/no-such-page`, { headers: { "content-security-policy": "script-src 'nonce-chosen'" } });
  expect(await response.text()).not.toContain("chosen");
});

test("a prerendered page is compressed, and not sent again to who has it", async ({ request }) => {
  const first = await request.get(`${url()}/`, { headers: { "accept-encoding": "br" } });
  expect(first.headers()["content-encoding"]).toBe("br");
  const second = await request.get(`${url()}/`, { headers: { "if-none-match": first.headers()["etag"]! } });
  expect(second.status()).toBe(304);
});

test("what Next's client reads of a page is kept by nobody", async () => {
  for (const path of ["/", "/guide/machine-learning-engineer", "/sign-in"]) {
    const answer = await fetch(`${url()}${path}?_rsc=abc`, { headers: { rsc: "1" } });
    expect(answer.headers.get("content-type")).toContain("text/x-component");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  }
});

test("what a page loads is compressed as far as it goes, and kept by the browser for good", async ({ request }) => {
  const page = await (await request.get(`${url()}/sign-in`)).text();
  const loaded = [...new Set(page.match(/\/_next\/static\/[^"\\]+\.(js|css)/g))];
  expect(loaded.length).toBeGreaterThan(5);
  for (const path of loaded) {
    const { "content-encoding": encoding, "cache-control": cache, etag } = (await request.get(`${url()}${path}`, { headers: { "accept-encoding": "br, gzip" } })).headers();
    expect([encoding, cache], path).toEqual(["br", "public, max-age=31536000, immutable"]);
    expect(etag, path).toBeDefined();
  }
});

const files = [
  ["/guide/machine-learning-engineer.md", "text/markdown; charset=utf-8", /^# Machine learning engineer/],
  ["/guide/machine-learning-engineer.json", "application/json; charset=utf-8", /^\{"version":2,/],
  ["/guide/machine-learning-engineer.atom", "application/atom+xml; charset=utf-8", /<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"/],
  ["/guide/machine-learning-engineer/search.json", "application/json; charset=utf-8", /"storedFields"/],
  ["/sitemap.xml", "application/xml", /<loc>.*\/guide\/machine-learning-engineer\/roadmap<\/loc>/],
  ["/robots.txt", "text/plain", /^Sitemap: /m],
] as const;

for (const [path, type, content] of files) {
  test(`${path} is a file of its own kind, compressed once and not sent again to who has it`, async ({ request }) => {
    const first = await request.get(`${url()}${path}`, { headers: { "accept-encoding": "br" } });
    expect(await first.text()).toMatch(content);
    const { "content-type": given, etag = "", "content-security-policy": policy, "cache-control": cache } = first.headers();
    expect([given, policy, cache]).toEqual([type, "default-src 'none'; frame-ancestors 'none'", "public, max-age=0, must-revalidate"]);
    expect((await request.get(`${url()}${path}`, { headers: { "if-none-match": etag } })).status()).toBe(304);
    const head = await request.head(`${url()}${path}`);
    expect([head.status(), await head.text(), head.headers()["etag"]]).toEqual([200, "", etag]);
  });
}

test("the feed is well-formed", async ({ page, request }) => {
  const feed = await (await request.get(`${url()}/guide/machine-learning-engineer.atom`)).text();
  const entries = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "application/xml");
    return parsed.querySelector("parsererror") ? -1 : parsed.querySelectorAll("feed > entry > updated").length;
  }, feed);
  expect(entries).toBeGreaterThan(0);
});

test("a file of no guide, and a file at the address that it was built at, are not there", async ({ request }) => {
  for (const path of ["/guide/no-such-guide.md", "/guide/no-such-guide.json", "/guide/no-such-guide/search.json", "/guide/machine-learning-engineer/files/guide.md"]) {
    expect((await request.get(`${url()}${path}`)).status(), path).toBe(404);
  }
});

test("what no page of ours would send is refused, with the same headers", async () => {
  for (const [line, status] of [["GET /%E0%A4%A", 400], ["GET //evil.example", 400], ["TRACE /", 405], ["NONSENSE /", 400]] as const) {
    const answer = await send(line);
    expect(answer, line).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer, line).toContain("x-content-type-options: nosniff");
  }
});

test("a body that is not JSON by its own account is refused unread", async ({ request }) => {
  const post = async (type: string) => await request.post(`${url()}/api/v1/account/sign-up`, { headers: { "content-type": type }, data: Buffer.from("{}") });
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/json-patch+json", "application/jsonp"]) {
    expect((await post(type)).status(), type).toBe(415);
  }
  for (const type of ["application/json", "application/json; charset=utf-8", "application/JSON;charset=UTF-8"]) {
    expect((await post(type)).status(), type).toBe(422);
  }
});

test("another host name is not answered, another loopback name is led here", async () => {
  expect(await send("GET /", "evil.example")).toMatch(/^HTTP\/1.1 421 /);
  const led = await send("GET /guide?a=b", `localhost:${new URL(url()).port}`);
  expect(led).toMatch(/^HTTP\/1.1 307 /);
  expect(led).toContain(`location: ${url()}/guide?a=b`);
});

test("of next-auth only what is used is served, and nothing that a visitor sends breaks it", async () => {
  const ask = async (path: string, init: RequestInit = {}) => await fetch(`${url()}/api/auth/${path}`, { redirect: "manual", ...init });
  expect((await ask("_log", { method: "POST", body: "{}" })).status).toBe(404);
  expect((await ask("callback/credentials")).status).toBe(404);
  for (const cookie of ["foo", `${url()}:x`, `${url()}.evil.example`, `${url()}@evil.example`, `${url()}/%00`, `${url()}/%E2%82%AC`]) {
    expect((await ask("session?callbackUrl=foo", { headers: { cookie: `next-auth.callback-url=${cookie}` } })).status, cookie).toBe(200);
  }
  expect((await ask("signout", { method: "POST", headers: { "content-type": "application/json" }, body: "{" })).status).toBeLessThan(500);
  const foreign = await ask("callback/credentials", { method: "POST", headers: { origin: "http://elsewhere.example" }, body: new URLSearchParams({ json: "true" }) });
  expect(foreign.status).toBe(403);
});
