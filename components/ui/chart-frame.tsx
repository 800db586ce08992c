import type { ReactNode } from "react";

type ChartFrameProps = {
  id: string;
  title: string;
  says: string;
  /** The drawing, wide and narrow. */
  children: ReactNode;
  caption: ReactNode;
  /** The same numbers as a table: for those who cannot see the drawing, and for those who want them exactly. */
  table: ReactNode;
};

/** A chart with its title, what it says, and its table, which opens without JavaScript. */
export function ChartFrame({ id, title, says, children, caption, table }: ChartFrameProps) {
  return (
    <figure id={id} aria-labelledby={`${id}-title`} className="my-9 break-inside-avoid font-sans print:break-inside-auto">
      <figcaption className="break-after-avoid break-inside-avoid">
        <p id={`${id}-title`} className="text-item font-strong">
          {title}
        </p>
        <p className="mt-1 text-note text-muted">{says}</p>
      </figcaption>
      <div className="mt-4 print:max-w-[14cm] print:break-inside-avoid">{children}</div>
      <p className="mt-3 break-before-avoid break-inside-avoid text-note text-muted print:text-[8.5pt]">{caption}</p>
      <details className="group mt-3">
        <summary className="inline-flex min-h-10 list-none items-center rounded-control border border-line-strong bg-surface px-3.5 text-note font-strong hover:bg-sunk print:hidden [&::-webkit-details-marker]:hidden">
          <span className="group-open:hidden">Show as table</span>
          <span className="hidden group-open:inline">Hide table</span>
        </summary>
        {table}
      </details>
    </figure>
  );
}
