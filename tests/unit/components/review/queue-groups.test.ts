import { expect, it } from "vitest";
import { putBack } from "#components/review/queue-groups.ts";
import type { QueueRowDto } from "#lib/review/schema.ts";

const row = (day: number): QueueRowDto => ({
  reviewId: `r${day}`, itemId: "i", itemTitle: "An item", stepTitle: null, guide: null, learnerName: "Noor", evidenceTitle: "A piece", evidenceUrl: "https://example.org/",
  kind: "article", queuedAt: `2026-01-0${day}T00:00:00.000Z`, round: 1, reservedForYou: false, ofYourSteps: false, question: "",
});

it.each([[1], [3], [5]])("a row that waits no longer is put back where it stood: %i", (day) => {
  const days = [1, 2, 3, 4, 5];
  const others = days.filter((each) => each !== day).map(row);
  expect(putBack(others, row(day)).map(({ reviewId }) => reviewId)).toEqual(days.map((each) => `r${each}`));
});
