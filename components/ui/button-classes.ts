import { classes } from "#components/ui/classes.ts";

export type ButtonVariant = "primary" | "default" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";

const variants: Record<ButtonVariant, string> = {
  primary: "border-lichen bg-lichen text-on-lichen hover:brightness-110",
  default: "border-line-strong bg-surface text-ink hover:bg-sunk",
  quiet: "border-transparent text-muted hover:bg-sunk hover:text-ink",
  danger: "border-danger bg-surface text-danger hover:bg-danger hover:text-paper",
};

const sizes: Record<ButtonSize, string> = {
  normal: "min-h-[2.375rem] px-3.5 py-1.5 text-body",
  small: "min-h-8 px-2.5 py-1 text-note",
};

/** The classes of a button, for what looks like one and is something else. In a file of its own: every page carries them, and few of them a button. */
export function buttonClasses(variant: ButtonVariant = "default", size: ButtonSize = "normal"): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-control border font-strong no-underline transition-colors",
    "pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed",
    variants[variant],
    sizes[size],
  );
}

export type ButtonLook = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined };
