import Link from "next/link";
import type { ShellAccount } from "#components/shell/account.ts";
import { destinations } from "#components/shell/destinations.ts";
import { listGuides } from "#lib/guide/guide.ts";

/** The navigation leads to one guide; where there are more, the list of them stands here. */
const others = listGuides().length > 1 ? [{ href: "/guide", label: "All guides" }] : [];

export function Footer({ account }: { account: ShellAccount | null }) {
  return (
    <footer className="mt-auto border-t border-line text-note text-muted print:hidden">
      <div className="mx-auto flex w-full flex-wrap items-baseline justify-between gap-x-8 gap-y-2 px-4 py-6 sm:px-8">
        <p>Cairn, an open portal for learning a trade from those who practise it.</p>
        <nav aria-label="Footer" className="flex flex-wrap gap-5">
          {[...destinations(account), ...others].map((place) => (
            <Link key={place.href} href={place.href} prefetch={false} className="hover:text-ink hover:underline">
              {place.label}
            </Link>
          ))}
          {account ? null : (
            <Link href="/sign-up" prefetch={false} className="hover:text-ink hover:underline in-data-member:hidden">
              Sign up
            </Link>
          )}
        </nav>
      </div>
    </footer>
  );
}
