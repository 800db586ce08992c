"use client";

import { useSyncExternalStore } from "react";

export type Theme = "system" | "light" | "dark";

/*
 * What components/shell/head/theme-at-first.ts reads before the first paint, this writes. localStorage "theme" is "light" or "dark", or is
 * absent: then the system decides, also when it changes its mind while the page is open.
 */

const listeners = new Set<() => void>();
const systemDark = () => matchMedia("(prefers-color-scheme: dark)");
/** The choice for this page when storage is switched off. */
let unstored: Theme = "system";

function chosen(): Theme {
  try {
    const stored = localStorage.getItem("theme");
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return unstored;
  }
}

function apply(): void {
  const theme = chosen();
  document.documentElement.dataset.theme = theme === "system" ? (systemDark().matches ? "dark" : "light") : theme;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    systemDark().addEventListener("change", apply);
    // Another tab of this browser may choose.
    addEventListener("storage", apply);
    // A page that React had to draw in the browser, such as the one for a wrong address, never ran the head script.
    if (!document.documentElement.dataset.theme) apply();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    systemDark().removeEventListener("change", apply);
    removeEventListener("storage", apply);
  };
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosen, () => "system" as const);
}

export function chooseTheme(theme: Theme): void {
  unstored = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    document.documentElement.dataset.theme = theme === "system" ? (systemDark().matches ? "dark" : "light") : theme;
  }
  apply();
}
