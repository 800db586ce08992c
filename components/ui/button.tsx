import type { ComponentProps, MouseEvent } from "react";
import { buttonClasses, type ButtonLook } from "#components/ui/button-classes.ts";
import { classes } from "#components/ui/classes.ts";

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
