import type { MetadataRoute } from "next";
import { siteUrl } from "#lib/platform/site-url.ts";
import { listBooks } from "#lib/guide/views.ts";

export const dynamic = "force-static";

export default function sitemap(): MetadataRoute.Sitemap {
  const at = (path: string) => new URL(path, siteUrl).href;
  const guides = listBooks().flatMap(({ head, chapters }) => {
    const pages = [`/guide/${head.slug}`, ...chapters.slice(1).map(({ id }) => `/guide/${head.slug}/${id}`)];
    return pages.map((path) => ({ url: at(path), lastModified: head.updated }));
  });
  return [{ url: at("/") }, { url: at("/guide") }, ...guides];
}
