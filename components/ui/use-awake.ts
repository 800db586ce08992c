"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether React has woken this part of the page in the browser: false on the server and in the first drawing, which must be what the server drew. */
export function useAwake(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
