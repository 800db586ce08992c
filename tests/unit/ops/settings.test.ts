import { describe, expect, it } from "vitest";
import { readSettings } from "#lib/ops/settings.ts";

const read = (environment: Record<string, string>) => readSettings(environment as NodeJS.ProcessEnv);
const database = "postgresql://cairn:secret@127.0.0.1/cairn";
const secret = "s".repeat(32);

describe("the operator's settings", () => {
  it("are complete when nothing is set", () => {
    expect(read({})).toMatchObject({ port: 3000, host: "127.0.0.1", url: "http://127.0.0.1:3000", databaseUrl: null, demo: true, proxyHops: 0 });
  });

  it("follow the port with the address", () => {
    expect(read({ PORT: "4000" }).url).toBe("http://127.0.0.1:4000");
  });

  it("fill in no demo community in somebody's own database", () => {
    expect(read({ DATABASE_URL: database, CAIRN_SECRET: secret }).demo).toBe(false);
  });

  it("listen on loopback only with the embedded database", () => {
    expect(read({ CAIRN_HOST: "0.0.0.0" }).host).toBe("127.0.0.1");
    expect(read({ CAIRN_HOST: "0.0.0.0", DATABASE_URL: database, CAIRN_SECRET: secret }).host).toBe("0.0.0.0");
  });

  it.each([
    [{ PORT: "three" }, "PORT"],
    [{ PORT: "70000" }, "PORT"],
    [{ PORT: "-1" }, "PORT"],
    [{ DATABASE_URL: database }, "CAIRN_SECRET"],
    [{ CAIRN_SECRET: "short" }, "CAIRN_SECRET"],
    [{ CAIRN_URL: "mentors.example.org" }, "CAIRN_URL"],
    [{ CAIRN_URL: "https://example.org/cairn" }, "CAIRN_URL"],
    [{ CAIRN_URL: "ftp://example.org" }, "CAIRN_URL"],
    [{ CAIRN_PROXY_HOPS: "many" }, "CAIRN_PROXY_HOPS"],
    [{ CAIRN_POOL: "abc" }, "CAIRN_POOL"],
    [{ CAIRN_LOG: "verbose" }, "CAIRN_LOG"],
    [{ CAIRN_SMTP_URL: "smtp://mail.example.org" }, "CAIRN_MAIL_FROM"],
    [{ CAIRN_MAIL_FROM: "cairn@example.org" }, "CAIRN_SMTP_URL"],
  ])("refuse %j with a sentence that names the variable", (environment, name) => {
    expect(() => read(environment as Record<string, string>)).toThrow(name);
  });
});
