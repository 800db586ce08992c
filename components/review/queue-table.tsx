import { QueueRow } from "#components/review/queue-row.tsx";
import type { QueueGroup } from "#components/review/queue-groups.ts";
import { Chip } from "#components/ui/chip.tsx";
import type { QueueRowDto } from "#lib/review/schema.ts";

interface QueueTableProps {
  groups: QueueGroup[];
  /** The review whose claim is under way. */
  claiming: string | null;
  /** The review whose evidence and criteria are shown under its row. */
  previewed: string | null;
  /** It waits no longer, and is shown so until its preview is closed. */
  previewedIsGone: boolean;
  onPreview: (row: QueueRowDto) => void;
  onClaim: (reviewId: string) => void;
}

/**
 * A table on a wide screen, and on a narrow one the same rows as short blocks; each step is a part of it. The roles are written out because
 * a browser may forget that a table whose rows are laid out as a grid is one.
 */
export function QueueTable({ groups, claiming, previewed, previewedIsGone, onPreview, onClaim }: QueueTableProps) {
  return (
    <table role="table" className="w-full border-collapse text-left max-md:block">
      <caption className="sr-only">Reviews that wait for a mentor, by step, in each the oldest first</caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b border-line-strong text-label text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:font-normal">
          <th role="columnheader" scope="col">Item</th>
          <th role="columnheader" scope="col">Learner</th>
          <th role="columnheader" scope="col">Evidence</th>
          <th role="columnheader" scope="col" className="whitespace-nowrap">Asked</th>
          <th role="columnheader" scope="col">
            <span className="sr-only">Preview and claim</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ step, rows }) => (
        <tbody key={step?.stepId ?? ""} role="rowgroup" className="max-md:block">
          <GroupTitle step={step} />
          {rows.map((row) => (
            <QueueRow
              key={row.reviewId}
              row={row}
              busy={claiming === row.reviewId}
              previewed={previewed === row.reviewId}
              gone={previewedIsGone && previewed === row.reviewId}
              onPreview={() => onPreview(row)}
              onClaim={() => onClaim(row.reviewId)}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function GroupTitle({ step }: { step: QueueGroup["step"] }) {
  return (
    <tr role="row" className="max-md:block">
      <th role="rowheader" scope="rowgroup" colSpan={5} className="px-3 pt-7 pb-2 text-left font-normal max-md:block max-md:px-0">
        <span className="block text-label text-muted">{step ? `${step.guideTitle}, step ${step.number}` : "No longer in a guide"}</span>
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-serif text-[1.1875rem] font-medium text-balance">{step?.title ?? "Items that were removed"}</span>
          {step?.yours ? <Chip tone="ok">Your step</Chip> : null}
        </span>
      </th>
    </tr>
  );
}
