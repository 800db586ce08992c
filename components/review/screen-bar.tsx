import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { LeaseLeft } from "#components/review/lease-left.tsx";
import { ScreenRelease } from "#components/review/screen-release.tsx";
import { ScreenWarnings } from "#components/review/screen-warnings.tsx";
import { roundWords, standingOf, turnTone, turnWordsForMentor } from "#components/review/turn-words.ts";
import { Chip } from "#components/ui/chip.tsx";
import { calendarDate, exactTimeUtc } from "#components/ui/time-words.ts";
import type { ReviewDto } from "#lib/review/schema.ts";

/** The way back, how long the learner has waited, and whose the review is now. */
export function ScreenBar({ review, gone, receivedAt }: { review: ReviewDto; gone: boolean; receivedAt: number }) {
  const { lease, queuedAt, round, turn, status } = review;
  const held = !gone && lease?.byYou && lease.leaseId !== null ? { ...lease, leaseId: lease.leaseId } : null;
  return (
    <div className="flex min-h-15 flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-4 py-2.5 sm:px-8 lg:sticky lg:top-0 lg:z-10">
      <Link href="/mentor/queue" className="inline-flex items-center gap-1.5 rounded-sm text-muted hover:text-ink">
        <ArrowLeft className="size-4" aria-hidden="true" />
        Queue
      </Link>
      <p className="text-label text-muted">
        {status === "waiting" || status === "claimed" ? <Waiting since={queuedAt} round={round} now={new Date(receivedAt)} /> : roundWords(round)}
      </p>
      <span className="grow" />
      {held ? (
        <>
          <LeaseLeft prefix="Held by you" secondsLeft={held.secondsLeft} receivedAt={receivedAt} />
          <ScreenRelease reviewId={review.reviewId} leaseId={held.leaseId} />
          <ScreenWarnings key={held.leaseId} secondsLeft={held.secondsLeft} receivedAt={receivedAt} />
        </>
      ) : (
        <Chip tone={turnTone({ turn, status })}>{gone ? "No longer shown to you" : turnWordsForMentor(standingOf(review))}</Chip>
      )}
    </div>
  );
}

function Waiting({ since, round, now }: { since: string | null; round: number; now: Date }) {
  if (since === null) return roundWords(round);
  const at = new Date(since);
  return (
    <>
      Waiting since{" "}
      <time dateTime={since} title={exactTimeUtc(at)}>
        {calendarDate(at, now)}
      </time>
      {round > 1 ? `, ${roundWords(round)}` : null}
    </>
  );
}
