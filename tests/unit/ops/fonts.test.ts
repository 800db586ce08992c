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

  it("are looked for in the families that app/fonts.ts declares, before the fallback that is fitted to them", () => {
    const families = [...readFileSync("app/fonts.ts", "utf8").matchAll(/prop: "font-family", value: "(\w+)"/g)].map(([, family]) => family!);
    const lists = readFileSync("app/globals.css", "utf8");
    const listed = (name: string) => new RegExp(`--font-${name}: (.+?) Fallback"`).exec(lists)?.[1]?.replace('"', "").split(", ");
    const [serifs, sanses] = ["newsreader", "instrumentSans"].map((name) => [...new Set(families.filter((family) => family.startsWith(name)))]);
    expect(listed("serif")).toEqual([...serifs!, "newsreader"]);
    expect(listed("sans")).toEqual([...sanses!, "instrumentSans"]);
  });
});
