import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { getGuide, getItem, listItems } from "#lib/guide/guide.ts";
import { homeGuide } from "#lib/guide/home.ts";

const slug = "machine-learning-engineer";

const files = ["app", "components", "lib"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("prisma/"))
    .map((name) => join(folder, name)),
);
const texts = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));

/** What a file loads: imports of types leave no trace in the bundle. */
function loads(file: string): string[] {
  const text = texts.get(file) ?? "";
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;]*?from "#([^"]+)";/gm)].map((match) => match[1] ?? "");
}

function reach(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of loads(file)) reach(next, seen);
  return seen;
}

describe("The guide that the portal opens with", () => {
  it("is one of those installed", () => {
    expect(getGuide(homeGuide)).not.toBeNull();
  });

  it("is named in its content and in one place of the code", () => {
    const naming = files.filter((file) => !file.startsWith(join("lib", "guide", "content")) && texts.get(file)!.includes(slug));
    expect(naming).toEqual([join("lib", "guide", "home.ts")]);
  });
});

describe("The guide's content", () => {
  it("never reaches the browser: no client component loads it, directly or through others", () => {
    const clients = files.filter((file) => /^["']use client["']/.test(texts.get(file) ?? ""));
    const offenders = clients.flatMap((client) => [...reach(client)].filter((file) => file.startsWith("lib/guide/content/")).map((file) => `${client} -> ${file}`));
    expect(clients.length).toBeGreaterThan(0);
    expect(offenders).toEqual([]);
  });
});

describe("The guide of this installation", () => {
  it("has six steps with 38 items, whose ids lead back to them", () => {
    expect(getGuide(slug)?.steps.map((step) => step.items.length)).toEqual([6, 6, 7, 6, 6, 7]);
    for (const item of listItems(slug)) expect(getItem(item.id)?.item).toBe(item);
    expect(getItem("mle.foundations.logistic-regression")?.item.criteria[0]?.id).toBe("mle.foundations.logistic-regression.gradient");
  });

  it("answers null for what it does not have", () => {
    expect([getGuide("plumber"), getItem("mle.none"), listItems("plumber")]).toEqual([null, null, []]);
  });
});
