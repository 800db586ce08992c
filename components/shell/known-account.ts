"use client";

import { useEffect, useSyncExternalStore } from "react";
import { parseAccount, signedInKey, type ShellAccount } from "#components/shell/account.ts";

/*
 * The public pages are the same bytes for everyone, so they ask who is reading after they are shown. The answer is kept for
 * the tab: the next page starts with it, and the header does not flicker between visitor and member.
 */

const key = "cairn.account";
const listeners = new Set<() => void>();
let known: ShellAccount | null | undefined;
let asking = false;
let settled = false;

function tell(account: ShellAccount | null) {
  known = account;
  try {
    if (account) sessionStorage.setItem(key, JSON.stringify({ account }));
    else sessionStorage.removeItem(key);
    if (account) localStorage.setItem(signedInKey, account.userId);
  } catch {
    // Storage may be switched off; then each page asks again, and nothing else is different.
  }
  listeners.forEach((listener) => listener());
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
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch("/api/v1/account/me", { headers: { accept: "application/json" } });
    if (answer.ok) tell(parseAccount(await answer.json()));
  } catch {
    // Offline, or the server is restarting: the page stays readable, as for whoever was last known.
  } finally {
    asking = false;
    settled = true;
    listeners.forEach((listener) => listener());
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The account as far as this page knows; null on the server, for a visitor, and until the first answer. */
export function useKnownAccount(): ShellAccount | null {
  useEffect(() => void ask(), []);
  return useSyncExternalStore(subscribe, recall, () => null);
}

/** Whether it is certain who is reading, or cannot be found out; before, the account is the one that the tab knew last. */
export function useIsAccountSettled(): boolean {
  return useSyncExternalStore(subscribe, () => settled, () => false);
}
