import { describe, expect, it } from "vitest";
import { describeStatus, describeTerms, describeVendor } from "#lib/guide/certification.ts";
import { markdownOf } from "#lib/guide/markdown.ts";
import { readGuide } from "#lib/guide/store.ts";
import { fullTinyGuide, guildMark } from "#tests/support/tiny-guide.ts";

const next = { ...guildMark, id: "next", name: "The new mark", code: "NM-2" };

describe("What is said of a certificate", () => {
  it.each([
    [{ status: "retired", since: "2026-06-30" }, "Retired on 30 June 2026"],
    [{ status: "retired", since: "2026-06" }, "Retired in June 2026"],
    [{ status: "closed", since: "2024" }, "Closed in 2024"],
    [{ status: "closed", since: undefined }, "Closed"],
    [{ status: "active", since: undefined }, "Active"],
    [{ status: "active", since: "2026-06" }, "Active since June 2026"],
    [{ status: "beta", since: undefined }, "In beta when last seen"],
    [{ status: "beta", since: "2026-04-21" }, "In beta since 21 April 2026, when last seen"],
  ] as const)("is what it is now, and since when: %o", (now, words) => {
    expect(describeStatus({ ...guildMark, ...now }, []).status).toBe(words);
  });

  it("is what came after it, once it is over", () => {
    expect(describeStatus({ ...guildMark, replacedBy: "next" }, [next]).successor).toBe(". Replaced by NM-2.");
    expect(describeStatus(guildMark, [next]).successor).toBe(". Replaced by nothing.");
    expect(describeStatus({ ...guildMark, status: "active" }, [next]).successor).toBe("");
  });

  it("is the price that it has, or had, and that neither is known", () => {
    expect(describeTerms({ ...guildMark, status: "active", dollars: 0, validYears: 1 })).toBe("Free, valid for 1 year");
    expect(describeTerms({ ...guildMark, status: "active", dollars: undefined })).toBe("Price not known, validity not known");
    expect(describeTerms({ ...guildMark, validYears: 3 })).toBe("No longer offered; it cost $12 and was valid for 3 years");
    expect(describeTerms({ ...guildMark, dollars: 1200 })).toBe("No longer offered; it cost $1,200");
    expect(describeTerms({ ...guildMark, dollars: undefined })).toBe("No longer offered");
  });

  it("is whose it is, by which code, and what its author remarks of it", () => {
    expect(describeVendor(guildMark)).toBe("The guild");
    expect(describeVendor({ ...next, remark: "Taught at night" })).toBe("The guild, NM-2. Taught at night");
  });

  it("is the same in Markdown as on the page, each mark beside what its source says", () => {
    const { content, prose } = fullTinyGuide();
    const markdown = markdownOf(readGuide(content, prose).book!, new URL("https://cairn.example"));
    const row = markdown.split("\n").find((line) => line.includes("[The mark of the guild]"))!.replace(/\s+/g, " ");
    expect(row).toMatch(/\| The guild \| Retired on 30 June 2026\. Replaced by The new mark\.\[\^\d+\] \| No longer offered; it cost \$12\[\^\d+\] \|/);
  });
});
