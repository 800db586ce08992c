/** How far back the reviews go that a waiting time is told from, in days. */
export const DAYS_LOOKED_BACK = 90;

/** Of fewer than these, nothing is told but how many they are. */
export const FEWEST_TO_SAY = 8;

/** One review's wait: until its first claim, or as long as it was known to wait without one. */
export interface Wait {
  /** From its place in the queue, in milliseconds; not negative. */
  length: number;
  /** False for those that still wait, were withdrawn or were closed: how long they would have waited is not known. */
  claimed: boolean;
}

/** `length` is in milliseconds. With `more-than`, most of the reviews waited longer than anything that was seen. */
export type WaitingTime =
  | { known: "too-few"; reviews: number }
  | { known: "median" | "more-than"; length: number; reviews: number };

/** Fractions such as 2/3 · 3/4 are a half, though their product in binary may not be. */
const HALF = 0.5 + 1e-9;

/**
 * The median of the time to the first claim, of all waits and not only of those that have ended: the shortest length t at which
 * the product-limit estimate S(t) = ∏ (1 − dᵢ/nᵢ), over the claims' lengths tᵢ ≤ t, is a half or less; dᵢ reviews were claimed
 * after exactly tᵢ, and nᵢ had waited at least that long. A wait that ended unclaimed after tᵢ is still one of nᵢ.
 * E. L. Kaplan, P. Meier: Nonparametric Estimation from Incomplete Observations, Journal of the American Statistical
 * Association 53 (1958), 457–481.
 */
export function waitingTime(waits: readonly Wait[]): WaitingTime {
  const reviews = waits.length;
  if (reviews < FEWEST_TO_SAY) return { known: "too-few", reviews };
  const sorted = waits.toSorted((a, b) => a.length - b.length);
  let unclaimed = 1;
  for (let first = 0; first < reviews;) {
    const { length } = sorted[first]!;
    let [next, claims] = [first, 0];
    for (; next < reviews && sorted[next]!.length === length; next += 1) claims += sorted[next]!.claimed ? 1 : 0;
    unclaimed *= 1 - claims / (reviews - first);
    if (claims > 0 && unclaimed <= HALF) return { known: "median", length, reviews };
    first = next;
  }
  return { known: "more-than", length: sorted[reviews - 1]!.length, reviews };
}
