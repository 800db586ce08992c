"use client";

import { useEffect } from "react";
import { isDrawn } from "#components/ui/drawn.ts";

const places = "li, article, section, form, main";

/**
 * When what had the focus leaves the page (a button that has done its work, a message that was closed), the nearest place around it
 * that is still there takes the focus. Otherwise a keyboard would begin again at the top of the page.
 */
export function FocusKeeper() {
  useEffect(() => {
    let trail: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target.closest("main")) trail = [target, ...placesAround(target)];
    };
    // A click beside everything takes the focus away on purpose.
    const forget = () => (trail = []);
    const keep = () => {
      const [focused, ...around] = trail;
      if (document.activeElement !== document.body || !focused || isThere(focused)) return;
      const place = around.find(isThere);
      if (!place) return;
      if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => requestAnimationFrame(keep));
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open", "disabled"] });
    document.addEventListener("focusin", remember);
    document.addEventListener("pointerdown", forget);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("pointerdown", forget);
    };
  }, []);
  return null;
}

function placesAround(element: HTMLElement): HTMLElement[] {
  const place = element.parentElement?.closest<HTMLElement>(places);
  return place ? [place, ...placesAround(place)] : [];
}

function isThere(element: HTMLElement): boolean {
  return element.isConnected && isDrawn(element) && !element.matches(":disabled");
}
