import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WhatItShows } from "#components/review/what-it-shows.tsx";
import type { VersionDto } from "#lib/portfolio/schema.ts";

const version = (number: number, shows: string): VersionDto => ({
  versionId: `version-${number}`, number, kind: "article", title: "A loaf", url: "https://example.org/loaf", shows, createdAt: "2026-11-23T00:00:00.000Z",
});
const textOf = (now: VersionDto, before: VersionDto | null) =>
  renderToStaticMarkup(createElement(WhatItShows, { version: now, previous: before })).replace(/<[^>]+>/g, "");

describe("What an evidence shows", () => {
  it("says what its marks mean, and since which version, wherever changes are marked", () => {
    expect(textOf(version(3, "It has risen."), version(2, "It has a crust."))).toContain("Changes since version 2 are marked: added, removed.");
  });

  it("says nothing of marks where there are none", () => {
    expect(textOf(version(1, "It has risen."), null)).toBe("It has risen.");
    expect(textOf(version(3, "It has risen."), version(2, "It has risen."))).toBe("It has risen.");
  });
});
