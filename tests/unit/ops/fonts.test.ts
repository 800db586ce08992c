import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cutFont, cuts, fontFolder, unicodeRange } from "#lib/ops/fonts.ts";

describe("the fonts", () => {
  it.each(cuts.map((cut) => [cut.file, cut] as const))("%s is what lib/ops/fonts.ts makes", async (file, cut) => {
    expect((await cutFont(cut)).equals(readFileSync(join(fontFolder, file)))).toBe(true);
  });

  it("keep the preloaded roman, with its optical sizes, below 70 kB", () => {
    expect(readFileSync(join(fontFolder, "newsreader.woff2")).length).toBeLessThan(70_000);
  });

  it.each(cuts.filter(({ file }) => /uncommon|extended/.test(file)))("$file is fetched for its own letters alone", ({ file, text }) => {
    const declared = readFileSync("app/fonts.ts", "utf8").split("localFont(").find((call) => call.includes(`./fonts/${file}"`));
    expect(declared).toContain(`"${unicodeRange(text)}"`);
  });
});
