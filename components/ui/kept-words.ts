"use client";

import { useSyncExternalStore } from "react";
import { freshUuid } from "#components/ui/fresh-uuid.ts";

/*
 * Words of this tab that were not sent yet: they survive a reload, a refusal, and a review that is no longer shown. Signing out clears the
 * tab's storage, and so does somebody else's signing in (components/shell/own-tab.tsx).
 */

export interface KeptWords {
  text: string;
  /** What they were last sent under; null for words that were not sent. An answer that was lost is asked for again, not written twice. */
  key: string | null;
}

const nothing: KeptWords = { text: "", key: null };
const known = new Map<string, KeptWords>();
const listeners = new Set<() => void>();

const nameOf = (name: string) => `cairn.words.${name}`;

function read(name: string): KeptWords {
  let kept = known.get(name);
  if (kept === undefined) known.set(name, (kept = recall(name)));
  return kept;
}

function recall(name: string): KeptWords {
  try {
    const { text, key } = JSON.parse(sessionStorage.getItem(nameOf(name)) ?? "{}") as Partial<Record<string, unknown>>;
    return typeof text === "string" ? { text, key: typeof key === "string" ? key : null } : nothing;
  } catch {
    return nothing;
  }
}

function write(name: string, kept: KeptWords): void {
  known.set(name, kept);
  try {
    if (kept === nothing) sessionStorage.removeItem(nameOf(name));
    else sessionStorage.setItem(nameOf(name), JSON.stringify(kept));
  } catch {
    // Storage full or switched off: the words still stand on the page, only a reload would lose them.
  }
  listeners.forEach((tell) => tell());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The words that were kept under this name; empty when there are none. */
export function keptWords(name: string): string {
  return read(name).text;
}

export function keepWords(name: string, text: string): void {
  write(name, { text, key: null });
}

/** Gives up words that have arrived by another way than their own composer. */
export function forgetWords(name: string): void {
  write(name, nothing);
}

/** `name` says which words: of a composer, and of what it writes about. `initially` stands there until something is typed. */
export function useKeptWords(name: string, initially = "") {
  const kept = useSyncExternalStore(subscribe, () => read(name), () => nothing);
  return {
    text: kept === nothing ? initially : kept.text,
    keep: (text: string) => keepWords(name, text),
    /** The key under which these words are sent, the same until they are changed. */
    keyFor: (text: string) => {
      const before = read(name);
      const key = (before.text === text ? before.key : null) ?? freshUuid();
      write(name, { text, key });
      return key;
    },
    /** Words that were typed while these were on their way stay. */
    forget: (sent?: string) => {
      if (sent === undefined || read(name).text === sent) write(name, nothing);
    },
  };
}
