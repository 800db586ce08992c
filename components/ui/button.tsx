import type { ComponentProps, MouseEvent } from "react";
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

/** The classes of a button, for what looks like one and is something else. */
export function buttonClasses(variant: ButtonVariant = "default", size: ButtonSize = "normal"): string {
  return classes(
    "inline-flex items-center justify-center gap-2 rounded-control border font-strong no-underline transition-colors",
    "pointer-coarse:min-h-11 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed",
    variants[variant],
    sizes[size],
  );
}

export type ButtonLook = { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined };

export type ButtonProps = ComponentProps<"button"> & ButtonLook & {
  /** The act is under way: the button keeps its place and the focus, and does nothing when pressed again. */
  busy?: boolean;
};

export function Button({ variant, size, busy = false, className, type = "button", onClick, children, ...rest }: ButtonProps) {
  const waiting = busy ? { "aria-busy": true, "aria-disabled": true } : {};
  return (
    <button type={type} className={classes(buttonClasses(variant, size), className)} onClick={once(busy ? ignore : onClick)} {...rest} {...waiting}>
      {busy ? <Spinner /> : null}
      {children}
    </button>
  );
}

/**
 * A double click is one press: whoever is used to it would press a button that was not busy yet a second time. A form takes no second
 * submission by itself (useSubmission).
 */
function once(act: ButtonProps["onClick"]): ButtonProps["onClick"] {
  return act && ((event) => (event.detail > 1 ? ignore(event) : act(event)));
}

function ignore(event: MouseEvent) {
  event.preventDefault();
}

function Spinner() {
  return (
    <svg viewBox="0 0 16 16" className="size-4 shrink-0 animate-spin" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.3" />
      <path d="M8 2a6 6 0 0 1 6 6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
