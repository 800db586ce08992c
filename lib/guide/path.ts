/** What the screens need of a guide's roadmap: plain data, so that the guide's content stays on the server. */
export interface PathItem {
  id: string;
  title: string;
  shows: string;
  hours: { low: number; high: number };
  criteria: { id: string; text: string }[];
  resources: { id: string; name: string; url: string; kind: string; cost: string | null }[];
}

export interface PathStep {
  id: string;
  number: number;
  title: string;
  summary: string;
  items: PathItem[];
}

export interface Path {
  slug: string;
  title: string;
  steps: PathStep[];
}

interface GuideLike {
  slug: string;
  title: string;
  steps: readonly (Omit<PathStep, "items"> & { items: readonly Readonly<Omit<PathItem, "criteria" | "resources"> & {
    criteria: readonly PathItem["criteria"][number][]; resources: readonly PathItem["resources"][number][];
  }>[] })[];
}

/** A guide's roadmap, reduced to what is shown. */
export function pathOf({ slug, title, steps }: GuideLike): Path {
  return {
    slug, title,
    steps: steps.map((step) => ({
      id: step.id, number: step.number, title: step.title, summary: step.summary,
      items: step.items.map((item) => ({
        id: item.id, title: item.title, shows: item.shows, hours: { low: item.hours.low, high: item.hours.high },
        criteria: item.criteria.map(({ id, text }) => ({ id, text })),
        resources: item.resources.map(({ id, name, url, kind, cost }) => ({ id, name, url, kind, cost })),
      })),
    })),
  };
}

/** The step to have open: the first with something left to do; the last when nothing is. */
export function currentStep(steps: readonly PathStep[], isSettled: (itemId: string) => boolean): PathStep | undefined {
  return steps.find((step) => step.items.some((item) => !isSettled(item.id))) ?? steps.at(-1);
}
