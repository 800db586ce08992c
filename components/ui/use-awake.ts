"use client";

import { startTransition, useEffect, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether React has woken this part of the page in the browser: false on the server and in the first drawing, which must be what the server drew. */
export function useAwake(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

/**
 * The same for a control that is disabled until then. React may interrupt the drawing that enables it, where it would do the other in one go with all
 * effects of a page that has just woken. What is drawn later is disabled for a moment, too.
 */
export function useEnabled(): boolean {
  const [enabled, setEnabled] = useState(false);
  useEffect(() => startTransition(() => setEnabled(true)), []);
  return enabled;
}
