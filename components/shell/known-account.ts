"use client";

import { useEffect, useSyncExternalStore } from "react";
import { parseAccount, signedInKey, type ShellAccount } from "#components/shell/account.ts";

/*
 * The public pages are the same bytes for everyone, so they ask who is reading after they are shown. The answer is kept for
 * the tab: the next page shows it as soon as it is awake, without asking first.
 */

const key = "cairn.account";
const listeners = new Set<() => void>();
let known: ShellAccount | null | undefined;
/** The question under way; an answer that a later question has overtaken does not count. */
let asking: object | undefined;
let settled = false;

function keep(account: ShellAccount | null) {
  known = account;
  try {
    if (account) sessionStorage.setItem(key, JSON.stringify({ account }));
    else sessionStorage.removeItem(key);
    // The other tabs hear of it, and ask again.
    if (account) localStorage.setItem(signedInKey, account.userId);
    else localStorage.removeItem(signedInKey);
  } catch {
    // Storage may be switched off; then each page asks again, and nothing else is different.
  }
}

function recall(): ShellAccount | null {
  if (known === undefined) {
    try {
      known = parseAccount(JSON.parse(sessionStorage.getItem(key) ?? "null"));
    } catch {
      known = null;
    }
  }
  return known;
}

async function ask(): Promise<void> {
  const mine = (asking = {});
  let account: ShellAccount | null | undefined;
  try {
    const answer = await fetch("/api/v1/account/me", { headers: { accept: "application/json" } });
    if (answer.ok) account = parseAccount(await answer.json());
  } catch {
    // Offline, or the server is restarting: the page stays readable, as for whoever was last known.
  }
  if (mine !== asking) return;
  asking = undefined;
  settled = true;
  if (account !== undefined) keep(account);
  listeners.forEach((listener) => listener());
}

/**
 * Asks again whenever the answer may be another: when the tab is looked at again, when Back shows the page as it was left, and when another tab
 * has seen somebody else or nobody. Answers how to end that.
 */
export function watchAccount(): () => void {
  const watching = new AbortController();
  const { signal } = watching;
  document.addEventListener("visibilitychange", () => document.hidden || void ask(), { signal });
  addEventListener("pageshow", ({ persisted }) => persisted && void ask(), { signal });
  addEventListener("storage", ({ key: changed }) => changed === signedInKey && void ask(), { signal });
  return () => watching.abort();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The account as far as this page knows; null on the server, for a visitor, and until the first answer. */
export function useKnownAccount(): ShellAccount | null {
  useEffect(() => void (asking ?? ask()), []);
  return useSyncExternalStore(subscribe, recall, () => null);
}

/** Whether it is certain who is reading, or cannot be found out; before, the account is the one that the tab knew last. */
export function useIsAccountSettled(): boolean {
  return useSyncExternalStore(subscribe, () => settled, () => false);
}
