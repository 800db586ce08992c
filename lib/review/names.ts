import { getItem } from "#lib/guide/guide.ts";

/** An item's names: as the guide has them now, or as they were kept when it was still in a guide. */
export function itemRef(itemId: string, keptTitle: string) {
  const found = getItem(itemId);
  return {
    itemId, itemTitle: found?.item.title ?? keptTitle, stepTitle: found?.step.title ?? null, guide: found?.guide.slug ?? null,
  };
}

/** Mentors see the name that the learner chose to go by. */
export function nameForMentors({ alias, learner }: { alias: string | null; learner: { name: string } }): string {
  return alias ?? learner.name;
}
