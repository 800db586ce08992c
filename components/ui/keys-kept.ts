/** Where localStorage says "off" once the reader has turned single letters off; apart from React, for the inline script of every page. */
export const keysKept = "cairn.queue-keys";

export function keysAreOn(): boolean {
  try {
    return localStorage.getItem(keysKept) !== "off";
  } catch {
    return true;
  }
}
