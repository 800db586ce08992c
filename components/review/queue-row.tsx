import Link from "next/link";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { roundWords } from "#components/review/turn-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { QueueRowDto } from "#lib/review/schema.ts";

const rowClasses = [
  "border-b border-line align-top [&>td]:px-3 [&>td]:py-3 hover:bg-surface focus-within:bg-surface",
  "md:focus-within:shadow-[inset_3px_0_0_var(--color-lichen)]",
  "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:py-4 max-md:[&>td]:p-0",
].join(" ");

/** One waiting review. The attributes are what the keys of the page act on (queue-keys). */
export function QueueRow({ row, busy, onClaim }: { row: QueueRowDto; busy: boolean; onClaim: () => void }) {
  return (
    <tr role="row" data-review={row.reviewId} className={rowClasses}>
      <td role="cell" className="max-md:col-span-2">
        {row.stepTitle ? <p className="text-label text-muted">{row.stepTitle}</p> : null}
        <Link href={`/mentor/reviews/${row.reviewId}`} data-open className="font-strong wrap-anywhere hover:underline">
          {row.itemTitle}
        </Link>
        <Marks row={row} />
      </td>
      <td role="cell" className="wrap-anywhere max-md:col-span-2">
        <bdi>{row.learnerName}</bdi>
      </td>
      <td role="cell" className="max-md:col-span-2 md:max-w-80">
        <p dir="auto" className="wrap-anywhere">
          {row.evidenceTitle}
        </p>
        <p data-evidence className="line-clamp-2 text-label text-muted">
          {kindWords[row.kind]} <span aria-hidden="true">· </span>
          <EvidenceLink url={row.evidenceUrl} />
        </p>
      </td>
      <td role="cell" className="self-center whitespace-nowrap text-muted">
        <span className="md:hidden">Asked </span>
        <RelativeTime at={row.queuedAt} />
      </td>
      <td role="cell" className="text-right">
        <Button
          size="small"
          data-claim
          busy={busy}
          aria-label={`Claim: ${row.itemTitle}, ${row.learnerName}`}
          onClick={onClaim}
        >
          Claim
        </Button>
      </td>
    </tr>
  );
}

function Marks({ row }: { row: QueueRowDto }) {
  if (!row.reservedForYou && row.round === 1) return null;
  return (
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      {row.reservedForYou ? <Chip tone="turn">Kept for you</Chip> : null}
      {row.round > 1 ? <Chip>Resubmitted, {roundWords(row.round)}</Chip> : null}
    </p>
  );
}
