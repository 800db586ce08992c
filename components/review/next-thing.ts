import type { Path } from "#lib/guide/path.ts";
import type { State } from "#lib/roadmap/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";

export interface NextThing { words: string; label: string; href: string }

/** What to do next: answer a mentor first, then go on with what was begun, then begin the next item; null when all is done. */
export function nextThing(path: Path, states: ReadonlyMap<string, State>, reviews: readonly ReviewSummaryDto[]): NextThing | null {
  const answer = reviews.find(({ turn }) => turn.whose === "learner" && turn.reason !== "unsent");
  if (answer) return { words: `Answer your mentor: ${answer.itemTitle}`, label: "Open the review", href: `/reviews/${answer.reviewId}` };
  const items = path.steps.flatMap((step) => step.items);
  const begun = items.find((item) => states.get(item.id) === "learning");
  if (begun) return { words: `Go on with: ${begun.title}`, label: "Open the item", href: `#${begun.id}` };
  const next = items.find((item) => (states.get(item.id) ?? "todo") === "todo");
  return next ? { words: `Begin: ${next.title}`, label: "Open the item", href: `#${next.id}` } : null;
}
