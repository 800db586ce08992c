/** lib/ops/held-scripts.ts gives it to them. */
const heldScripts = "script[type='text/held']";

/** What somebody at the page causes, one way or another: a page that is opened at a part of it scrolls too, and some tools only click. */
const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "click"];
/** In milliseconds after the page's load. */
const longestSleep = 3_000;

const conditions = new Set(["arrived", "painted", "wanted"]);
let isAwake = false;

/**
 * Starts the scripts that a prerendered page holds (lib/ops/held-scripts.ts) once it has arrived whole, is painted, and somebody is there: who does
 * something, or of whom this browser keeps something, as ticks or that they are signed in, which the page may have to show. Until then the processor of
 * a phone is the page's own, and the scripts are only fetched. A page that lies still wakes three seconds after its load, and so does one of which no
 * paint is told, as in a tab that nobody looks at.
 */
export function wakeInTime(): void {
  addEventListener("DOMContentLoaded", () => meet("arrived"));
  notePaint(() => meet("painted"));
  if (keepsSomething()) meet("wanted");
  else for (const sign of signs) addEventListener(sign, () => meet("wanted"), { once: true, passive: true, capture: true });
  addEventListener("load", () => setTimeout(wake, longestSleep));
}

/** Waking comes after what the page does for the reader at once. */
function meet(condition: string): void {
  if (!conditions.delete(condition)) return;
  if (conditions.size === 0) requestAnimationFrame(() => setTimeout(wake));
  else if (conditions.size === 1 && conditions.has("wanted")) fetchBeforehand();
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

function fetchBeforehand(): void {
  for (const { src } of document.querySelectorAll<HTMLScriptElement>(`${heldScripts}[src]`)) {
    const link = document.createElement("link");
    link.rel = link.relList.supports("prefetch") ? "prefetch" : "preload";
    link.as = "script";
    link.href = src;
    document.head.append(link);
  }
}

/**
 * The data for the scripts is there when the first of them comes. A browser does not look at a script again when its type changes, so a copy takes its
 * place, with the same address and `async`, by which Turbopack's runtime and React find it.
 */
function wake(): void {
  if (isAwake) return;
  isAwake = true;
  for (const script of document.querySelectorAll<HTMLScriptElement>(heldScripts)) {
    const copy = script.cloneNode(true) as HTMLScriptElement;
    copy.removeAttribute("type");
    script.replaceWith(copy);
  }
}
