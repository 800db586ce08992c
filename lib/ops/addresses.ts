// A guide's files have addresses that no folder can have: Next takes [slug].md for a name, and a section has the place of
// search.json. They are prerendered below the guide, and answered at their public address by the thin server; by Next itself in development.

const files = { ".md": "guide.md", ".json": "guide.json", ".atom": "changes.atom", "/search.json": "search.json" } as const;

/**
 * A mail program posts its one click to the same address that a person opens (RFC 8058): the form that it sends goes to the API. No
 * page of ours sends a form there, and a browser that opens the address sends none.
 */
export const oneClickRewrite = {
  source: "/unsubscribe/:token",
  has: [{ type: "header" as const, key: "content-type", value: "(application/x-www-form-urlencoded|multipart/form-data).*" }],
  destination: "/api/v1/notification/unsubscribe/:token",
};

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
