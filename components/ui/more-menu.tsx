"use client";

import { Ellipsis } from "lucide-react";
import { useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from "react";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { classes } from "#components/ui/classes.ts";

/** Acts that are rarely wanted, behind three dots. `label` names what they are done to. `children` are MoreMenuItems. */
export function MoreMenu({ label, children }: { label: string; children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !menu.current?.open) return;
    event.stopPropagation();
    close();
    menu.current.querySelector("summary")?.focus();
  };
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) close();
  };
  return (
    <details ref={menu} className="relative print:hidden" onKeyDown={onKeyDown} onBlur={onBlur}>
      <summary aria-label={label} className={classes(buttonClasses("quiet", "small"), "list-none px-1.5! [&::-webkit-details-marker]:hidden")}>
        <Ellipsis className="size-4.5" aria-hidden="true" />
      </summary>
      <div onClick={close} className="absolute right-0 z-20 mt-1 grid w-max min-w-40 rounded-card border border-line bg-surface p-1.5 shadow-lg">{children}</div>
    </details>
  );
}

export function MoreMenuItem({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" onClick={onClick} className="rounded-control px-3 py-1.5 text-start hover:bg-sunk pointer-coarse:min-h-11">{children}</button>
  );
}
