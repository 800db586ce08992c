import { classes } from "#components/ui/classes.ts";

/** The mark of something that opens in place. */
export function Chevron({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 16 16" className={classes("size-3.5 shrink-0 text-muted transition-transform", className)} aria-hidden="true">
      <path d="M6 3.5L10.5 8 6 12.5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </svg>
  );
}
