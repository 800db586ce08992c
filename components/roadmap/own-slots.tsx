import type { OwnSlots } from "#components/guide/own-slots.ts";
import { GuideProgress } from "#components/roadmap/guide-progress.tsx";
import { ItemStanding } from "#components/roadmap/item-standing.tsx";
import { ItemTick } from "#components/roadmap/item-tick.tsx";

/** The reader's own progress, for a guide's roadmap: every page that shows the roadmap gives it these. */
export const ownSlots: OwnSlots = {
  progress: ({ slug, steps }) => <GuideProgress guide={slug} itemIds={steps.flatMap((step) => step.items.map((item) => item.id))} />,
  tick: ({ id, title }) => <ItemTick itemId={id} title={title} />,
  standing: ({ id }, effort) => <ItemStanding itemId={id}>{effort}</ItemStanding>,
};
