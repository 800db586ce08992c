import type { ReactNode } from "react";
import type { Guide, Item } from "#lib/guide/guide.ts";

/** What is the reader's own in a roadmap outline. The guide knows no reader: app/ puts it in. */
export interface OwnSlots {
  progress: (guide: Guide) => ReactNode;
  tick: (item: Item) => ReactNode;
  /** May say how the item stands in the place of its effort. */
  standing: (item: Item, effort: ReactNode) => ReactNode;
}
