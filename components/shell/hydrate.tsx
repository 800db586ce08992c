import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** A query's key and the data that a page's loader has read for it. */
export type Filled = readonly [QueryKey, unknown];

/**
 * Fills the query cache with what the server has read, so that the components under it begin with their data:
 * `<Hydrate data={[[reviewQueries.one(id).queryKey, dto]]}>`. An infinite query's data is `{ pages: [dto], pageParams: [first] }`.
 */
export function Hydrate({ data, children }: { data: readonly Filled[]; children: ReactNode }) {
  const client = new QueryClient();
  for (const [key, value] of data) client.setQueryData(key, value);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
