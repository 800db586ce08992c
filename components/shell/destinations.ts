import type { ShellAccount } from "#components/shell/account.ts";
import { homeGuide } from "#lib/guide/home.ts";

export type Destination = { href: string; label: string };

/** The main places of the portal, for whoever is looking. */
export function destinations(account: ShellAccount | null): Destination[] {
  const places = [
    { href: `/guide/${homeGuide}`, label: "Guide" },
    { href: `/roadmap/${homeGuide}`, label: "Roadmap" },
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

/** Whether a page lies at or below a destination. A mentor's review lies below the queue it was taken from. */
export function isWithin(pathname: string, href: string): boolean {
  if (pathname === href || pathname.startsWith(`${href}/`)) return true;
  return href === "/mentor/queue" && pathname.startsWith("/mentor/");
}
