import { formatDate } from "#lib/guide/figure.ts";
import type { ResourceContent } from "#lib/guide/schema.ts";

type Shown = Pick<ResourceContent, "name" | "url" | "kind"> & {
  cost?: string | null | undefined; licence?: string | null | undefined; note?: string | null | undefined; seen?: ResourceContent["seen"] | null | undefined;
};

/** A resource with what it costs and under which licence, as far as somebody has looked. */
export function ResourceLine({ resource }: { resource: Shown }) {
  const facts = [resource.kind, resource.cost, resource.licence].filter(Boolean).join(", ");
  return (
    <>
      <a href={resource.url} rel="noreferrer">
        {resource.name}
      </a>
      <span className="text-muted">
        , {facts}
        {resource.seen ? "" : ", not opened for this guide"}.{resource.note ? ` ${resource.note}` : ""}
        {dated(resource)}
      </span>
    </>
  );
}

/** A number about a resource says how old its page is and when it was seen. */
function dated({ cost, note, seen }: Shown): string {
  if (!seen || !/\d/.test(`${cost}${note}`)) return "";
  const page = seen.published ? `Page of ${formatDate(seen.published)}` : "Undated page";
  return ` ${page}, seen ${formatDate(seen.day)}.`;
}
