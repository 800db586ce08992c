import { isDrawn } from "#components/ui/drawn.ts";
import { isSearchCall } from "#components/ui/search-call.ts";

/** In milliseconds. */
const longestWait = 5_000;

const early = "[data-early][aria-disabled=true]";

let waiting: MutationObserver | undefined;
let firstCall: number | undefined;

/**
 * A press of a control that is not awake yet and says that it may wait (`data-early`), or of its key, is done as soon as it is, unless that takes over
 * five seconds or the reader turns to something else: scrolls, presses, or leaves by Escape or Tab. It is heard before React, which may stop it while it
 * wakes the page.
 */
export function keepEarlyPresses(): void {
  addEventListener("click", ({ target, timeStamp }) => {
    const control = target instanceof Element && target.closest<HTMLElement>(early);
    if (control) keep(control, timeStamp);
  }, true);
  for (const type of ["wheel", "touchmove", "pointerdown"]) addEventListener(type, forget, { passive: true, capture: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" || event.key === "Tab") forget();
    const control = [...document.querySelectorAll<HTMLElement>(`${early}[aria-keyshortcuts]`)].find(isDrawn);
    if (!control || !isSearchCall(event)) return;
    firstCall ??= event.timeStamp;
    // The page does not wake: the key is the browser's own again.
    if (event.timeStamp - firstCall > longestWait) return;
    event.preventDefault();
    keep(control, event.timeStamp);
  }, true);
}

function keep(control: HTMLElement, since: number): void {
  forget();
  waiting = new MutationObserver(() => {
    forget();
    if (performance.now() - since < longestWait) control.click();
  });
  waiting.observe(control, { attributeFilter: ["aria-disabled"] });
}

function forget(): void {
  waiting?.disconnect();
  waiting = undefined;
}
