import { scriptJson } from "#lib/base/script-json.ts";

/** What a page is about, for programs that read it (JSON-LD). It is data: nothing in it runs. */
export function StructuredData({ data }: { data: object }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(data) }} />;
}
