import type { ReviewDto } from "#lib/review/schema.ts";

/** What the learner said of a criterion when they asked, for a mentor; nothing where they said nothing. */
export function ScreenSelfCheck({ selfCheck, criterionId }: { selfCheck: ReviewDto["selfCheck"]; criterionId: string }) {
  const own = selfCheck.find((check) => check.criterionId === criterionId);
  if (!own) return null;
  return <p className="mt-1.5 text-note text-muted">{own.met ? "Met, by the learner's own check when they asked" : "Not met yet, by the learner's own check when they asked"}</p>;
}
