"use client";

import { useEffect, useSyncExternalStore } from "react";

/** The part of the address behind "#", without it; empty on the server. The page scrolls to what it names once that is open. */
export function useAnchor(): string {
  const anchor = useSyncExternalStore(subscribe, readAnchor, () => "");
  useEffect(() => {
    if (anchor) document.getElementById(anchor)?.scrollIntoView({ block: "start" });
  }, [anchor]);
  return anchor;
}

/** A broken escape in the address names nothing. */
function readAnchor(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

/** Takes the anchor out of the address, so that a link to the same place leads there anew. */
export function leaveAnchor(): void {
  history.replaceState(history.state, "", location.pathname + location.search);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
