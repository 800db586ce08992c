/** In milliseconds. */
const longestWait = 5_000;

let waiting: MutationObserver | undefined;

/**
 * A press of a control that is not awake yet and says that it may wait (`data-early`) is done as soon as it is, unless that takes over five seconds or the
 * reader turns to something else: scrolls, presses, or leaves by Escape or Tab. It is heard before React, which may stop it while it wakes the page.
 */
export function keepEarlyPresses(): void {
  addEventListener("click", ({ target, timeStamp }) => {
    const control = target instanceof Element && target.closest<HTMLElement>("[data-early][aria-disabled=true]");
    if (!control) return;
    forget();
    waiting = new MutationObserver(() => {
      forget();
      if (performance.now() - timeStamp < longestWait) control.click();
    });
    waiting.observe(control, { attributeFilter: ["aria-disabled"] });
  }, true);
  for (const type of ["wheel", "touchmove", "pointerdown"]) addEventListener(type, forget, { passive: true, capture: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" || key === "Tab") forget();
  }, true);
}

function forget(): void {
  waiting?.disconnect();
  waiting = undefined;
}
