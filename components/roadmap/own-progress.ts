import { startTransition, useEffect, useState } from "react";
import type { Standing } from "#lib/roadmap/standing.ts";

/*
 * The reader's own progress on a page of the guide, which is the same bytes for everyone. A module of its own rather than a
 * context, so that ticks can stand anywhere in what the server drew; what fills it (follow-progress.ts) is loaded after the page.
 */

export interface OwnProgress extends Standing {
  /** "nobody" until it is known who is reading, and when their account cannot be read. */
  whose: "nobody" | "browser" | "account";
  /** What went wrong last, in words for the reader; empty when nothing did. */
  problem: string;
  /** Says that the reader can do this, or no longer. */
  setTick: (itemId: string, done: boolean) => void;
}

export const nothing: OwnProgress = { whose: "nobody", states: new Map(), confirmed: new Set(), problem: "", setTick: () => undefined };
const listeners = new Set<() => void>();
let shown = nothing;

export function shownProgress(): OwnProgress {
  return shown;
}

export function showProgress(change: Partial<OwnProgress>): void {
  shown = { ...shown, ...change };
  listeners.forEach((listener) => listener());
}

/** A state and no external store, which React would always draw in one go: the first filling of a whole roadmap may be interrupted. */
export function useOwnProgress(): OwnProgress {
  const [own, setOwn] = useState(nothing);
  useEffect(() => {
    const show = () => setOwn(shown);
    startTransition(show);
    listeners.add(show);
    return () => void listeners.delete(show);
  }, []);
  return own;
}
