import Link from "next/link";
import { kindWords } from "#components/portfolio/kind-words.ts";
import { EvidenceLink } from "#components/portfolio/evidence-link.tsx";
import { QueuePreview } from "#components/review/queue-preview.tsx";
import { roundWords } from "#components/review/turn-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { QueueRowDto } from "#lib/review/schema.ts";

const rowClasses = [
  "border-b border-line align-top [&>td]:px-3 [&>td]:py-3 hover:bg-surface focus-within:bg-surface has-aria-expanded:border-transparent",
  "md:focus-within:shadow-[inset_3px_0_0_var(--color-lichen)]",
  "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:-mx-4 max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-4 max-md:[&>td]:p-0",
].join(" ");

interface QueueRowProps {
  row: QueueRowDto;
  busy: boolean;
  /** Its evidence and criteria are shown under it. */
  previewed: boolean;
  /** It waits no longer: the way to its evidence is not for this mentor any more. */
  gone: boolean;
  onPreview: () => void;
  onClaim: () => void;
}

/** One waiting review. The attributes are what the keys of the page act on (queue-keys). */
export function QueueRow({ row, busy, previewed, gone, onPreview, onClaim }: QueueRowProps) {
  const whose = `${row.itemTitle}, ${row.learnerName}`;
  const previewId = `preview-${row.reviewId}`;
  return (
    <>
      <tr role="row" data-review={row.reviewId} className={rowClasses}>
        <td role="cell" className="max-md:col-span-2 md:max-w-96">
          {gone ? <span className="font-strong wrap-anywhere">{row.itemTitle}</span> : (
            <Link href={`/mentor/reviews/${row.reviewId}`} data-open className="font-strong wrap-anywhere hover:underline">
              {row.itemTitle}
            </Link>
          )}
          <Marks row={row} />
        </td>
        <td role="cell" className="wrap-anywhere max-md:col-span-2">
          <bdi>{row.learnerName}</bdi>
        </td>
        <td role="cell" className="max-md:col-span-2 md:max-w-72">
          <p dir="auto" className="wrap-anywhere">
            {row.evidenceTitle}
          </p>
          {gone ? null : (
            <p data-evidence className="line-clamp-2 text-label text-muted">
              {kindWords[row.kind]} <span aria-hidden="true">· </span>
              <EvidenceLink url={row.evidenceUrl} />
            </p>
          )}
        </td>
        <td role="cell" className="self-center whitespace-nowrap text-muted">
          <span className="md:hidden">Asked </span>
          <RelativeTime at={row.queuedAt} />
        </td>
        <td role="cell" className="text-right whitespace-nowrap">
          <Button
            size="small"
            variant="quiet"
            data-preview
            aria-expanded={previewed}
            aria-controls={previewed ? previewId : undefined}
            aria-label={`Preview: ${whose}`}
            onClick={onPreview}
          >
            Preview
          </Button>
          {gone ? null : (
            <Button size="small" data-claim busy={busy} aria-label={`Claim: ${whose}`} className="ml-1" onClick={onClaim}>
              Claim
            </Button>
          )}
        </td>
      </tr>
      {previewed ? (
        <tr role="row" id={previewId} className="border-b border-line bg-surface max-md:-mx-4 max-md:block">
          <td role="cell" colSpan={5} className="px-3 pt-1 pb-6 max-md:block max-md:px-4">
            {gone ? <p role="status">This waits no longer: a mentor has claimed it, or it was withdrawn.</p> : <QueuePreview reviewId={row.reviewId} />}
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Marks({ row }: { row: QueueRowDto }) {
  return (
    <p className="mt-1.5 flex flex-wrap gap-1.5">
      {row.reservedForYou ? <Chip tone="turn">Kept for you</Chip> : null}
      <Chip>{row.round > 1 ? `Resubmitted, ${roundWords(row.round)}` : "New"}</Chip>
    </p>
  );
}
