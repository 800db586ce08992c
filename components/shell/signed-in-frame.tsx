import type { ReactNode } from "react";
import type { ShellAccount } from "#components/shell/account.ts";
import { FocusKeeper } from "#components/shell/focus-keeper.tsx";
import { Frame } from "#components/shell/frame.tsx";
import { HeaderBar } from "#components/shell/header-bar.tsx";
import { LiveUpdates } from "#components/shell/live-updates.tsx";
import { OwnTab } from "#components/shell/own-tab.tsx";
import { QueryProvider } from "#components/shell/query-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

/** The frame of the pages that belong to someone. It shows who is signed in; each page's own reads decide what they may see. */
export function SignedInFrame({ account, signOut, standing, children }: { account: ShellAccount | null; signOut: ReactNode; standing?: ReactNode; children: ReactNode }) {
  return (
    <QueryProvider>
      {account ? <OwnTab key={account.userId} userId={account.userId} /> : null}
      <Frame account={account} header={<HeaderBar account={account} signOut={signOut} standing={account ? standing : null} />}>
        {children}
      </Frame>
      <Toaster />
      {account ? <LiveUpdates /> : null}
      <FocusKeeper />
    </QueryProvider>
  );
}
