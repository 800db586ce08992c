"use client";

import { useSyncExternalStore } from "react";

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1_000);
  // A tab in the background is woken rarely; what it shows must be right when it is looked at again.
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

const currentSecond = () => Math.floor(Date.now() / 1_000);
const never = () => () => {};
const over = () => null;

/**
 * Counts down. `secondsLeft` is how many seconds were left when the answer came, and `receivedAt` when that was, in
 * milliseconds by the browser's clock: the two clocks are never compared.
 */
export function useSecondsLeft(secondsLeft: number, receivedAt: number): number {
  // Where nothing is left there is nothing to count, and nothing to draw anew each second.
  const counts = secondsLeft > 0;
  const now = useSyncExternalStore(counts ? everySecond : never, counts ? currentSecond : over, over);
  if (now === null) return secondsLeft;
  return Math.max(0, Math.min(secondsLeft, secondsLeft - (now - Math.floor(receivedAt / 1_000))));
}
