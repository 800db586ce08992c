import { findIn, searchOptions, type Entry, type Finding } from "#lib/guide/search-entry.ts";

export type Search = (query: string) => Finding[];

const loading = new Map<string, Promise<Search>>();

/** Fetches a guide's index once; after that a search asks no server. Rejects when it cannot be fetched, and can then be called again. */
export function loadSearch(slug: string): Promise<Search> {
  const known = loading.get(slug);
  if (known) return known;
  const fresh = load(slug);
  loading.set(slug, fresh);
  fresh.catch(() => loading.delete(slug));
  return fresh;
}

async function load(slug: string): Promise<Search> {
  const [{ default: MiniSearch }, answer] = await Promise.all([import("minisearch"), fetch(`/guide/${slug}/search.json`)]);
  if (!answer.ok) throw new Error(`the index was answered with ${answer.status}`);
  const index = MiniSearch.loadJSON<Entry>(await answer.text(), searchOptions);
  return (query) => findIn(index, query);
}
