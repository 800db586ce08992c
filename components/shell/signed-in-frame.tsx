import type { ReactNode } from "react";
import { Frame } from "#components/shell/frame.tsx";
import { PublicHeader } from "#components/shell/public-header.tsx";
import { QueryProvider } from "#components/shell/query-provider.tsx";
import { Toaster } from "#components/ui/toaster.tsx";

/** The frame of the pages that belong to someone. It shows who is signed in; each page's own reads decide what they may see. */
export function SignedInFrame({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <Frame header={<PublicHeader />}>{children}</Frame>
      <Toaster />
    </QueryProvider>
  );
}
