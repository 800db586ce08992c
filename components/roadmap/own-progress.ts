import { useSyncExternalStore } from "react";
import { nextChange } from "#components/roadmap/device.ts";
import { keepTicks, keptTicks, subscribeToKept } from "#components/roadmap/kept-store.ts";
import { stateWords } from "#components/roadmap/state-words.ts";
import { getJson, sendJson } from "#lib/base/api.ts";
import { ProblemError, unreachable } from "#lib/base/problem.ts";
import { withTick } from "#lib/roadmap/kept-ticks.ts";
import type { State } from "#lib/roadmap/schema.ts";
import { parseStanding, type Standing } from "#lib/roadmap/standing.ts";

/*
 * The reader's own progress on a page of the guide, which is the same bytes for everyone: a visitor's from this browser, a member's
 * from their account. A module of its own rather than a context, so that ticks can stand anywhere in what the server drew.
 */

export interface OwnProgress extends Standing {
  /** "nobody" until it is known who is reading, and when their account cannot be read. */
  whose: "nobody" | "browser" | "account";
  /** What went wrong last, in words for the reader; empty when nothing did. */
  problem: string;
}

const nothing: OwnProgress = { whose: "nobody", states: new Map(), confirmed: new Set(), problem: "" };
const listeners = new Set<() => void>();
let shown = nothing;
let guide = "";
/** What the account holds as far as is known: where a refused change goes back to. */
let stored = new Map<string, State>();
let sending: Promise<void> = Promise.resolve();
let left = new AbortController();

function show(change: Partial<OwnProgress>) {
  shown = { ...shown, ...change };
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useOwnProgress(): OwnProgress {
  return useSyncExternalStore(subscribe, () => shown, () => nothing);
}

/** Shows a visitor's ticks, until the returned function is called. */
export function followBrowser(slug: string): () => void {
  guide = slug;
  const showKept = () => show({ whose: "browser", states: new Map([...keptTicks(slug).keys()].map((itemId) => [itemId, "done"])) });
  showKept();
  const stop = subscribeToKept(showKept);
  return () => {
    stop();
    show(nothing);
  };
}

/** Shows the account's states, until the returned function is called. */
export function followAccount(slug: string): () => void {
  guide = slug;
  left = new AbortController();
  void reloadAccount();
  return () => {
    left.abort();
    show(nothing);
  };
}

export async function reloadAccount(): Promise<void> {
  const { signal } = left;
  try {
    const standing = parseStanding(await getJson(`/api/v1/roadmap/${guide}`, signal));
    if (signal.aborted || !standing) return;
    stored = new Map(standing.states);
    show({ whose: "account", ...standing });
  } catch {
    if (!signal.aborted) show({ problem: "Your progress could not be loaded. The guide is all here; load the page again to see it." });
  }
}

/** Says that the reader can do this, or no longer: shown at once, and taken back with the server's words when it is refused. */
export function setTick(itemId: string, done: boolean): void {
  if (shown.whose === "account") setState(itemId, done ? "done" : "todo");
  else {
    const kept = keepTicks(guide, withTick(keptTicks(guide), { itemId, done, at: Date.now() }));
    show({ problem: kept ? "" : "This browser keeps nothing for this site: its storage is off or full. Your ticks last until you leave this page." });
  }
}

function setState(itemId: string, state: State): void {
  const { madeAt, ...name } = nextChange();
  const account = stored;
  show({ states: new Map(shown.states).set(itemId, state), problem: "" });
  // One after the other: an answer never overtakes a later tap.
  sending = sending.then(async () => {
    try {
      await sendJson(`/api/v1/roadmap/items/${itemId}/state`, {
        method: "PUT", body: { state, ...name, ageMs: Math.round(performance.now() - madeAt) },
      });
      account.set(itemId, state);
    } catch (error) {
      if (account !== stored) return;
      const before = stored.get(itemId) ?? "todo";
      const { detail } = error instanceof ProblemError ? error.problem : unreachable;
      const states = shown.states.get(itemId) === state ? new Map(shown.states).set(itemId, before) : shown.states;
      show({ states, problem: `Not changed: still "${stateWords[before]}". ${detail}` });
    }
  });
}

export function dismissProblem(): void {
  show({ problem: "" });
}
