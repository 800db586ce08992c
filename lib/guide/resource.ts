import { formatDate } from "#lib/guide/figure.ts";
import type { Resource } from "#lib/guide/guide.ts";

/** What is free stands first, then what nobody has looked up, then what costs; within each, the official before the rest. */
export function orderResources(resources: readonly Resource[]): Resource[] {
  return resources.toSorted((one, other) => costRank(one) - costRank(other) || Number(other.official) - Number(one.official));
}

function costRank({ cost }: Resource): number {
  if (cost === null) return 1;
  return cost.startsWith("free") ? 0 : 2;
}

/** Where the facts of a resource were read: `host` and `url` of the page, and in words how old it is and when it was seen. */
type ReadPage = { host: string; url: string; dates: string };

type Facts = Pick<Resource, "url"> & { seen?: Resource["seen"] | undefined };

/** What stands beside a resource's facts: where they were read when that is not its own site, and how old that page is and when it was seen. */
export function readingOf({ url, seen }: Facts): { elsewhere: ReadPage | null; dates: string | null } {
  if (!seen) return { elsewhere: null, dates: null };
  const dates = [seen.published ? `page of ${formatDate(seen.published)}` : "undated page", `seen ${formatDate(seen.day)}`].join(", ");
  const host = hostOf(seen.at);
  return { elsewhere: host === hostOf(url) ? null : { host, url: seen.at, dates }, dates };
}

/** The resources whose facts stand on another site than their own, with the page. */
export function readElsewhere(resources: readonly (Facts & { name: string })[]): ({ name: string } & ReadPage)[] {
  return resources.flatMap((resource) => {
    const { elsewhere } = readingOf(resource);
    return elsewhere ? [{ name: resource.name, ...elsewhere }] : [];
  });
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
