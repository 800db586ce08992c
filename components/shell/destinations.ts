import type { ShellAccount } from "#components/shell/account.ts";
import { homeGuide } from "#lib/guide/home.ts";

export type Destination = { href: string; label: string };

/** The main places of the portal, for whoever is looking. Nobody is led to a sign-in from here: a visitor's roadmap is the guide's. */
export function destinations(account: ShellAccount | null): Destination[] {
  const places = [
    { href: `/guide/${homeGuide}`, label: "Guide" },
    { href: account ? `/roadmap/${homeGuide}` : `/guide/${homeGuide}/roadmap`, label: "Roadmap" },
  ];
  if (account) places.push({ href: "/portfolio", label: "Portfolio" }, { href: "/reviews", label: "Reviews" });
  if (account?.roles.includes("mentor")) places.push({ href: "/mentor/queue", label: "Queue" });
  if (account?.roles.includes("admin")) places.push({ href: "/admin", label: "Admin" });
  return places;
}

/** What somebody sets for themselves, in the menu of their account. */
export function settings(account: ShellAccount): Destination[] {
  const mails = { href: "/settings/notifications", label: "What is mailed" };
  return account.roles.includes("mentor") ? [{ href: "/settings/mentor", label: "Mentor profile" }, mails] : [mails];
}

/** The place that a page lies in; where one is a part of another, the part. Undefined for a page that lies in none. */
export function placeOf(pathname: string, places: readonly Destination[]): Destination | undefined {
  return places.filter(({ href }) => isWithin(pathname, href)).toSorted((one, other) => other.href.length - one.href.length)[0];
}

/** Whether a page lies at or below a destination. A mentor's review lies below the queue it was taken from. */
export function isWithin(pathname: string, href: string): boolean {
  if (pathname === href || pathname.startsWith(`${href}/`)) return true;
  return href === "/mentor/queue" && pathname.startsWith("/mentor/");
}
