"use client";

import { useEffect, useSyncExternalStore } from "react";

/** The part of the address behind "#", without it; empty on the server. The page scrolls to what it names once that is open. */
export function useAnchor(): string {
  const anchor = useSyncExternalStore(subscribe, () => decodeURIComponent(location.hash.slice(1)), () => "");
  useEffect(() => {
    if (anchor) document.getElementById(anchor)?.scrollIntoView({ block: "start" });
  }, [anchor]);
  return anchor;
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}
