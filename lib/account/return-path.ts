/** Where a person goes when they have signed in and came from nowhere in particular. */
export const homePath = "/roadmap";

/**
 * The path of this site that a `?next=` names; the home path for anything else. A browser reads "//host", "/\host" and a path
 * with a tab in it as other sites, so it is parsed as a browser does, against an origin that nothing else has.
 */
export function returnPath(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/")) return homePath;
  const here = "http://cairn.invalid";
  if (!URL.canParse(next, here)) return homePath;
  const url = new URL(next, here);
  const path = url.pathname + url.search + url.hash;
  return url.origin === here && !path.startsWith("//") ? path : homePath;
}
