import type { ComponentProps, ReactNode } from "react";
import { Chevron } from "#components/ui/chevron.tsx";
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
      <summary className="flex list-none items-baseline gap-2 rounded-control font-strong marker:hidden [&::-webkit-details-marker]:hidden">
        {/* With a line of its own it stands where it will stay, also on a page that has arrived only so far. */}
        <span className="flex items-baseline before:content-['\200b']">
          <Chevron className="relative top-0.5 group-open:rotate-90" />
        </span>
        {summary}
      </summary>
      <div className="pt-2 pl-5.5">{children}</div>
    </details>
  );
}
