import { describe, expect, it } from "vitest";
import { parseToken, wordsOf } from "#lib/notification/unsubscribe-token.ts";

const userId = "6f2b1c1e-8a5d-4d4e-9b53-0d7b3a1f8a10";

describe("the token of a link that ends mails", () => {
  it("names a person, and a kind or the digest", () => {
    for (const what of ["returned", "digest"] as const) {
      expect(parseToken(`${wordsOf({ userId, what })}.signature`)).toEqual({ userId, what, signature: "signature" });
    }
  });

  it.each(["", "..", `${userId}.returned`, `${userId}.returned.`, `${userId}.returned.a.b`, `${userId}.toString.a`, `${userId}'.returned.a`, "x.returned.a"])("is not %j", (token) => {
    expect(parseToken(token)).toBeNull();
  });
});
