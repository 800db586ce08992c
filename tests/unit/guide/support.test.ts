import { expect, it } from "vitest";
import type { MeasureContent } from "#lib/guide/schema.ts";
import { listSupports } from "#lib/guide/support.ts";
import { loaves, rise } from "#tests/support/broken-guide.ts";
import { tinyGuide } from "#tests/support/tiny-guide.ts";

it("What rests on a source is said with its year, and only once where its own words have it", () => {
  const content = tinyGuide();
  const measured = { ...loaves, source: "guild" } as MeasureContent;
  content.sources.push({ ...content.sources[0]!, id: "mill", citedFor: "What millers say" });
  content.pay.push({ ...content.pay[0]!, id: "earlier", year: 2024 });
  content.growth.push({ ...rise, source: "guild" });
  content.measures.push(measured, { ...measured, id: "rolls", what: "Rolls baked in Utopia in 2025" }, { ...measured, id: "others", what: "Of others", source: "mill" });
  expect(listSupports("guild", content)).toEqual([
    "Bakers, Utopia, wages: 2024; 2025", "Projected jobs, 2024 to 2034: Bakers", "Loaves baked in Utopia, 2025", "Rolls baked in Utopia in 2025",
  ]);
  expect(listSupports("mill", content)).toEqual(["Of others, 2025", "What millers say"]);
});
