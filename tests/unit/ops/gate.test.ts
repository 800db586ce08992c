import { describe, expect, it } from "vitest";
import { cleanHeaders, clientAddress, refusalOf } from "#lib/ops/gate.ts";

const own = new URL("https://mentors.example.org");
const ask = (url: string, { method = "GET", host = "mentors.example.org" } = {}) => refusalOf({ method, url, headers: { host } }, own);

describe("the gate", () => {
  it("lets a request to this installation's own name through", () => {
    expect(ask("/guide/machine-learning-engineer?from=%E0")).toBeNull();
    expect(ask("/", { host: "MENTORS.example.org" })).toBeNull();
  });

  it.each(["/%E0%A4%A", "/%", "/a%00b", "//evil.example", "/\\evil.example", "http://evil.example/", "*", "", "/portfolio/..", "/x/%2e%2e/guide", "/x/.%2E", "/./", "/guide%2f..%2f"])("answers the malformed address %j with 400", (url) => {
    expect(ask(url)?.status).toBe(400);
  });

  it("lets dots through that belong to a name", () => {
    for (const path of ["/guide/machine-learning-engineer.md", "/.well-known/security.txt", "/a..b/...", "/?a=/../"]) expect(ask(path), path).toBeNull();
  });

  it.each(["[]", "[\"\"]", "[null]", "[{}]", "[\"\",null]", "[\"\",{\"children\":[\"x\"]}]", "[1e999]", "{}", "x"])("answers the router's state %j with 400", (state) => {
    const headers = { host: own.host, rsc: "1", "next-router-state-tree": encodeURIComponent(state) };
    expect(refusalOf({ method: "GET", url: "/portfolio", headers }, own)?.status).toBe(400);
  });

  it("lets the state of Next's router through", () => {
    const state = ["", { children: ["portfolio", { children: ["__PAGE__", {}] }] }, null, "refetch"];
    const headers = { host: own.host, rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(state)) };
    expect(refusalOf({ method: "GET", url: "/portfolio", headers }, own)).toBeNull();
  });

  it.each(["TRACE", "TRACK", "PROPFIND"])("refuses the method %s", (method) => {
    expect(ask("/", { method })?.status).toBe(405);
  });

  it("answers for no other host name", () => {
    expect(ask("/", { host: "evil.example" })?.status).toBe(421);
    expect(refusalOf({ method: "GET", url: "/", headers: {} }, own)?.status).toBe(421);
    expect(ask("/", { host: "127.0.0.1.evil.example" })?.status).toBe(421);
  });

  it.each(["localhost:3000", "127.0.0.1", "[::1]:3000"])("leads the loopback name %s to the installation's address", (host) => {
    expect(ask("/guide?a=b", { host })).toMatchObject({ status: 307, location: "https://mentors.example.org/guide?a=b" });
  });

  it("answers health checks under any name", () => {
    expect(ask("/api/health/live", { host: "10.0.0.7:3000" })).toBeNull();
    expect(ask("/api/health/ready?by=probe", { host: "10.0.0.7:3000" })).toBeNull();
    // Dots in a path would be resolved behind the gate.
    for (const path of ["/api/health/../v1/account/me", "/api/health/live/%2e%2e/%2e%2e/v1/account/me"]) {
      expect(ask(path, { host: "evil.example" })?.status).toBe(400);
    }
  });
});

describe("the client's address", () => {
  it("is the connection's when no proxy of ours stands in front, whatever the client claims", () => {
    expect(clientAddress({ "x-forwarded-for": "1.2.3.4" }, "::ffff:10.0.0.1", 0)).toBe("10.0.0.1");
  });

  it("is what the outermost of our proxies saw", () => {
    expect(clientAddress({ "x-forwarded-for": "6.6.6.6, 1.2.3.4" }, "10.0.0.1", 1)).toBe("1.2.3.4");
    expect(clientAddress({ "x-forwarded-for": "6.6.6.6, 1.2.3.4, 10.0.0.2" }, "10.0.0.1", 2)).toBe("1.2.3.4");
  });

  it("is the connection's when the chain is shorter than our proxies", () => {
    expect(clientAddress({ "x-forwarded-for": "1.2.3.4" }, "10.0.0.1", 2)).toBe("10.0.0.1");
  });
});

describe("headers that only the server may set", () => {
  it("are taken from the client and written anew", () => {
    const headers = {
      host: "mentors.example.org", accept: "text/html", "x-cairn-client-ip": "6.6.6.6", "x-forwarded-host": "evil.example",
      cookie: "cairn.session=a; next-auth.callback-url=http://evil.example; other=b=c; __Secure-authjs.callback-url=; xcallback-urls=d",
      "x-middleware-subrequest": "middleware", "content-security-policy": "script-src 'nonce-known'", "x-real-ip": "6.6.6.6",
    };
    const request = { headers, socket: { remoteAddress: "10.0.0.1" } } as unknown as Parameters<typeof cleanHeaders>[0];
    cleanHeaders(request, { own, proxyHops: 0 });
    expect(request.headers).toEqual({
      host: "mentors.example.org", accept: "text/html", "x-cairn-client-ip": "10.0.0.1", cookie: "cairn.session=a; other=b=c; xcallback-urls=d",
      "x-forwarded-for": "10.0.0.1", "x-forwarded-host": "mentors.example.org", "x-forwarded-proto": "https",
    });
  });
});
