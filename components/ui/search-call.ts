import { keysAreOn } from "#components/ui/keys-kept.ts";

/** Whether a key asks for the search: Ctrl-K or Command-K anywhere, and "/" where nothing is being written and single keys are on. */
export function isSearchCall({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (document.querySelector("dialog[open]")) return false;
  if (key.toLowerCase() === "k") return (ctrlKey || metaKey) && !altKey && !shiftKey;
  // The field of a dialog that was just closed has the focus until the page is next drawn.
  const writing = target instanceof HTMLElement && target.checkVisibility() && (target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select"));
  return key === "/" && !ctrlKey && !metaKey && !altKey && !writing && keysAreOn();
}
