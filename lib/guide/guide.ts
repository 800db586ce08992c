import { guides } from "#lib/guide/content/guides.ts";
import { type Library, makeLibrary } from "#lib/guide/library.ts";

/**
 * The guides of this installation, as everybody outside this room sees them.
 * Pure and isomorphic, but it carries the content: client components may import its types only (tests/house/browser.test.ts looks).
 */
export type Hours = { low: number; high: number };

export type Criterion = { id: string; text: string };

/** A row of a step's rubric: what level 0, 1, 2 and 3 look like. Feedback only, never part of a verdict. */
export type Dimension = { id: string; title: string; levels: readonly [string, string, string, string] };

/** `seen` is when and where the resource was looked at; null means that nobody has, and that cost and licence are unknown. */
export type Resource = {
  id: string;
  name: string;
  url: string;
  kind: string;
  cost: string | null;
  official: boolean;
  licence: string | null;
  note: string | null;
  seen: { day: string; at: string; published: string | null } | null;
};

export type Item = {
  id: string;
  title: string;
  /** What evidence of this item is, in words: "A notebook". */
  shows: string;
  hours: Hours;
  edition: number;
  criteria: readonly Criterion[];
  resources: readonly Resource[];
};

export type Step = {
  id: string;
  number: number;
  title: string;
  /** One or two words, for markers and navigation. */
  shortTitle: string;
  summary: string;
  hours: Hours;
  /** What the hours are based on. */
  effort: string;
  items: readonly Item[];
  dimensions: readonly Dimension[];
};

export type Guide = {
  /** The first part of every id of this guide: "mle". */
  id: string;
  slug: string;
  title: string;
  description: string;
  steps: readonly Step[];
};

export type FoundItem = { item: Item; step: Step; guide: Guide };

const installed: Library = makeLibrary(guides);

export function listGuides(): readonly Guide[] {
  return installed.listGuides();
}

/** Null when there is no such guide. */
export function getGuide(slug: string): Guide | null {
  return installed.getGuide(slug);
}

/** Null when no current guide has the item; removed items are not found. */
export function getItem(itemId: string): FoundItem | null {
  return installed.getItem(itemId);
}

/** In the order of the roadmap; empty when there is no such guide. */
export function listItems(guideSlug: string): readonly Item[] {
  return installed.listItems(guideSlug);
}
