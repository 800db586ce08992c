import type { ReactNode } from "react";
import { NoteMarks } from "#components/guide/note-marks.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { WideTable } from "#components/ui/wide-table.tsx";
import type { PayRow } from "#lib/guide/chart.ts";
import type { NoteMark } from "#lib/guide/prose.ts";

export const payHead = ["Who, where and when", "Value", "10th to 90th percentile", "What it counts"];

/** Records of pay beside each other, each in its own place, time, currency and way of counting. */
export function PayTable({ records, reading }: { records: { recordId: string; notes: NoteMark[] }[]; reading: Reading }) {
  const rows = records.flatMap(({ recordId }) => reading.book.payRows.get(recordId) ?? []);
  const first = rows[0];
  // Each table is a place of its own for a screen reader, so its name must differ from the others'.
  const label = first ? `Records of pay, beginning with ${[first.label, first.detail, first.place, first.time].filter(Boolean).join(", ")}` : "Records of pay";
  return <WideTable label={label} head={payHead} rows={rows.map((row) => payTableRow(row, reading))} />;
}

/** Four columns, so that a table fits beside the notes: what belongs together stands in one cell. */
export function payTableRow(row: PayRow, reading: Reading): ReactNode[] {
  const counts = [`${row.kind}, ${row.statistic}`, row.sample && `sample of ${row.sample}`, ...row.further].filter(Boolean);
  return [
    <span key="who" className="block min-w-44">
      {row.detail ? `${row.label}, ${row.detail}` : row.label}
      <span className="block text-muted">{row.place}, {row.time}</span>
      {row.caution && <span className="block text-muted">{row.caution}</span>}
    </span>,
    <data key="value" value={row.value ?? ""} data-figure={row.recordId} className="block min-w-20 font-strong">
      {row.valueText}
    </data>,
    row.lowText && row.highText ? <span key="range" className="block min-w-20">{row.lowText} to {row.highText}</span> : null,
    <span key="counts" className="block min-w-44">
      {counts.map((each) => <span key={each} className="block">{each}</span>)}
      {paySourceCell(row.note, reading)}
    </span>,
  ];
}

/** In a cell there is no margin to stand in, so the mark comes with the source's name; the title of the page is in the note. */
export function paySourceCell(number: number, reading: Reading): ReactNode {
  return (
    <span key="source" className="text-muted">
      {reading.book.notes.get(number)?.speaker} <NoteMarks marks={[{ type: "note", number, first: false }]} reading={reading} />
    </span>
  );
}
