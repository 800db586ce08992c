import { heldScriptType } from "#lib/base/held-script-type.ts";

/** What a reader does at a page that may soon ask for its scripts. */
const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin"];
/** In milliseconds after the page's load. */
const longestSleep = 3_000;

const conditions = new Set(["arrived", "painted", "wanted"]);
let isAwake = false;

/**
 * Starts the scripts that a prerendered page holds (lib/ops/held-scripts.ts), in their order, once it has arrived whole, is painted, and somebody is there: who does
 * something, or of whom this browser keeps something that the page shows, as ticks or that they are signed in. Until then the processor of a phone is
 * the page's own, and the scripts only come, so that nobody waits for them. A page that lies still wakes three seconds after its load, and so does one of
 * which no paint is told, as in a tab that nobody looks at.
 */
export function wakeInTime(): void {
  addEventListener("DOMContentLoaded", () => meet("arrived"));
  notePaint(() => {
    fetchBeforehand();
    meet("painted");
  });
  if (keepsSomething()) meet("wanted");
  else for (const sign of signs) addEventListener(sign, () => meet("wanted"), { once: true, passive: true, capture: true });
  addEventListener("load", () => setTimeout(wake, longestSleep));
}

function meet(condition: string): void {
  if (conditions.delete(condition) && conditions.size === 0) wake();
}

/** In a task of its own. A browser that cannot tell of it says nothing. */
function notePaint(then: () => void): void {
  try {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName("first-contentful-paint").length > 0) setTimeout(then);
    });
    observer.observe({ type: "paint", buffered: true });
  } catch {
    // It wakes after its load.
  }
}

function keepsSomething(): boolean {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

function heldScripts(): NodeListOf<HTMLScriptElement> {
  return document.querySelectorAll(`script[type="${heldScriptType}"]`);
}

function fetchBeforehand(): void {
  for (const { src } of heldScripts()) {
    if (!src) continue;
    const link = document.createElement("link");
    link.rel = "prefetch";
    link.as = "script";
    link.href = src;
    document.head.append(link);
  }
}

/**
 * A browser does not look at a script again when its type changes, so a copy takes its place, with the same address and `async`, by which Turbopack's
 * runtime and React find it.
 */
function wake(): void {
  if (isAwake) return;
  isAwake = true;
  for (const script of heldScripts()) {
    const copy = script.cloneNode(true) as HTMLScriptElement;
    copy.removeAttribute("type");
    script.replaceWith(copy);
  }
}
