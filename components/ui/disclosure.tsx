import type { ComponentProps, ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** Native details: opens without JavaScript, and the browser's page search finds what is inside. */
export function Disclosure({
  summary,
  children,
  className,
  ...rest
}: Omit<ComponentProps<"details">, "summary"> & { summary: ReactNode }) {
  return (
    <details className={classes("group", className)} {...rest}>
      <summary className="flex list-none items-center gap-2 rounded-control font-strong marker:hidden [&::-webkit-details-marker]:hidden">
        <svg
          viewBox="0 0 16 16"
          className="size-3.5 shrink-0 text-muted transition-transform group-open:rotate-90"
          aria-hidden="true"
        >
          <path d="M6 3.5L10.5 8 6 12.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
        </svg>
        {summary}
      </summary>
      <div className="pt-2 pl-5.5">{children}</div>
    </details>
  );
}
