"use client";

import { startTransition, useEffect, useState } from "react";

/**
 * Whether React has woken this part of the page in the browser: false on the server and in the first drawing, which must be what the server drew.
 * A state and no external store, whose other value in the browser React would draw in one go with all effects of the page that has just woken.
 */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => startTransition(() => setAwake(true)), []);
  return awake;
}
