"use client";

import { Menu, X } from "lucide-react";
import Link from "next/link";
import { useId, useRef, type ReactNode } from "react";
import type { ShellAccount } from "#components/shell/account.ts";
import { destinations, settings } from "#components/shell/destinations.ts";
import { Mark } from "#components/shell/mark.tsx";
import { Navigation, NavigationList } from "#components/shell/navigation.tsx";
import { ThemeSwitch } from "#components/shell/theme-switch.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { buttonClasses } from "#components/ui/button-classes.ts";
import { hideOnLeave } from "#components/ui/hide-on-leave.ts";
import { Whole } from "#components/ui/whole.tsx";
import { classes } from "#components/ui/classes.ts";

/**
 * The header of every page. The menus are popovers of the browser: they open without JavaScript, close with Escape and by a tap
 * outside, and keep the order of the keyboard. `standing` is what the signed-in pages add: the count of turns and the bell.
 */
export function HeaderBar({ account, signOut, standing }: { account: ShellAccount | null; signOut: ReactNode; standing?: ReactNode }) {
  const places = destinations(account);
  return (
    <header className="relative border-b border-line print:hidden">
      <div className="whole flex min-h-[3.625rem] items-center gap-1.5 px-4 max-md:flex-wrap max-md:py-1 sm:gap-3 sm:px-8">
        <Mark />
        <Navigation places={places} className="ml-4 max-md:hidden" />
        <span className="grow" />
        {standing}
        <ThemeSwitch className="max-md:hidden" />
        {account ? <AccountMenu account={account} signOut={signOut} /> : <ButtonLink href="/sign-in" prefetch={false}>Sign in</ButtonLink>}
        <NarrowMenu account={account} signOut={signOut} />
        <Whole />
      </div>
    </header>
  );
}

const panel =
  "absolute inset-auto top-[3.375rem] m-0 rounded-card border border-line bg-surface p-4 text-ink shadow-xl";

function AccountMenu({ account, signOut }: { account: ShellAccount; signOut: ReactNode }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <div className="max-md:hidden" onBlur={hideOnLeave}>
      <button type="button" popoverTarget={id} className={classes(buttonClasses("default"), "max-w-48")}>
        <span className="sr-only">Account: </span>
        <span className="truncate">{account.name}</span>
      </button>
      <div id={id} ref={menu} popover="auto" className={classes(panel, "right-8 w-60")}>
        <p className="font-strong wrap-anywhere">{account.name}</p>
        <p className="mb-3 text-note text-muted">{standingOf(account)}</p>
        <Settings account={account} onLeave={() => menu.current?.hidePopover()} />
        {signOut}
      </div>
    </div>
  );
}

function Settings({ account, onLeave }: { account: ShellAccount; onLeave: () => void }) {
  const places = settings(account);
  if (places.length === 0) return null;
  return (
    <ul className="mb-3 border-y border-line py-1.5">
      {places.map(({ href, label }) => (
        <li key={href}><Link href={href} prefetch={false} onClick={onLeave} className="flex min-h-9 items-center hover:underline pointer-coarse:min-h-11">{label}</Link></li>
      ))}
    </ul>
  );
}

function NarrowMenu({ account, signOut }: { account: ShellAccount | null; signOut: ReactNode }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  return (
    <div className="md:hidden" onBlur={hideOnLeave}>
      <button type="button" popoverTarget={id} aria-label="Menu" className="group -mr-2 grid size-11 place-items-center rounded-control">
        <Menu className="size-5.5" aria-hidden="true" />
      </button>
      <div id={id} ref={menu} popover="auto" className={classes(panel, "inset-x-3 w-auto max-w-none")}>
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          aria-label="Close the menu"
          className="absolute top-2 right-2 grid size-11 place-items-center rounded-control text-muted"
        >
          <X className="size-5" aria-hidden="true" />
        </button>
        <NavigationList places={[...destinations(account), ...(account ? settings(account) : [])]} onLeave={() => menu.current?.hidePopover()} />
        <div className="mt-3 flex items-center justify-between gap-4 border-t border-line pt-3">
          <span className="text-muted">Theme</span>
          <ThemeSwitch />
        </div>
        {account ? (
          <div className="mt-3 flex items-center justify-between gap-4 border-t border-line pt-3">
            <div className="min-w-0">
              <p className="font-strong wrap-anywhere">{account.name}</p>
              <p className="text-note text-muted">{standingOf(account)}</p>
            </div>
            {signOut}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Everyone is a learner; the other roles come on top. */
function standingOf(account: ShellAccount): string {
  return ["Learner", ...account.roles].join(", ");
}
