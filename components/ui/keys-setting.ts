"use client";

import { useSyncExternalStore } from "react";
import { keysAreOn, keysKept } from "#components/ui/keys-kept.ts";

/* Single letters act without a modifier, so there must be a way to turn them off: speech input types them by accident (WCAG 2.1.4). */

const listeners = new Set<() => void>();

export function setKeysOn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(keysKept);
    else localStorage.setItem(keysKept, "off");
  } catch {
    // Storage may be switched off in the browser: then the keys stay as they are.
  }
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useKeysOn(): boolean {
  return useSyncExternalStore(subscribe, keysAreOn, () => true);
}
