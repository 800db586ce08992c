import MiniSearch from "minisearch";
import { findIn, searchOptions, type Entry } from "#lib/guide/search-entry.ts";

/** Asks for every title and every beginning of one, as somebody who types does; milliseconds of the slowest, after a first round to warm up. */
export async function timeSearches(url: string): Promise<{ queries: number; slowest: number }> {
  const text = await (await fetch(url)).text();
  const index = MiniSearch.loadJSON<Entry>(text, searchOptions);
  const { storedFields } = JSON.parse(text) as { storedFields: Record<string, Entry> };
  const queries = Object.values(storedFields).flatMap(({ title }) => [title.slice(0, 1), title.slice(0, 3), title.slice(0, 8), title]);
  const time = (query: string) => {
    const began = performance.now();
    findIn(index, query);
    return performance.now() - began;
  };
  queries.forEach(time);
  return { queries: queries.length, slowest: Math.max(...queries.map(time)) };
}
