"use client";

import { useSyncExternalStore } from "react";
import { calendarDate, exactTimeLocal, exactTimeUtc, relativeTime } from "#components/ui/time-words.ts";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for all times on the page, stopped when none is shown. */
function everyMinute(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach((tell) => tell()), 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

const currentMinute = () => Math.floor(Date.now() / 60_000);
const noClock = () => null;

/**
 * A time relative to now, with the exact one on hover. `at` is an ISO instant. The server and the first paint write it relative to
 * `now` (the ISO instant at which the page's data was read), or without it as a date in UTC; after that the browser's clock is used.
 */
export function RelativeTime({ at, now, className }: { at: string; now?: string | undefined; className?: string }) {
  const minute = useSyncExternalStore(everyMinute, currentMinute, noClock);
  const instant = new Date(at);
  const awake = minute !== null;
  const words = awake
    ? relativeTime(instant, new Date())
    : now
      ? relativeTime(instant, new Date(now))
      : calendarDate(instant);
  return (
    <time dateTime={at} title={awake ? exactTimeLocal(instant) : exactTimeUtc(instant)} className={className}>
      {words}
    </time>
  );
}
