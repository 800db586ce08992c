import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { stateTable } from "#lib/review/state-table.ts";

it("the page about a review's life holds the machine as it is", () => {
  expect(readFileSync("docs/review-states.md", "utf8"), "write it anew with `node lib/ops/review-states.ts`").toContain(stateTable());
});
