import type { ReactNode } from "react";
import { classes } from "#components/ui/classes.ts";

export type ChipTone = "plain" | "turn" | "ok";

const tones: Record<ChipTone, string> = {
  plain: "border-line text-muted",
  turn: "border-transparent bg-signal-soft font-strong text-signal-ink",
  ok: "border-transparent bg-lichen-soft font-strong text-lichen",
};

/** A word or two about a thing's standing. The words carry it; the colour only helps. */
export function Chip({ tone = "plain", className, children }: { tone?: ChipTone; className?: string; children: ReactNode }) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1.5 rounded-[0.8125rem] border px-2.5 py-0.5 text-label",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
