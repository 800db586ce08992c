"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isWithin, type Destination } from "#components/shell/destinations.ts";
import { classes } from "#components/ui/classes.ts";

/** The links of the header in a row. */
export function Navigation({ places, className }: { places: Destination[]; className?: string }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className={classes("flex gap-5", className)}>
      {places.map((place) => (
        <Place key={place.href} place={place} pathname={pathname} className={row}>
          {place.label}
        </Place>
      ))}
    </nav>
  );
}

/** The same links one below the other, in the menu of a narrow screen. */
export function NavigationList({ places, onLeave }: { places: Destination[]; onLeave: () => void }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="grid" onClick={onLeave}>
      {places.map((place) => (
        <Place key={place.href} place={place} pathname={pathname} className={line}>
          {place.label}
        </Place>
      ))}
    </nav>
  );
}

const row =
  "py-2 text-muted hover:text-ink aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--color-ink)]";
const line =
  "flex min-h-11 items-center border-l-2 border-transparent pl-3 text-item hover:bg-sunk aria-[current]:border-ink aria-[current]:font-strong";

/** Not fetched before it is asked for: a reader's phone has the page at hand to draw first. */
function Place({ place, pathname, className, children }: { place: Destination; pathname: string; className: string; children: ReactNode }) {
  const current = pathname === place.href ? "page" : isWithin(pathname, place.href) ? "true" : undefined;
  return (
    <Link href={place.href} prefetch={false} className={className} aria-current={current}>
      {children}
    </Link>
  );
}
