import Link from "next/link";
import { LeaseLeft } from "#components/review/lease-left.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { HeldRowDto } from "#lib/review/schema.ts";

/** What the mentor holds now, what of it ends first on top, and how many more they can take. */
export function QueueHeld({ held, capacity, receivedAt }: { held: HeldRowDto[]; capacity: number; receivedAt: number }) {
  return (
    <section aria-labelledby="with-you" className="mb-9">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id="with-you" className="text-item font-strong">
          With you
        </h2>
        <p className="text-label text-muted">{roomWords(held.length, capacity)}</p>
      </div>
      {held.length === 0 ? null : (
        <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
          {held.map((row) => (
            <li key={row.reviewId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
              <div className="min-w-0 grow basis-60">
                <Link href={`/mentor/reviews/${row.reviewId}`} className="font-strong wrap-anywhere hover:underline">
                  {row.itemTitle}
                </Link>
                <p className="text-label wrap-anywhere text-muted">
                  <bdi>{row.learnerName}</bdi>, <bdi>{row.evidenceTitle}</bdi>
                </p>
              </div>
              <LeaseLeft secondsLeft={row.secondsLeft} receivedAt={receivedAt} />
              <ButtonLink href={`/mentor/reviews/${row.reviewId}`} size="small" aria-label={`Continue: ${row.itemTitle}`}>
                Continue
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function roomWords(held: number, capacity: number): string {
  if (held === 0) return `Nothing yet; you can hold ${capacity} at a time`;
  const room = capacity - held;
  return room <= 0 ? `${held} of ${capacity}: finish or release one to claim another` : `${held} of ${capacity}; room for ${room} more`;
}
