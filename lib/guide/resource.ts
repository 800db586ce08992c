import type { Resource } from "#lib/guide/guide.ts";

/** What is free stands first, then what nobody has looked up, then what costs; within each, the official before the rest. */
export function orderResources(resources: readonly Resource[]): Resource[] {
  return resources.toSorted((one, other) => costRank(one) - costRank(other) || Number(other.official) - Number(one.official));
}

function costRank({ cost }: Resource): number {
  if (cost === null) return 1;
  return cost.startsWith("free") ? 0 : 2;
}
