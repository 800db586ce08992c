"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { placeOf, type Destination } from "#components/shell/destinations.ts";
import { classes } from "#components/ui/classes.ts";

/** The links of the header in a row. */
export function Navigation({ places, className }: { places: Destination[]; className?: string }) {
  const current = useCurrent(places);
  return (
    <nav aria-label="Main" className={classes("flex gap-5", className)}>
      {places.map((place) => (
        <Place key={place.href} place={place} current={current(place)} className={row}>
          {place.label}
        </Place>
      ))}
    </nav>
  );
}

/** The same links one below the other, in the menu of a narrow screen. */
export function NavigationList({ places, onLeave }: { places: Destination[]; onLeave: () => void }) {
  const current = useCurrent(places);
  return (
    <nav aria-label="Main" className="grid" onClick={onLeave}>
      {places.map((place) => (
        <Place key={place.href} place={place} current={current(place)} className={line}>
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

/** What `aria-current` says of a place: that the page is it, lies in it, or neither. */
function useCurrent(places: readonly Destination[]): (place: Destination) => "page" | "true" | undefined {
  const pathname = usePathname();
  const here = placeOf(pathname, places);
  return (place) => (place !== here ? undefined : pathname === place.href ? "page" : "true");
}

/** Not fetched before it is asked for: a reader's phone has the page at hand to draw first. */
function Place({ place, current, className, children }: { place: Destination; current: "page" | "true" | undefined; className: string; children: ReactNode }) {
  return (
    <Link href={place.href} prefetch={false} className={className} aria-current={current}>
      {children}
    </Link>
  );
}
