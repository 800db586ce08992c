import type { ReactNode } from "react";
import type { Guide, Item } from "#lib/guide/guide.ts";

/** What is the reader's own in a roadmap outline. The guide knows no reader: app/ puts it in. */
export interface OwnSlots {
  progress: (guide: Guide) => ReactNode;
  /** Stands outside the flow, in the outline's column of step numbers, 3.5rem before the item, whose row it is placed by. */
  tick: (item: Item) => ReactNode;
  /** May say how the item stands in the place of its effort. */
  standing: (item: Item, effort: ReactNode) => ReactNode;
}
