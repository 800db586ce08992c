import { startTransition } from "react";
import { nextChange } from "#components/roadmap/device.ts";
import { keepTicks, keptTicks, subscribeToKept } from "#components/roadmap/kept-store.ts";
import { nothing, showProgress, shownProgress } from "#components/roadmap/own-progress.ts";
import { takenBackWords } from "#components/roadmap/taken-back-words.ts";
import { problemIn } from "#components/ui/detail-of.ts";
import { getJson, sendJson } from "#lib/base/api.ts";
import { isOutcomeUnknown, ProblemError, unreachable } from "#lib/base/problem.ts";
import { requestOf } from "#lib/roadmap/item-change.ts";
import { keptKey, withTick } from "#lib/roadmap/kept-ticks.ts";
import type { State } from "#lib/roadmap/schema.ts";
import { parseSaved, parseStanding } from "#lib/roadmap/standing.ts";

let guide = "";
/** Whose account is shown, empty for a visitor: a tick is for no other. */
let shownTo = "";
/** What the account holds as far as is known: where a refused change goes back to. */
let stored = new Map<string, State>();
let sending: Promise<unknown> = Promise.resolve();
/** The last change of each item that was sent, or waits to be. */
const sent = new Map<string, Promise<void>>();
let left = new AbortController();
/** How often the account was read: an answer that a later one has overtaken is not shown. */
let asked = 0;

const notLoaded = "Your progress could not be loaded. The guide is all here; load the page again to see it.";

/** Shows a visitor's ticks, until the returned function is called. */
export function followBrowser(slug: string): () => void {
  guide = slug;
  shownTo = "";
  const showKept = () => showProgress({ whose: "browser", setTick, states: new Map([...keptTicks(slug).keys()].map((itemId) => [itemId, "done"])) });
  startTransition(showKept);
  const stop = subscribeToKept(showKept);
  return () => {
    stop();
    showProgress(nothing);
  };
}

/** Shows the account's states, until the returned function is called. */
export function followAccount(slug: string, account: string): () => void {
  guide = slug;
  shownTo = account;
  left = new AbortController();
  void reloadAccount();
  // Where the browser's ticks are answered for in another tab, the account may have more.
  addEventListener("storage", ({ key }) => key === keptKey(slug) && void reloadAccount(), { signal: left.signal });
  return () => {
    left.abort();
    showProgress(nothing);
  };
}

export async function reloadAccount(): Promise<void> {
  const { signal } = left;
  const mine = (asked += 1);
  try {
    // An answer that was read before a tick was saved would take it back on the screen: it is read again, until none was made meanwhile.
    let before: Promise<unknown>;
    let standing: ReturnType<typeof parseStanding>;
    do {
      before = sending;
      await before;
      standing = parseStanding(await getJson(`/api/v1/roadmap/${guide}`, signal), shownTo);
    } while (before !== sending && !signal.aborted);
    if (signal.aborted || mine !== asked) return;
    if (!standing) throw new Error("this is no roadmap of theirs");
    stored = new Map(standing.states);
    const { problem } = shownProgress();
    startTransition(() => showProgress({ whose: "account", setTick, ...standing, problem: problem === notLoaded ? "" : problem }));
  } catch {
    if (!signal.aborted && mine === asked) showProgress({ problem: shownProgress().problem || notLoaded });
  }
}

/** Shown at once, and taken back with the server's words when it is refused. */
function setTick(itemId: string, done: boolean): void {
  if (shownProgress().whose === "account") setState(itemId, done ? "done" : "todo");
  else {
    const kept = keepTicks(guide, withTick(keptTicks(guide), { itemId, done, at: Date.now() }));
    showProgress({ problem: kept ? "" : "This browser keeps nothing for this site: its storage is off or full. Your ticks last until you leave this page." });
  }
}

function setState(itemId: string, state: State): void {
  const account = shownTo;
  const made = { itemId, state, account, ...nextChange() };
  showProgress({ states: statesWith(itemId, state), problem: "" });
  // Of one item one after the other: an answer never overtakes a later tap. Others do not wait: a page that is left has sent what it shows.
  const change = (sent.get(itemId) ?? Promise.resolve()).then(async () => {
    try {
      const { path, init } = requestOf(made, performance.now());
      const saved = parseSaved(await sendJson(path, init), itemId);
      if (!saved) throw new ProblemError(unreachable);
      if (account !== shownTo) return;
      stored.set(itemId, saved);
      if (sent.get(itemId) === change) showProgress({ states: statesWith(itemId, saved) });
    } catch (error) {
      if (account !== shownTo) return;
      const problem = problemIn(error);
      const before = stored.get(itemId) ?? "todo";
      // What was tapped since stays shown, and is answered next.
      if (sent.get(itemId) === change) showProgress({ states: statesWith(itemId, before), problem: takenBackWords(before, problem) });
      if (isOutcomeUnknown(problem)) void reloadAccount();
    }
  });
  sent.set(itemId, change);
  sending = Promise.all([sending, change]);
}

function statesWith(itemId: string, state: State): ReadonlyMap<string, State> {
  return new Map(shownProgress().states).set(itemId, state);
}

export function dismissProblem(): void {
  showProgress({ problem: "" });
}
