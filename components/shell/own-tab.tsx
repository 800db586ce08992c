"use client";

import { useEffect, useState } from "react";
import { signedInKey } from "#components/shell/account.ts";
import { askAs } from "#lib/base/api.ts";

/** Not the one of known-account.ts, which comes and goes with what the public pages know. */
const name = "cairn.tab";

/** Whose the page is, for as long as it lives; null before the first. */
let owner: string | null = null;

/**
 * Gives up what the tab has kept of somebody else: words that were not sent, and verdicts that were not given. Their session may have ended
 * without a word here, in another tab or by itself. It stands before all that reads the tab's storage; what the page itself still has in
 * memory goes with it when it is loaded anew, which happens also when somebody else signs in in another tab.
 */
export function OwnTab({ userId }: { userId: string }) {
  const [isOfAnother] = useState(() => {
    if (typeof window === "undefined") return false;
    const before = owner;
    owner = userId;
    askAs(userId, readAnew);
    clearOfOthers(userId);
    return before !== null && before !== userId;
  });
  useEffect(() => {
    if (isOfAnother) readAnew();
    noteAccount(userId);
    return watchAccount(userId, readAnew);
  }, [isOfAnother, userId]);
  return null;
}

function readAnew(): void {
  location.reload();
}

function clearOfOthers(userId: string): void {
  try {
    const before = sessionStorage.getItem(name);
    if (before !== null && before !== userId) sessionStorage.clear();
    sessionStorage.setItem(name, userId);
  } catch {
    // Storage is switched off: nothing of anybody is kept.
  }
}

function noteAccount(userId: string): void {
  try {
    localStorage.setItem(signedInKey, userId);
  } catch {
    // Storage is switched off: the server still refuses what is asked in another's name (lib/base/api.ts).
  }
}

/** Calls when another tab has seen somebody else; answers how to end that. A tab that slept meanwhile looks when it is shown again. */
function watchAccount(userId: string, onOther: () => void): () => void {
  const look = () => {
    const seen = seenAccount();
    if (seen !== null && seen !== userId) onOther();
  };
  const watching = new AbortController();
  const { signal } = watching;
  addEventListener("storage", look, { signal });
  addEventListener("pageshow", look, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  return () => watching.abort();
}

function seenAccount(): string | null {
  try {
    return localStorage.getItem(signedInKey);
  } catch {
    return null; // As above.
  }
}
