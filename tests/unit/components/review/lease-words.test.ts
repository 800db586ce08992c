import { describe, expect, it } from "vitest";
import { leaseAnnouncement, leaseWords } from "#components/review/lease-words.ts";

describe("the words for a hold", () => {
  it("change once a minute, and never promise more than is left", () => {
    expect([2_699, 2_281, 119, 60, 59, 0].map(leaseWords)).toEqual([
      "44 min left", "38 min left", "1 min left", "1 min left", "less than a minute left", "time is up",
    ]);
  });

  it("are read out when five minutes are left, and at the end", () => {
    expect(leaseAnnouncement(301)).toBe("");
    expect(leaseAnnouncement(300)).toBe(leaseAnnouncement(1));
    expect(leaseAnnouncement(0)).toMatch(/has ended/);
  });
});
