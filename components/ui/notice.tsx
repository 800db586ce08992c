import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type NoticeTone = "plain" | "turn" | "problem";

const tones: Record<NoticeTone, string> = {
  plain: "border-line bg-sunk",
  turn: "border-transparent bg-signal-soft",
  problem: "border-danger bg-surface",
};

/** A standing message at its place in the page. A problem is read out when it appears. */
export function Notice({ tone = "plain", title, className, children }: { tone?: NoticeTone; title?: string; className?: string; children?: ReactNode }) {
  return (
    <div
      role={tone === "problem" ? "alert" : undefined}
      className={classes("rounded-card border px-4 py-3", tones[tone], className)}
    >
      {title ? <p className={classes("font-strong", tone === "problem" && "text-danger")}>{title}</p> : null}
      {children}
    </div>
  );
}
