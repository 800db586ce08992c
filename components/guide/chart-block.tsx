import { GrowthBars } from "#components/guide/growth-bars.tsx";
import { NoteMarks } from "#components/guide/note-marks.tsx";
import { PayRanges } from "#components/guide/pay-ranges.tsx";
import { payHead, paySourceCell, payTableRow } from "#components/guide/pay-table.tsx";
import type { Reading } from "#components/guide/reading.ts";
import { ChartFrame } from "#components/ui/chart-frame.tsx";
import { WideTable } from "#components/ui/wide-table.tsx";
import type { GrowthChart } from "#lib/guide/chart.ts";
import type { NoteMark } from "#lib/guide/prose.ts";

export function ChartBlock({ chartId, notes, reading }: { chartId: string; notes: NoteMark[]; reading: Reading }) {
  const chart = reading.book.charts.get(chartId);
  if (!chart) return null;
  const { title, says } = chart;
  const table =
    chart.kind === "pay" ? (
      <WideTable label={title} head={payHead} rows={chart.rows.map((row) => payTableRow(row, reading))} />
    ) : (
      <WideTable label={title} head={growthHead} rows={growthRows(chart, reading)} />
    );
  return (
    <ChartFrame
      id={`chart-${chart.id}`}
      title={title}
      says={says}
      caption={
        <>
          {chart.caption}
          <NoteMarks marks={notes} reading={reading} />
        </>
      }
      table={table}
    >
      {[true, false].map((wide) => (
        <div key={String(wide)} className={wide ? "hidden sm:block" : "sm:hidden"}>
          {chart.kind === "pay" ? <PayRanges chart={chart} wide={wide} /> : <GrowthBars chart={chart} wide={wide} />}
        </div>
      ))}
    </ChartFrame>
  );
}

const growthHead = ["Occupation", "Growth", "Years", "Place", "Jobs at the start", "Jobs added", "Jobs at the end", "Openings a year", "Usual entry", "Source"];

function growthRows(chart: GrowthChart, reading: Reading) {
  return chart.rows.map((row) => [
    row.detail ? `${row.label}, ${row.detail}` : row.label,
    row.valueText,
    <span key="period" className="whitespace-nowrap">
      {row.period}
    </span>,
    row.place,
    row.jobsStart,
    row.jobsAdded,
    row.jobsEnd,
    row.openings,
    row.entryEducation,
    paySourceCell(row.note, reading),
  ]);
}
