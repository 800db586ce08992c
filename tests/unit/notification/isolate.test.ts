import { expect, it } from "vitest";
import { isolated, oneLine } from "#lib/notification/isolate.ts";

it("a line break in a name cannot begin a second line", () => {
  expect(oneLine("Eve\r\nBcc: everybody@example.org\u2028x\u0000y")).toBe("Eve Bcc: everybody@example.org x y");
});

it("a long line is cut between characters, never inside one", () => {
  expect(oneLine("🪨".repeat(300))).toBe(`${"🪨".repeat(199)}…`);
});

it("somebody's words stay inside their own direction, emoji whole", () => {
  expect(isolated("مرحبا")).toBe("\u2068مرحبا\u2069");
  expect(isolated("👩‍🔬 \u202eabc\u202c")).toBe("\u2068👩‍🔬 abc\u2069");
});
