import type { GuideContent, ResourceContent, RoadmapContent } from "#lib/guide/schema.ts";
import { orderResources } from "#lib/guide/resource.ts";
import type { Criterion, FoundItem, Guide, Item, Resource, Step } from "#lib/guide/guide.ts";

/** What the rest of the house needs of a guide's content. */
export type RoadmapSource = Pick<GuideContent, "guide" | "roadmap" | "resources">;

export type Library = {
  listGuides(): readonly Guide[];
  getGuide(slug: string): Guide | null;
  getItem(itemId: string): FoundItem | null;
  listItems(guideSlug: string): readonly Item[];
};

/** Trusts its input: what may stand in a guide is decided by `validation.ts` when the project is built. */
export function makeLibrary(contents: readonly RoadmapSource[]): Library {
  const guides = contents.map(buildGuide);
  const bySlug = new Map(guides.map((guide) => [guide.slug, guide]));
  const byItem = new Map(guides.flatMap(foundItems).map((found) => [found.item.id, found]));
  return {
    listGuides: () => guides,
    getGuide: (slug) => bySlug.get(slug) ?? null,
    getItem: (itemId) => byItem.get(itemId) ?? null,
    listItems: (guideSlug) => bySlug.get(guideSlug)?.steps.flatMap((step) => step.items) ?? [],
  };
}

function foundItems(guide: Guide): FoundItem[] {
  return guide.steps.flatMap((step) => step.items.map((item) => ({ item, step, guide })));
}

function buildGuide(content: RoadmapSource): Guide {
  const resources = new Map(content.resources.map((resource) => [resource.id, buildResource(resource)]));
  const steps = content.roadmap.steps.map((step, index) => buildStep(step, index + 1, resources));
  const { id, slug, title, description } = content.guide;
  return { id, slug, title, description, steps };
}

type StepContent = RoadmapContent["steps"][number];

function buildStep(step: StepContent, number: number, resources: ReadonlyMap<string, Resource>): Step {
  return {
    id: step.id,
    number,
    title: step.title,
    shortTitle: step.shortTitle,
    summary: step.summary,
    hours: step.hours,
    effort: step.effort,
    items: step.items.map((item) => buildItem(item, resources)),
    dimensions: step.dimensions.map((dimension) => ({ ...dimension, id: `${step.id}.rubric.${dimension.id}` })),
  };
}

function buildItem(item: StepContent["items"][number], resources: ReadonlyMap<string, Resource>): Item {
  return {
    ...item,
    criteria: item.criteria.map((criterion): Criterion => ({ id: `${item.id}.${criterion.id}`, text: criterion.text })),
    resources: orderResources(item.resources.flatMap((id) => resources.get(id) ?? [])),
  };
}

function buildResource(resource: ResourceContent): Resource {
  return {
    id: resource.id,
    name: resource.name,
    url: resource.url,
    kind: resource.kind,
    cost: resource.cost ?? null,
    official: resource.official ?? false,
    licence: resource.licence ?? null,
    note: resource.note ?? null,
    seen: resource.seen ?? null,
  };
}
