"use client";

import type { ReactNode } from "react";
import { useOwnProgress } from "#components/roadmap/own-progress.ts";

/** Says "Confirmed" in the place of an item's effort, which keeps its width: nothing moves when it comes. */
export function ItemStanding({ itemId, children }: { itemId: string; children: ReactNode }) {
  if (!useOwnProgress().confirmed.has(itemId)) return children;
  return (
    <span className="inline-grid *:[grid-area:1/1]">
      <span className="invisible">{children}</span>
      <span className="font-strong text-lichen sm:text-right">Confirmed</span>
    </span>
  );
}
