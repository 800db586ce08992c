"use client";

import { useEffect, useRef } from "react";

/**
 * Copies the address of a heading when its link is followed; what says so is fetched then. Without leave to copy nothing is said: the address stands
 * in the address bar all the same. One listener serves all headings of the page.
 */
export function CopyLinks() {
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const copy = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-copy-link]") : null;
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      // At once: some browsers allow it only while the click is dealt with.
      const copied = (async () => navigator.clipboard.writeText(link.href))();
      Promise.all([import("#components/guide/say-copied.ts"), copied]).then(([{ sayCopied }]) => sayCopied(link, status.current), () => undefined);
    };
    document.addEventListener("click", copy);
    return () => document.removeEventListener("click", copy);
  }, []);
  return <p ref={status} role="status" className="sr-only" />;
}
