/** An address without the part that it names: two places in one page have the same. */
export function pageOf(address: string): string {
  return address.split("#")[0] ?? "";
}

export function thisPage(): string {
  return pageOf(location.href);
}

/** How the document was come to; undefined where the browser does not say. */
export function arrival(): NavigationTimingType | undefined {
  return (performance.getEntriesByType("navigation") as PerformanceNavigationTiming[])[0]?.type;
}
