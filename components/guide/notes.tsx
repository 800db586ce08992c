"use client";

import { useEffect, useRef } from "react";

/**
 * A note opens where its number stands, over the text, which keeps its place. What shows it is fetched with the first one; without it a number
 * leads to the list at the chapter's end. One listener serves all numbers of the page.
 */
export function Notes() {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("sup a") : null;
      if (!mark || event.ctrlKey || event.metaKey || event.shiftKey || !box.current?.showPopover) return;
      const { current } = box;
      event.preventDefault();
      import("#components/guide/note-box.ts").then(({ showNote }) => showNote(current, mark), () => location.assign(mark.href));
    };
    document.addEventListener("click", open);
    return () => document.removeEventListener("click", open);
  }, []);
  return <div ref={box} popover="auto" tabIndex={-1} role="note" className="note-box font-sans text-note wrap-anywhere print:hidden" />;
}
