import { validVerdict } from "#components/review/valid-verdict.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/**
 * What the last verdict asked, each with its answer: the first thing to look at in a second round, also for a mentor who takes over. What
 * was taken back was never asked. Of a review that ended since, nothing is said of answers that came after the verdict.
 */
export function ScreenAsked({ review, level = 2 }: { review: Pick<ReviewDto, "verdicts" | "status">; level?: 2 | 3 }) {
  const verdict = validVerdict(review);
  if (!verdict || verdict.changes.length === 0) return null;
  const Title = `h${level}` as const;
  const isOver = review.status === "withdrawn" || review.status === "closed";
  return (
    <section aria-labelledby={`asked-${verdict.verdictId}`} className="rounded-card bg-signal-soft px-4.5 py-3.5">
      <Title id={`asked-${verdict.verdictId}`} className="font-strong">
        Asked last time
        {verdict.byYou ? null : <span className="font-normal text-signal-ink"> by <bdi>{verdict.mentorName ?? "another mentor"}</bdi></span>}
      </Title>
      <ol className="mt-1.5 grid list-decimal gap-1.5 pl-5">
        {verdict.changes.map((change) => (
          <li key={change.changeId} className="wrap-anywhere whitespace-pre-wrap">
            <bdi>{change.text}</bdi>{" "}
            <span className="text-signal-ink">
              {change.answer !== null ? <>Answered: <bdi>{change.answer}</bdi></> : isOver ? null : "Not answered yet"}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
