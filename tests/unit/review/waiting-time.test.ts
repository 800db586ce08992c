import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { waitingTime, type Wait } from "#lib/review/waiting-time.ts";

const claimed = (...lengths: number[]): Wait[] => lengths.map((length) => ({ length, claimed: true }));
const unclaimed = (...lengths: number[]): Wait[] => lengths.map((length) => ({ length, claimed: false }));

describe("the waiting time", () => {
  it("is that of the example worked by hand", () => {
    // Ten reviews, in days: claimed after 1, 2, 2, 5, 8 and 9; still waiting, or withdrawn, after 2, 3, 6 and 10.
    // S(1) = 9/10. S(2) = 9/10 · 7/9 = 7/10; the one unclaimed at 2 is among the nine. Six are left at 5, after those of 2 and 3.
    // S(5) = 7/10 · 4/5 = 56/100, five being left. At 8 there are three: S(8) = 56/100 · 2/3 = 37.3/100, the first below a half.
    const waits = [...claimed(1, 2, 2, 5, 8, 9), ...unclaimed(2, 3, 6, 10)];
    expect(waitingTime(waits)).toEqual({ known: "median", length: 8, reviews: 10 });
  });

  it("of waits that have all ended is their ordinary lower median", () => {
    expect(waitingTime(claimed(8, 7, 6, 5, 4, 3, 2, 1))).toEqual({ known: "median", length: 4, reviews: 8 });
    expect(waitingTime(claimed(9, 8, 7, 6, 5, 4, 3, 2, 1))).toEqual({ known: "median", length: 5, reviews: 9 });
  });

  it("is reached by a curve that comes down to exactly a half", () => {
    // 11/12 · 10/11 · … · 6/7 is a half.
    expect(waitingTime(claimed(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))).toMatchObject({ known: "median", length: 6 });
  });

  it("is longer for those who still wait than a count of the claimed alone would say", () => {
    const fast = claimed(1, 1, 1, 1, 1);
    expect(waitingTime([...fast, ...claimed(9, 9, 9)])).toMatchObject({ length: 1 });
    expect(waitingTime([...fast, ...unclaimed(7, 7, 7, 7, 7, 7)])).toEqual({ known: "more-than", length: 7, reviews: 11 });
  });

  it("says nothing of fewer than eight", () => {
    expect(waitingTime([])).toEqual({ known: "too-few", reviews: 0 });
    expect(waitingTime(claimed(1, 2, 3, 4, 5, 6, 7))).toEqual({ known: "too-few", reviews: 7 });
    expect(waitingTime(unclaimed(1, 1, 1, 1, 1, 1, 1, 1))).toEqual({ known: "more-than", length: 1, reviews: 8 });
  });

  const wait = fc.record({ length: fc.integer({ min: 0, max: 30 }), claimed: fc.boolean() });

  it("is what the definition says, counted out at each length with whole numbers", () => {
    fc.assert(fc.property(fc.array(wait, { minLength: 8, maxLength: 40 }), (waits) => {
      const found = waitingTime(waits);
      const median = naiveMedian(waits);
      if (median === null) expect(found).toEqual({ known: "more-than", length: Math.max(...waits.map(({ length }) => length)), reviews: waits.length });
      else expect(found).toEqual({ known: "median", length: median, reviews: waits.length });
    }), { numRuns: 1_000 });
  });

  it("does not depend on the order, and grows with every wait", () => {
    fc.assert(fc.property(fc.array(wait, { minLength: 8, maxLength: 40 }), fc.integer({ min: 1, max: 9 }), (waits, longer) => {
      const found = waitingTime(waits);
      expect(waitingTime(waits.toReversed())).toEqual(found);
      const stretched = waitingTime(waits.map(({ length, claimed: was }) => ({ length: length * longer, claimed: was })));
      expect(stretched).toEqual({ ...found, ...("length" in found && { length: found.length * longer }) });
    }));
  });
});

/** S(t) at each length from the definition, as a fraction of whole numbers; null when it stays above a half. */
function naiveMedian(waits: Wait[]): number | null {
  let [top, bottom] = [1n, 1n];
  for (let t = 0; t <= 30; t += 1) {
    const atRisk = waits.filter(({ length }) => length >= t).length;
    const claims = waits.filter(({ length, claimed: was }) => was && length === t).length;
    if (claims === 0) continue;
    top *= BigInt(atRisk - claims);
    bottom *= BigInt(atRisk);
    if (2n * top <= bottom) return t;
  }
  return null;
}
