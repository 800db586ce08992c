import { CloseReview } from "#components/admin/close-review.tsx";
import { ReassignReview } from "#components/admin/reassign-review.tsx";
import { roundWords } from "#components/review/turn-words.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { AdminMentorDto } from "#lib/admin/schema.ts";
import type { TurnOfMentorsDto } from "#lib/review/schema.ts";

const rowClasses = [
  "border-b border-line align-top [&>td]:px-3 [&>td]:py-3 hover:bg-surface focus-within:bg-surface",
  "max-md:grid max-md:gap-y-1 max-md:py-4 max-md:[&>td]:p-0",
].join(" ");

/** A table on a wide screen, short blocks on a narrow one; the roles are written out because a grid would lose them. */
export function WaitingTable({ rows, mentors }: { rows: TurnOfMentorsDto[]; mentors: AdminMentorDto[] }) {
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">Reviews that are the mentors’ turn, the longest wait first</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line-strong text-label text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:font-normal">
          <th role="columnheader" scope="col">Item</th>
          <th role="columnheader" scope="col" className="whitespace-nowrap">Began to wait</th>
          <th role="columnheader" scope="col">With</th>
          <th role="columnheader" scope="col"><span className="sr-only">Step in</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => <Row key={row.reviewId} row={row} mentors={mentors} />)}
      </tbody>
    </table>
  );
}

function Row({ row, mentors }: { row: TurnOfMentorsDto; mentors: AdminMentorDto[] }) {
  const about = <>which began to wait <RelativeTime at={row.since} /></>;
  return (
    <tr role="row" className={rowClasses}>
      <td role="cell">
        {row.stepTitle ? <p className="text-label text-muted">{row.stepTitle}</p> : null}
        <p className="font-strong wrap-anywhere">{row.itemTitle}</p>
        {row.round > 1 ? <p className="text-label text-muted first-letter:uppercase">{roundWords(row.round)}, first asked <RelativeTime at={row.queuedAt} /></p> : null}
      </td>
      <td role="cell" className="whitespace-nowrap max-md:text-muted">
        <span className="md:hidden">Began to wait </span>
        <RelativeTime at={row.since} />
      </td>
      <td role="cell" className="wrap-anywhere"><Whom row={row} /></td>
      <td role="cell" className="max-md:pt-2!">
        <div className="flex flex-wrap gap-2 md:justify-end">
          <ReassignReview review={row} about={about} mentors={mentors} />
          <CloseReview review={row} about={about} />
        </div>
      </td>
    </tr>
  );
}

function Whom({ row: { holderName, kept } }: { row: TurnOfMentorsDto }) {
  if (holderName !== null) return <><bdi>{holderName}</bdi> is reviewing</>;
  if (kept === null) return <span className="text-muted">In the queue</span>;
  return <>Kept for <bdi>{kept.mentorName}</bdi>, until <RelativeTime at={kept.until} /></>;
}
