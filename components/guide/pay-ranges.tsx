import { Fragment } from "react";
import { axisAmount, type PayChart, type PayRow, ticks } from "#lib/guide/chart.ts";

type Frame = { width: number; left: number; right: number; rowHeight: number; wide: boolean };

/** Ranges from the 10th to the 90th percentile with the median marked; a lone average is a diamond. Attributes and classes only. */
export function PayRanges({ chart, wide }: { chart: PayChart; wide: boolean }) {
  const frame: Frame = wide
    ? { width: 680, left: 190, right: 656, rowHeight: 60, wide }
    : { width: 350, left: 6, right: 326, rowHeight: 70, wide };
  const largest = Math.max(...chart.rows.flatMap((row) => [row.value ?? 0, row.high ?? 0]));
  const marks = ticks(largest);
  const end = marks.at(-1) ?? largest;
  const x = (value: number) => Math.round(frame.left + ((frame.right - frame.left) * value) / end);
  // One axis has one currency: the validation refuses a chart that mixes them.
  const currency = chart.rows[0]?.currency ?? "USD";
  const bottom = 14 + chart.rows.length * frame.rowHeight;
  return (
    <svg viewBox={`0 0 ${frame.width} ${bottom + 34}`} role="img" aria-label={`${chart.title}. ${chart.says}`} className="block w-full">
      {marks.map((mark) => (
        <Fragment key={mark}>
          <line x1={x(mark)} x2={x(mark)} y1={10} y2={bottom} className="stroke-line" />
          <text x={x(mark)} y={bottom + 22} textAnchor="middle" fontSize={wide ? 13 : 14} className="fill-muted font-sans">
            {axisAmount(mark, currency)}
          </text>
        </Fragment>
      ))}
      {chart.rows.map((row, index) => (
        <Row key={row.recordId} row={row} top={14 + index * frame.rowHeight} frame={frame} x={x} />
      ))}
    </svg>
  );
}

function Row({ row, top, frame, x }: { row: PayRow; top: number; frame: Frame; x: (value: number) => number }) {
  const { wide, width } = frame;
  const middle = top + (wide ? 34 : 44);
  const value = row.value === null ? null : x(row.value);
  return (
    <g>
      <text x={0} y={wide ? (row.detail ? middle - 3 : middle + 5) : top + 20} fontSize={wide ? 14 : 14.5} className="fill-ink halo font-sans">
        {wide || !row.detail ? row.label : `${row.label}, ${row.detail}`}
      </text>
      {wide && row.detail && (
        <text x={0} y={middle + 14} fontSize={12.5} className="fill-muted halo font-sans">
          {row.detail}
        </text>
      )}
      {row.low !== null && row.high !== null && (
        <rect x={x(row.low)} y={middle - 9} width={x(row.high) - x(row.low)} height={18} rx={9} className="fill-range stroke-edge" />
      )}
      {value !== null && <Mark at={value} middle={middle} mean={row.statistic.startsWith("mean")} />}
      <text
        x={wide ? (value ?? 0) : width}
        y={wide ? middle - 17 : top + 20}
        textAnchor={wide ? "middle" : "end"}
        fontSize={wide ? 13.5 : 14.5}
        fontWeight={600}
        className="fill-ink halo font-sans"
      >
        {row.valueText}
      </text>
    </g>
  );
}

function Mark({ at, middle, mean }: { at: number; middle: number; mean: boolean }) {
  if (mean) return <path d={`M${at} ${middle - 8}l8 8l-8 8l-8 -8z`} className="fill-lichen" />;
  return <rect x={at - 2} y={middle - 13} width={4} height={26} rx={2} className="fill-lichen" />;
}
