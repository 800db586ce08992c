import type { MetadataRoute } from "next";
import { siteUrl } from "#lib/platform/site-url.ts";
import { lastModified } from "#lib/guide/feed.ts";
import { sectionHref } from "#lib/guide/place.ts";
import { listBooks } from "#lib/guide/views.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const at = (path: string) => new URL(path, siteUrl).href;
  const guides = listBooks().flatMap((book) =>
    book.chapters.map(({ id }) => ({ url: at(sectionHref(book, id)), lastModified: lastModified(book) })));
  return [{ url: at("/") }, { url: at("/guide") }, ...guides];
}
