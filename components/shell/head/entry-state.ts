import { thisPage } from "#components/shell/head/document.ts";

/**
 * A plain link to a part of a page makes an entry of the browser's history without Next's state, and Next does nothing when such an entry is gone back
 * to, whatever page it is of. So each entry gets the state that Next last gave to this page; where that was another page, the document is loaded.
 */
export function giveEachEntryNextState(): void {
  let last: { page: string; state: unknown } | undefined;
  for (const method of ["pushState", "replaceState"] as const) {
    const original = history[method];
    history[method] = (...entry) => {
      original.apply(history, entry);
      last = { page: thisPage(), state: entry[0] };
    };
  }
  addEventListener("popstate", () => {
    if (history.state) last = { page: thisPage(), state: history.state };
    else if (last?.page === thisPage()) history.replaceState(last.state, "", location.href);
    else if (last) location.reload();
  });
}
