/*
 * Who was last seen to be signed in in this browser, told from tab to tab: they share one session, and a page of somebody who was there
 * before would show and send things in the name of whoever is there now.
 */

const key = "cairn.signed-in";

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is switched off: the server still refuses what is asked in another's name (lib/base/api.ts).
    return null;
  }
}

export function noteAccount(userId: string): void {
  try {
    if (localStorage.getItem(key) !== userId) localStorage.setItem(key, userId);
  } catch {
    // As above.
  }
}

/** Calls when another tab has seen somebody else; answers how to end that. A tab that slept meanwhile looks when it is shown again. */
export function watchAccount(userId: string, onOther: () => void): () => void {
  const look = () => {
    const seen = read();
    if (seen !== null && seen !== userId) onOther();
  };
  addEventListener("storage", look);
  addEventListener("pageshow", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    removeEventListener("storage", look);
    removeEventListener("pageshow", look);
    document.removeEventListener("visibilitychange", look);
  };
}
