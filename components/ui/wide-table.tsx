import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";
import { Whole } from "#components/ui/whole.tsx";

/**
 * A table that may be wider than its place: it scrolls by itself, also by keyboard, and the page does not. On a phone each row stands as a block
 * of its own, every cell under its column's name (`stacking` in globals.css), unless its words are few enough to stay side by side (`stacks`). The
 * roles are said, since a browser may take them from what is not drawn as a table. Rows below the first screen are laid out `later`, as far as they
 * are blocks.
 */
export function WideTable({ label, head, rows, stacks = true }: { label: string; head: readonly string[]; rows: readonly (readonly ReactNode[])[]; stacks?: boolean }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="whole mt-4 mb-7 overflow-x-auto print:overflow-visible print:text-[8pt] print:[&_*]:whitespace-normal font-sans text-note">
      <table role="table" className={classes(stacks && "stacking", "w-full border-collapse text-left tabular-nums")}>
        <thead role="rowgroup">
          <tr role="row" className="border-b border-line-strong text-muted">
            {head.map((name) => (
              <th key={name} role="columnheader" scope="col" className="py-2 pr-5 align-bottom font-strong last:pr-0 print:pr-2">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={stacks ? "[&>:nth-child(n+5)]:later" : undefined}>
          {rows.map(([first, ...cells], row) => (
            <tr key={row} role="row" className="border-b border-line align-top">
              <th role="rowheader" scope="row" className="min-w-36 py-2 pr-5 font-normal print:min-w-0 print:pr-2">
                {first}
              </th>
              {cells.map((cell, column) => (
                <td key={column} role="cell" data-label={head[column + 1]} data-empty={cell == null || undefined} className="py-2 pr-5 last:pr-0 print:pr-2">
                  {cell ?? <span className="text-muted">not given</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Whole />
    </div>
  );
}
