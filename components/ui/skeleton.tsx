import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** The shape of something that is on its way. Size it with classes; it is silent for a screen reader. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classes("block animate-pulse rounded bg-line/70 motion-reduce:animate-none", className)} />;
}

/** Wraps the skeletons of a page and says once, in words, that it is loading. */
export function Loading({ label = "Loading", className, children }: { label?: string; className?: string; children: ReactNode }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
