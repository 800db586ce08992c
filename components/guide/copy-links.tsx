"use client";

import { useEffect, useRef } from "react";

/** Copies the address of a heading when its link is followed, and says so. One listener serves all headings of the page. */
export function CopyLinks() {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let fading = 0;
    const copy = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy-link]") : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      try {
        await navigator.clipboard.writeText(link.href);
      } catch {
        return; // The address stands in the address bar all the same.
      }
      document.querySelectorAll("[data-copied]").forEach((each) => each.removeAttribute("data-copied"));
      link.setAttribute("data-copied", "");
      if (status.current) status.current.textContent = "Link copied";
      clearTimeout(fading);
      fading = window.setTimeout(() => {
        link.removeAttribute("data-copied");
        if (status.current) status.current.textContent = "";
      }, 2500);
    };
    const listen = (event: MouseEvent) => void copy(event);
    document.addEventListener("click", listen);
    return () => {
      clearTimeout(fading);
      document.removeEventListener("click", listen);
    };
  }, []);
  return <p ref={status} role="status" className="sr-only" />;
}
