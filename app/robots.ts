import type { MetadataRoute } from "next";
import { siteUrl } from "#lib/platform/site-url.ts";

export const dynamic = "force-static";

/** What belongs to people is behind a sign-in anyway; a crawler need not try. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/portfolio", "/reviews", "/mentor/", "/roadmap/"] }, sitemap: new URL("/sitemap.xml", siteUrl).href };
}
