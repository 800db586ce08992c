import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** The title of a page, with a line under it and its main action beside it. */
export function PageHeading({
  title,
  overline,
  children,
  actions,
  className,
}: {
  title: ReactNode;
  overline?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header className={classes("mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4", className)}>
      <div className="min-w-0 flex-1 basis-72">
        {overline ? <p className="mb-1 text-label text-muted">{overline}</p> : null}
        <h1 className="font-serif text-title font-book text-balance">{title}</h1>
        {children ? <div className="mt-2 max-w-[62ch] text-muted">{children}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-2.5">{actions}</div> : null}
    </header>
  );
}
