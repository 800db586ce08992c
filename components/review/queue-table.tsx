import type { Ref } from "react";
import { QueueRow } from "#components/review/queue-row.tsx";
import type { QueueRowDto } from "#lib/review/schema.ts";

interface QueueTableProps {
  ref: Ref<HTMLTableElement>;
  rows: QueueRowDto[];
  /** The review whose claim is under way. */
  claiming: string | null;
  onClaim: (reviewId: string) => void;
}

/**
 * A table on a wide screen, and on a narrow one the same rows as short blocks. The roles are written out because a browser
 * may forget that a table whose rows are laid out as a grid is one.
 */
export function QueueTable({ ref, rows, claiming, onClaim }: QueueTableProps) {
  return (
    <table ref={ref} role="table" className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">Reviews that wait for a mentor, oldest first</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line-strong text-label text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:font-normal">
          <th role="columnheader" scope="col">Item</th>
          <th role="columnheader" scope="col">Learner</th>
          <th role="columnheader" scope="col">Evidence</th>
          <th role="columnheader" scope="col" className="whitespace-nowrap">Waiting since</th>
          <th role="columnheader" scope="col">
            <span className="sr-only">Claim</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <QueueRow key={row.reviewId} row={row} busy={claiming === row.reviewId} onClaim={() => onClaim(row.reviewId)} />
        ))}
      </tbody>
    </table>
  );
}
