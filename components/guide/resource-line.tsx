import { readingOf } from "#lib/guide/resource.ts";
import type { ResourceContent } from "#lib/guide/schema.ts";

type Shown = Pick<ResourceContent, "name" | "url" | "kind"> & {
  cost?: string | null | undefined; licence?: string | null | undefined; note?: string | null | undefined; seen?: ResourceContent["seen"] | null | undefined;
};

/** A resource with what it costs and under which licence, as far as somebody has looked, and where that was. */
export function ResourceLine({ resource }: { resource: Shown }) {
  const facts = [resource.kind, resource.cost, resource.licence].filter(Boolean).join(", ");
  const { elsewhere, dates } = readingOf(resource);
  return (
    <>
      <a href={resource.url} rel="noreferrer">
        {resource.name}
      </a>
      <span className="text-muted">
        , {facts}
        {resource.seen ? "" : ", not opened for this guide"}.{resource.note ? ` ${resource.note}` : ""}
        {elsewhere ? (
          <>
            {" As read at "}
            <a href={elsewhere.url} rel="noreferrer">{elsewhere.host}</a>, {elsewhere.dates}.
          </>
        ) : dates ? ` ${dates.charAt(0).toUpperCase()}${dates.slice(1)}.` : ""}
      </span>
    </>
  );
}
