import { describe, expect, it } from "vitest";
import { linkProblem } from "#lib/base/link.ts";

describe("a link", () => {
  it.each(["https://example.org", "http://localhost:3000/x?q=a@b#c@d", "HTTPS://Example.org/a/@b", "https://[::1]/", "https://例え.jp/道"])("that is kept: %s", (link) => {
    expect(linkProblem(link)).toBeNull();
  });

  it.each([
    ["https://user:secret@example.org/", /would share them/], ["https://@example.org", /would share them/], ["https://:@example.org/", /would share them/],
    ["https:///example.org", /not a complete web address/], ["https://evil.example\\@good.example", /not a complete web address/], ["https://", /not a complete web address/],
    ["ftp://example.org", /starts with/], ["https://exa mple.org", /no spaces/],
  ])("that is not kept says why: %s", (link, why) => {
    expect(linkProblem(link)).toMatch(why);
  });
});
