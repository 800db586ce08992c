"use client";

import { useState } from "react";

/** Not the one of known-account.ts, which comes and goes with what the public pages know. */
const name = "cairn.tab";

/**
 * Gives up what the tab has kept of somebody else: words that were not sent, and verdicts that were not given. Their session may have ended
 * without a word here, in another tab or by itself. It stands before all that reads the tab's storage.
 */
export function OwnTab({ userId }: { userId: string }) {
  useState(() => {
    if (typeof window === "undefined") return;
    try {
      const before = sessionStorage.getItem(name);
      if (before !== null && before !== userId) sessionStorage.clear();
      sessionStorage.setItem(name, userId);
    } catch {
      // Storage is switched off: nothing of anybody is kept.
    }
  });
  return null;
}
