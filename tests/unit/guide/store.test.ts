import { describe, expect, it } from "vitest";
import { guides } from "#lib/guide/content/guides.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { listBooks } from "#lib/guide/store.ts";
import { tinyGuide } from "#tests/support/tiny-guide.ts";

describe("The list of all guides", () => {
  it("is refused while two of them have one address", () => {
    const installed = guides as GuideContent[];
    const twin = tinyGuide();
    twin.guide.slug = installed[0]!.guide.slug;
    installed.push(twin);
    try {
      expect(() => listBooks()).toThrow(`guide.ts: slug: another guide has ${twin.guide.slug}`);
    } finally {
      installed.pop();
    }
    expect(listBooks()).toHaveLength(installed.length);
  });
});
