import { siteUrl } from "#lib/platform/site-url.ts";
import { getGuideFile, listGuideFiles } from "#lib/guide/views.ts";

export const dynamic = "force-static";
export const dynamicParams = false;

type Context = { params: Promise<{ slug: string; file: string }> };

export function generateStaticParams() {
  return listGuideFiles();
}

/** A guide as Markdown, as data, as a feed of its changes, and as what its search looks in: written when the project is built. */
export async function GET(_request: Request, { params }: Context) {
  const found = getGuideFile({ ...(await params), site: siteUrl });
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.text, { headers: { "content-type": found.type } });
}
