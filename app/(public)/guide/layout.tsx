"use client";

import type { ReactNode } from "react";
import { ReaderContext } from "#components/roadmap/reader.ts";
import { useIsAccountSettled, useKnownAccount } from "#components/shell/known-account.ts";

/** The shell knows who is reading, and the roadmap what is theirs: here the one is told to the other. */
export default function GuideLayout({ children }: { children: ReactNode }) {
  const account = useKnownAccount();
  return <ReaderContext value={useIsAccountSettled() ? account : undefined}>{children}</ReaderContext>;
}
