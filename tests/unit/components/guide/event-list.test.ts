import { describe, expect, it } from "vitest";
import { dates, lastDay } from "#components/guide/event-list.tsx";

describe("The dates of an event", () => {
  it.each([
    [{ start: "2026-12-06", end: "2026-12-12" }, "6 to 12 December 2026"],
    [{ start: "2026-04-28", end: "2026-05-02" }, "28 April to 2 May 2026"],
    [{ start: "2026-12-30", end: "2027-01-02" }, "30 December 2026 to 2 January 2027"],
    [{ start: "2026-09", end: "2026-12" }, "September to December 2026"],
    [{ start: "2027-08" }, "August 2027"],
    [{ start: "2026-05-02", end: "2026-05-02" }, "2 May 2026"],
  ])("say once what both ends share: %o", (held, words) => {
    expect(dates(held)).toBe(words);
  });

  it("end with the last of its places", () => {
    expect(lastDay({ start: "2026-12-06", end: "2026-12-12" }, [{ start: "2026-12-09", end: "2026-12-13" }])).toBe("2026-12-13");
    expect(lastDay({ start: "2027-08" }, [])).toBe("2027-08");
  });
});
