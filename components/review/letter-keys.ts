"use client";

import { useEffect, useEffectEvent } from "react";
import { keysAreOn } from "#components/ui/keys-kept.ts";

/** Single letters as commands of a page. `press` does what a key stands for, and answers false when it stands for nothing here. */
export function useLetterKeys(press: (key: string) => boolean): void {
  const onPress = useEffectEvent(press);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isMeantForOthers(event) || !keysAreOn() || !onPress(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Typing, a menu or dialog in front, and the browser's own shortcuts are not ours to take. */
function isMeantForOthers(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  if (document.querySelector("[role=dialog], [popover]:popover-open")) return true;
  return event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]") !== null;
}
