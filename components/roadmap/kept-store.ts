import { formatTicks, keptKey, parseTicks, type KeptTicks } from "#lib/roadmap/kept-ticks.ts";

/*
 * The ticks that this browser keeps for a visitor, alike in all of its tabs. A browser whose storage is off or full keeps nothing:
 * then they last as long as the page.
 */

const listeners = new Set<() => void>();
const unkept = new Map<string, string>();
let read: { guide: string; text: string | null; ticks: KeptTicks } | undefined;

function textOf(guide: string): string | null {
  try {
    return unkept.get(guide) ?? localStorage.getItem(keptKey(guide));
  } catch {
    return null;
  }
}

/** The same map as long as nothing has changed. */
export function keptTicks(guide: string): KeptTicks {
  const text = textOf(guide);
  if (read?.guide !== guide || read.text !== text) read = { guide, text, ticks: parseTicks(text, Date.now()) };
  return read.ticks;
}

/** Keeps these ticks and no others; false when the browser refuses to. */
export function keepTicks(guide: string, ticks: KeptTicks): boolean {
  try {
    if (ticks.size > 0) localStorage.setItem(keptKey(guide), formatTicks(ticks));
    else localStorage.removeItem(keptKey(guide));
    unkept.delete(guide);
  } catch {
    unkept.set(guide, formatTicks(ticks));
  }
  listeners.forEach((listener) => listener());
  return !unkept.has(guide);
}

export function subscribeToKept(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}
