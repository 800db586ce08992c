import { describe, expect, it } from "vitest";
import { homePath, returnPath } from "#lib/account/return-path.ts";

describe("where sign-in leads", () => {
  it.each(["/portfolio", "/reviews/1?a=b#c", "/"])("is the path that was asked for: %s", (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "https://evil.example",
    "data:text/html,evil", "evil.example", "/..//evil.example", "/./\\evil.example", "", undefined, ["/portfolio", "/reviews"], 7,
  ])("is home for what leads elsewhere, or nowhere: %j", (next) => {
    expect(returnPath(next)).toBe(homePath);
  });
});
