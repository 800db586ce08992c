import { GrowthBars } from "#components/guide/growth-bars.tsx";
import { NoteMarks } from "#components/guide/note-marks.tsx";
import { PayRanges } from "#components/guide/pay-ranges.tsx";
import { payHead, paySourceCell, payTableRow } from "#components/guide/pay-table.tsx";
import { numberHere, type Reading } from "#components/guide/reading.ts";
import { ChartFrame } from "#components/ui/chart-frame.tsx";
import { WideTable } from "#components/ui/wide-table.tsx";
import type { GrowthChart } from "#lib/guide/chart.ts";
import { chartAnchor } from "#lib/guide/place.ts";
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
      id={chartAnchor(chart.id)}
      title={title}
      says={says}
      caption={
        <>
          {chart.caption}
          <NoteMarks marks={notes.toSorted((one, other) => numberHere(reading, one.number) - numberHere(reading, other.number))} reading={reading} />
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

const growthHead = ["Occupation, where and when", "Growth", "Jobs", "Source"];

function growthRows(chart: GrowthChart, reading: Reading) {
  return chart.rows.map((row) => {
    const jobs = [
      row.jobsStart && `${row.jobsStart} at the start`, row.jobsAdded && `${row.jobsAdded} added`, row.jobsEnd && `${row.jobsEnd} at the end`,
      row.openings && `${row.openings} openings a year`, row.entryEducation && `usual entry: ${row.entryEducation}`,
    ].filter(Boolean);
    return [
      <span key="who" className="block min-w-44">
        {row.detail ? `${row.label}, ${row.detail}` : row.label}
        <span className="block text-muted">{row.place}, {row.period}</span>
      </span>,
      row.valueText,
      jobs.length > 0 ? <span key="jobs" className="block min-w-40">{jobs.map((each) => <span key={each} className="block">{each}</span>)}</span> : null,
      paySourceCell(row.note, reading),
    ];
  });
}
