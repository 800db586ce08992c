"use client";

import { useSyncExternalStore } from "react";

/* Single letters act without a modifier, so there must be a way to turn them off: speech input types them by accident (WCAG 2.1.4). */

const name = "cairn.queue-keys";
const listeners = new Set<() => void>();

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    return true;
  }
}

export function setKeysOn(on: boolean): void {
  try {
    if (on) localStorage.removeItem(name);
    else localStorage.setItem(name, "off");
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
