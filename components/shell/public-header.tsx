"use client";

import { useEffect, type ReactNode } from "react";
import { HeaderBar } from "#components/shell/header-bar.tsx";
import { useKnownAccount, watchAccount } from "#components/shell/known-account.ts";

/**
 * The header of the pages that are the same for everyone: a visitor's, until the browser knows better. It marks the document then, so that what
 * is for visitors alone can hide itself.
 */
export function PublicHeader({ signOut }: { signOut: ReactNode }) {
  const account = useKnownAccount();
  useEffect(watchAccount, []);
  useEffect(() => void document.documentElement.toggleAttribute("data-member", account !== null), [account]);
  return <HeaderBar account={account} signOut={signOut} />;
}
