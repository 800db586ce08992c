"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Says that something is over by the reader's own date, which a page made beforehand cannot know. `end` is a day or a month. */
export function PastMark({ end }: { end: string }) {
  const past = useSyncExternalStore(never, () => isPast(end, new Date()), () => false);
  return past ? <span data-past="" className="ml-2 whitespace-nowrap">(past)</span> : null;
}

function isPast(end: string, now: Date): boolean {
  const pad = (part: number) => String(part).padStart(2, "0");
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
  return end < today.slice(0, end.length);
}
