import { isDrawn } from "#components/ui/drawn.ts";
import { isSearchCall } from "#components/ui/search-call.ts";

/** In milliseconds. */
const longestWait = 5_000;

const early = "[data-early][aria-disabled=true]";

let waiting: { control: HTMLElement; observer: MutationObserver } | undefined;
let firstCall: number | undefined;
/** What was typed since the key that called. */
let typed: { text: string; since: number } | undefined;

/**
 * A press of a control that is not awake yet and says that it may wait (`data-early`), or of its key, is done as soon as it is, unless that takes over
 * five seconds or the reader turns to something else: scrolls, presses, or leaves by Escape or Tab. Until then the control is `aria-busy`. What is typed
 * after the key is for the field that gets the focus. It is heard before React, which may stop it while it wakes the page.
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
    if (!control || !isSearchCall(event)) return typeAhead(event);
    firstCall ??= event.timeStamp;
    // The page does not wake: the key is the browser's own again.
    if (event.timeStamp - firstCall > longestWait) return;
    event.preventDefault();
    keep(control, event.timeStamp);
    typed = { text: "", since: event.timeStamp };
  }, true);
  addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLInputElement) handOver(target);
  }, true);
}

function keep(control: HTMLElement, since: number): void {
  forget();
  const observer = new MutationObserver(() => {
    stopWaiting();
    if (performance.now() - since < longestWait) control.click();
    else typed = undefined;
  });
  observer.observe(control, { attributeFilter: ["aria-disabled"] });
  control.setAttribute("aria-busy", "true");
  waiting = { control, observer };
}

function typeAhead(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, timeStamp } = event;
  if (!typed || ctrlKey || metaKey || altKey) return;
  if (timeStamp - typed.since > longestWait) return forget();
  if (key === "Backspace") typed.text = typed.text.slice(0, -1);
  else if (key.length === 1) typed.text += key;
  else return;
  event.preventDefault();
}

function handOver(field: HTMLInputElement): void {
  const text = typed?.text;
  typed = undefined;
  if (!text) return;
  field.setRangeText(text, 0, 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function forget(): void {
  stopWaiting();
  typed = undefined;
}

function stopWaiting(): void {
  waiting?.observer.disconnect();
  waiting?.control.removeAttribute("aria-busy");
  waiting = undefined;
}
