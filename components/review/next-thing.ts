import type { Path } from "#lib/guide/path.ts";
import type { State } from "#lib/roadmap/schema.ts";
import type { ReviewSummaryDto } from "#lib/review/schema.ts";

export interface NextThing { words: string; label: string; href: string }

export interface Standing {
  states: ReadonlyMap<string, State>;
  /** Ids of items that a mentor has confirmed. */
  confirmed: ReadonlySet<string>;
  /** Ids of items that some evidence is attached to. */
  shown: ReadonlySet<string>;
  reviews: readonly ReviewSummaryDto[];
}

/**
 * What to do next: answer a mentor first, then ask about what is done and shown, then go on with what was begun, then begin the next
 * item, leaving out what mentors have or have confirmed; null when nothing is left.
 */
export function nextThing(path: Path, { states, confirmed, shown, reviews }: Standing): NextThing | null {
  const answer = reviews.find(({ turn }) => turn.whose === "learner" && turn.reason !== "unsent");
  if (answer) return { words: `Answer your mentor: ${answer.itemTitle}`, label: "Open the review", href: `/reviews/${answer.reviewId}` };
  const items = path.steps.flatMap((step) => step.items);
  const asked = new Set(reviews.filter(({ turn }) => turn.whose !== "nobody").map(({ itemId }) => itemId));
  const open = items.filter(({ id }) => !asked.has(id) && !confirmed.has(id));
  const ready = open.find(({ id }) => states.get(id) === "done" && shown.has(id));
  if (ready) return { words: `Ask a mentor to review: ${ready.title}`, label: "Open the item", href: `#${ready.id}` };
  const begun = open.find((item) => states.get(item.id) === "learning");
  if (begun) return { words: `Go on with: ${begun.title}`, label: "Open the item", href: `#${begun.id}` };
  const next = open.find((item) => (states.get(item.id) ?? "todo") === "todo");
  return next ? { words: `Begin: ${next.title}`, label: "Open the item", href: `#${next.id}` } : null;
}
