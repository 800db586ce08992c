import type { ReactNode } from "react";
import type { ShellAccount } from "#components/shell/account.ts";
import { Footer } from "#components/shell/footer.tsx";

/**
 * Header, the page's content, footer. The content is the one `main` of a page: pages do not make their own. It can take the
 * focus, because the skip link leads to it. Without an account the footer is a visitor's.
 */
export function Frame({ header, account = null, children }: { header: ReactNode; account?: ShellAccount | null; children: ReactNode }) {
  return (
    <>
      {header}
      <main id="main" tabIndex={-1} className="flex w-full grow flex-col">
        {children}
      </main>
      <Footer account={account} />
    </>
  );
}
