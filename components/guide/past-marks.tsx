"use client";

import { useEffect } from "react";

/** Says what is over by the reader's own date, which a page made beforehand cannot know. One for all marks of the page, which name a day or a month. */
export function PastMarks() {
  useEffect(() => {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
    document.querySelectorAll<HTMLElement>("[data-ends]").forEach((mark) => {
      const { ends = "" } = mark.dataset;
      if (ends >= today.slice(0, ends.length)) return;
      mark.dataset.past = "";
      mark.textContent = " (past)";
    });
  }, []);
  return null;
}
