import type { FocusEvent } from "react";

/** For what holds a popover and its button: what lies over the page goes when the focus leaves both. */
export function hideOnLeave({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.querySelector<HTMLElement>("[popover]:popover-open")?.hidePopover();
}
