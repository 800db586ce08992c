import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** Nothing here yet: says what would be here, and what to do next. */
export function EmptyState({
  title,
  children,
  action,
  className,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={classes("rounded-card border border-dashed border-line-strong px-5 py-8 sm:px-8", className)}>
      <p className="font-serif text-heading font-medium">{title}</p>
      {children ? <div className="mt-1.5 max-w-[56ch] text-muted">{children}</div> : null}
      {action ? <div className="mt-5 flex flex-wrap gap-2.5">{action}</div> : null}
    </div>
  );
}
