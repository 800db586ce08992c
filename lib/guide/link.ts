/**
 * What is wrong with the address of a link in prose, or null. It leads to https, to a place of this guide (#…) or into the site (/…). Browsers read
 * `//host` and `/\\host` as another site, and leave out line breaks and tabs before they look.
 */
export function findLinkProblem(href: string): string | null {
  if (/[\s\\\p{Cc}]/u.test(href)) return "an address has no spaces and no backslashes";
  if (href.startsWith("//") || !/^(https:\/\/|#|\/)/.test(href)) return "a link must be https, # or /";
  if (/^[#/].*%/.test(href)) return "an address within the site is written without %";
  return URL.canParse(href, "https://site.example") ? null : "this is no address";
}

type Pages = {
  slug: string;
  /** All guides that there are. */
  slugs: readonly string[];
  /** The section of each page, by its address. */
  pages: ReadonlyMap<string, string>;
  /** The section of each anchor. */
  places: ReadonlyMap<string, string>;
};

/** Whether what leads into this guide finds something there, and what leads into another finds that; of all other addresses nothing is known here, and they pass. */
export function findsPlace(href: string, { slug, slugs, pages, places }: Pages): boolean {
  if (href.startsWith("#")) return places.has(href.slice(1));
  if (!href.startsWith("/")) return true;
  const { pathname, hash } = new URL(href, "https://site.example");
  const [, guide, below = ""] = /^\/guide\/([^/.]*)(.*)$/.exec(pathname) ?? [];
  if (guide === undefined) return true;
  if (guide !== slug) return slugs.includes(guide);
  const anchor = hash.slice(1);
  if (/^\.(md|json|atom)$/.test(below)) return anchor === "";
  if (below === "/all") return anchor === "" || places.has(anchor);
  const section = pages.get(pathname);
  return section !== undefined && (anchor === "" || places.get(anchor) === section);
}
