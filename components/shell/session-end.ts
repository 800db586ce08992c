"use client";

import { useSyncExternalStore } from "react";

/* Whether the server has said that the session of this page is over: after that nothing is asked for by the clock any more. */

let ended = false;
const listeners = new Set<() => void>();

export function noteSession(isOver: boolean): void {
  if (ended === isOver) return;
  ended = isOver;
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useIsSessionOver(): boolean {
  return useSyncExternalStore(subscribe, () => ended, () => false);
}
