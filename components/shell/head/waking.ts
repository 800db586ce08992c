/** lib/ops/held-scripts.ts gives it to them. */
const heldScripts = "script[type='text/held']";
/** Where the rows of Next's data are found, as JSON. */
const heldData = "script[type='text/held-data']";

/** What somebody at the page causes, one way or another: a page that is opened at a part of it scrolls too, and some tools only click. */
const signs = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "click"];
/** In milliseconds after the page's load, or after waking has failed: about as long as the longest page is laid out in turns. */
const longestSleep = 5_000;

const conditions = new Set(["arrived", "painted", "wanted"]);
let isFetched = false;
let isAwake = false;

/**
 * Starts the scripts that a prerendered page holds (lib/ops/held-scripts.ts) once it has arrived whole, is painted, and somebody is there: who does
 * something, who comes from another page of this site, as from the sign-in, or of whom this browser keeps something, as ticks or that they are signed
 * in, which the page may have to show. Until then the processor of a phone is the page's own, and the scripts and their data are only fetched. A page
 * that lies still wakes five seconds after its load, and so does one of which no paint is told, as in a tab that nobody looks at.
 */
export function wakeInTime(): void {
  addEventListener("DOMContentLoaded", () => meet("arrived"));
  notePaint(() => meet("painted"));
  if (keepsSomething() || document.referrer.startsWith(location.origin)) meet("wanted");
  else onSign(() => meet("wanted"));
  addEventListener("load", () => setTimeout(() => void wake(), longestSleep));
}

function onSign(then: () => void): void {
  const heard = new AbortController();
  const hear = () => {
    heard.abort();
    then();
  };
  for (const sign of signs) addEventListener(sign, hear, { signal: heard.signal, passive: true, capture: true });
}

/** Waking comes after what the page does for the reader at once. */
function meet(condition: string): void {
  if (!conditions.delete(condition)) return;
  if (conditions.size === 0) requestAnimationFrame(() => setTimeout(() => void wake()));
  else if (conditions.size === 1 && conditions.has("wanted")) fetchAll("prefetch");
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

/** Once, for later or for now. */
function fetchAll(rel: "prefetch" | "preload"): void {
  if (isFetched) return;
  isFetched = true;
  for (const script of document.querySelectorAll<HTMLScriptElement>(`${heldScripts}, ${heldData}`)) {
    const link = document.createElement("link");
    link.rel = link.relList.supports(rel) ? rel : "preload";
    if (script.matches(heldData)) {
      link.as = "fetch";
      // A preload is used for a request of its own mode only, and `fetch` asks in this one.
      link.crossOrigin = "anonymous";
    } else link.as = "script";
    link.href = script.src;
    document.head.append(link);
  }
}

/**
 * React, started without all of its data, would put an error in the page's place: a page whose data does not come stays as it is read, and tries again
 * when its reader does something a while later. A browser does not look at a script again when its type changes, so a copy takes its place, with the
 * same address and `async`, by which Turbopack's runtime and React find it.
 */
async function wake(): Promise<void> {
  if (isAwake) return;
  isAwake = true;
  fetchAll("preload");
  try {
    await bringData();
  } catch (error) {
    isAwake = false;
    setTimeout(() => onSign(() => void wake()), longestSleep);
    throw error;
  }
  for (const script of document.querySelectorAll<HTMLScriptElement>(heldScripts)) {
    const copy = script.cloneNode(true) as HTMLScriptElement;
    copy.removeAttribute("type");
    script.replaceWith(copy);
  }
}

async function bringData(): Promise<void> {
  const place = document.querySelector<HTMLScriptElement>(heldData);
  if (!place) return;
  const answer = await fetch(place.src);
  if (!answer.ok) throw new Error(`The page's data was answered with ${answer.status}.`);
  self.__next_f.push(...((await answer.json()) as unknown[]));
}

declare global {
  /** Next's data, made in every page that holds scripts, and emptied by them. */
  var __next_f: unknown[];
}
