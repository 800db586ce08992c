import { describeProblems } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { readGuide } from "#lib/guide/store.ts";
import { tinyGuide, tinyProse } from "#tests/support/tiny-guide.ts";

/** The problems of the tiny guide after something in it was broken, as a failing build prints them. `slugs` are of the guides that stand beside it. */
export function problemsOf(breakIt: (content: GuideContent) => void, prose: Record<string, string> = tinyProse, slugs: readonly string[] = []): string {
  const content = tinyGuide();
  breakIt(content);
  return describeProblems("baker", readGuide(content, prose, slugs).problems);
}

export const written = (body: string) => ({ "the-work": tinyProse["the-work"] + body });
export const unchanged = () => {};
export const first = <T>(list: readonly T[]): T => {
  if (list[0] === undefined) throw new Error("the tiny guide has one");
  return list[0];
};
export const rise = { id: "rise", occupation: "Bakers", place: "Utopia", period: "2024-34", growthPercent: 3 };
export const loaves = { id: "loaves", what: "Loaves baked in Utopia", year: 2025, values: { baked: { unit: "count", label: "About", value: 12000 } } };
export const firstItem = (content: GuideContent) => first(first(content.roadmap.steps).items);
