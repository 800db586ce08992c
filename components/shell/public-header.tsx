"use client";

import type { ReactNode } from "react";
import { HeaderBar } from "#components/shell/header-bar.tsx";
import { useKnownAccount } from "#components/shell/known-account.ts";

/** The header of the pages that are the same for everyone: a visitor's, until the browser knows better. */
export function PublicHeader({ signOut }: { signOut: ReactNode }) {
  return <HeaderBar account={useKnownAccount()} signOut={signOut} />;
}
