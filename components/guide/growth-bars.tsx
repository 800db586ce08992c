import { halo } from "#components/guide/halo.ts";
import { type GrowthChart, type GrowthRow, ticks } from "#lib/guide/chart.ts";

/** Growth as bars from zero, with the figure at the end of each. Attributes and classes only. */
export function GrowthBars({ chart, wide }: { chart: GrowthChart; wide: boolean }) {
  const [width, left, right, rowHeight] = wide ? [680, 230, 630, 50] : [350, 10, 300, 66];
  const marks = ticks(Math.max(...chart.rows.map((row) => row.value)));
  const end = marks.at(-1) ?? 1;
  const x = (value: number) => Math.round(left + ((right - left) * value) / end);
  const bottom = 10 + chart.rows.length * rowHeight;
  return (
    <svg viewBox={`0 0 ${width} ${bottom + 34}`} role="img" aria-label={`${chart.title}. ${chart.says}`} className="block w-full">
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={x(mark)} x2={x(mark)} y1={8} y2={bottom} className="stroke-line" />
          <text x={x(mark)} y={bottom + 22} textAnchor="middle" fontSize={wide ? 13 : 14} className="fill-muted font-sans">
            {`${mark}%`}
          </text>
        </g>
      ))}
      {chart.rows.map((row, index) => (
        <Bar key={row.recordId} row={row} top={10 + index * rowHeight} wide={wide} from={x(0)} to={x(row.value)} />
      ))}
    </svg>
  );
}

function Bar({ row, top, wide, from, to }: { row: GrowthRow; top: number; wide: boolean; from: number; to: number }) {
  const middle = top + (wide ? 26 : 42);
  return (
    <g>
      <text x={0} y={wide ? (row.detail ? middle - 3 : middle + 5) : top + 22} fontSize={wide ? 14 : 14.5} className="fill-ink stroke-paper font-sans" {...halo}>
        {wide || !row.detail ? row.label : `${row.label}, ${row.detail}`}
      </text>
      {wide && row.detail && (
        <text x={0} y={middle + 14} fontSize={12.5} className="fill-muted stroke-paper font-sans" {...halo}>
          {row.detail}
        </text>
      )}
      <rect x={from} y={middle - 9} width={to - from} height={18} rx={3} className="fill-lichen" />
      <text x={to + 8} y={middle + 5} fontSize={wide ? 13.5 : 14.5} fontWeight={600} className="fill-ink stroke-paper font-sans" {...halo}>
        {row.valueText}
      </text>
    </g>
  );
}
