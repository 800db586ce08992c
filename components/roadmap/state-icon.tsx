import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type IconState = "todo" | "learning" | "done" | "skipped" | "confirmed";

const names: Record<IconState, string> = {
  todo: "To do",
  learning: "Learning",
  done: "Done",
  skipped: "Skipped",
  confirmed: "Confirmed",
};

/**
 * The state of an item, told by shape: an empty circle, a half circle, a tick, a dash, a filled stone. Without `named`
 * it is silent, for places where the state stands beside it in words.
 */
export function StateIcon({ state, named, className }: { state: IconState; named?: boolean; className?: string }) {
  const name = named ? { role: "img", "aria-label": names[state] } : { "aria-hidden": true };
  return (
    <svg viewBox="0 0 24 20" className={classes("h-5 w-6 shrink-0", className)} fill="none" strokeLinecap="round" strokeLinejoin="round" {...name}>
      {shapes[state]}
    </svg>
  );
}

const shapes: Record<IconState, ReactNode> = {
  todo: <circle cx="12" cy="10" r="8.2" className="stroke-edge" strokeWidth="1.8" />,
  learning: (
    <>
      <circle cx="12" cy="10" r="8.2" className="stroke-ink" strokeWidth="1.8" />
      <path d="M12 1.8a8.2 8.2 0 0 0 0 16.4z" className="fill-ink" />
    </>
  ),
  done: (
    <>
      <circle cx="12" cy="10" r="8.2" className="stroke-ink" strokeWidth="1.8" />
      <path d="M8 10.4l2.8 2.8 5.2-5.8" className="stroke-ink" strokeWidth="2" />
    </>
  ),
  skipped: (
    <>
      <circle cx="12" cy="10" r="8.2" className="stroke-edge" strokeWidth="1.8" strokeDasharray="3 3.44" />
      <path d="M8.5 10h7" className="stroke-muted" strokeWidth="2" />
    </>
  ),
  confirmed: (
    <>
      <ellipse cx="12" cy="10.5" rx="11" ry="7.6" className="fill-lichen" />
      <path d="M7.5 10.5l3 3 6-6.4" className="stroke-on-lichen" strokeWidth="2.2" />
    </>
  ),
};
