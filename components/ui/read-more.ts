import type { InfiniteData, InfiniteQueryObserverResult } from "@tanstack/react-query";

/**
 * Reads the next page of a list, and answers whether it came: not where there is none, nor where it could not be read. What makes the
 * list be read anew meanwhile, such as a change, ends the reading of a next page without a word: then it is asked for again.
 */
export async function readMore<Page>(list: InfiniteQueryObserverResult<InfiniteData<Page>>): Promise<boolean> {
  const before = list.data?.pages.length ?? 0;
  for (;;) {
    const { data, hasNextPage, isError } = await list.fetchNextPage({ cancelRefetch: false });
    if ((data?.pages.length ?? 0) > before) return true;
    if (isError || !hasNextPage) return false;
  }
}
