import { Fragment } from "react";
import { type GrowthChart, type GrowthRow, ticks } from "#lib/guide/chart.ts";

/** Growth as bars from zero, to the left where jobs are lost, with the figure beside each. Attributes and classes only. */
export function GrowthBars({ chart, wide }: { chart: GrowthChart; wide: boolean }) {
  const isDetailed = chart.rows.some(({ detail }) => detail !== null);
  const [width, left, right, rowHeight] = wide ? [680, 230, 630, 50] : [350, 10, 300, isDetailed ? 82 : 66];
  const values = chart.rows.map((row) => row.value);
  const marks = ticks(Math.max(...values), Math.min(...values));
  const [start = 0, end = 1] = [marks[0], marks.at(-1)];
  const x = (value: number) => Math.round(left + ((right - left) * (value - start)) / (end - start));
  const bottom = 10 + chart.rows.length * rowHeight;
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 34}`} role="img" aria-label={`${chart.title}. ${chart.says}`} className="block w-full">
      {marks.map((mark) => (
        <Fragment key={mark}>
          <line x1={x(mark)} x2={x(mark)} y1={8} y2={bottom} className={mark === 0 && start < 0 ? "stroke-edge" : "stroke-line"} />
          <text x={x(mark)} y={bottom + 22} textAnchor="middle" fontSize={wide ? 13 : 14} className="fill-muted font-sans">
            {`${mark}%`}
          </text>
        </Fragment>
      ))}
      {chart.rows.map((row, index) => (
        <Bar key={row.recordId} row={row} top={10 + index * rowHeight} height={rowHeight} wide={wide} from={x(0)} to={x(row.value)} />
      ))}
    </svg>
  );
}

function Bar({ row, top, height, wide, from, to }: { row: GrowthRow; top: number; height: number; wide: boolean; from: number; to: number }) {
  const middle = top + height - 24;
  return (
    <g>
      <text x={0} y={wide ? (row.detail ? middle - 3 : middle + 5) : middle - (row.detail ? 36 : 20)} fontSize={wide ? 14 : 14.5} className="fill-ink halo font-sans">
        {row.label}
      </text>
      {row.detail && (
        <text x={0} y={wide ? middle + 14 : middle - 18} fontSize={wide ? 12.5 : 13.5} className="fill-muted halo font-sans">
          {row.detail}
        </text>
      )}
      <rect x={Math.min(from, to)} y={middle - 9} width={Math.abs(to - from)} height={18} rx={3} className="fill-lichen" />
      <text x={Math.max(from, to) + 8} y={middle + 5} fontSize={wide ? 13.5 : 14.5} fontWeight={600} className="fill-ink halo font-sans">
        {row.valueText}
      </text>
    </g>
  );
}
