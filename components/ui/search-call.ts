import { keysAreOn } from "#components/ui/keys-kept.ts";

/** Whether a key asks for the search: Ctrl-K or Command-K anywhere, and "/" where nothing is being written and single keys are on. */
export function isSearchCall({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  // What a browser fills into a form comes with an event of a key that has none.
  if (!/^[k/]$/i.test(key) || document.querySelector("dialog[open]")) return false;
  if (key !== "/") return (ctrlKey || metaKey) && !altKey && !shiftKey;
  // The field of a dialog that was just closed has the focus until the page is next drawn.
  const writing = target instanceof HTMLElement && target.offsetParent && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));
  return !ctrlKey && !metaKey && !altKey && !writing && keysAreOn();
}
