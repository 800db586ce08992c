import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

/** What is said to the reader wherever they are on the page; it lies over the page's end, so that nothing moves. */
export function BottomCard({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-50 p-4 print:hidden">
      <div className={classes("pointer-events-auto max-w-[27rem] rounded-card border border-edge bg-surface px-4 py-3 font-sans text-body shadow-lg", className)}>
        {children}
      </div>
    </div>
  );
}
