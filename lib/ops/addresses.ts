// A guide's files have addresses that no folder can have: Next takes [slug].md for a name, and a section has the place of
// search.json. They are prerendered below the guide, and answered at their public address by the thin server; by Next itself in development.

const files = { ".md": "guide.md", ".json": "guide.json", ".atom": "changes.atom", "/search.json": "search.json" } as const;

/** For next.config.ts. */
export const fileRewrites = Object.entries(files).map(([ending, file]) => ({
  source: `/guide/:slug([a-z0-9-]+)${ending}`, destination: `/guide/:slug/files/${file}`,
}));

/** Where a prerendered route is found from outside: at its own address, unless it is one of those files. */
export function publicAddress(route: string): string {
  const [, slug, file] = /^\/guide\/([a-z0-9-]+)\/files\/(.+)$/.exec(route) ?? [];
  const ending = Object.entries(files).find(([, name]) => name === file)?.[0];
  return ending ? `/guide/${slug}${ending}` : route;
}
