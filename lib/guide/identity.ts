import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

type Named = { file: string; field: string; id: string };

export function findDuplicates(content: GuideContent): Problem[] {
  const named = (file: string, list: readonly { id: string }[]): Named[] => list.map(({ id }, index) => ({ file, field: `[${index}].id`, id }));
  const steps = content.roadmap.steps;
  const places = steps.flatMap((step): Named[] => [
    { file: "roadmap.ts", field: step.id, id: step.id },
    ...step.dimensions.map(({ id }) => ({ file: "roadmap.ts", field: `${step.id}.dimensions`, id: `${step.id}.rubric.${id}` })),
    ...step.items.map(({ id }) => ({ file: "roadmap.ts", field: id, id })),
    ...step.items.flatMap((item) =>
      item.criteria.map(({ id }) => ({ file: "roadmap.ts", field: `${item.id}.criteria`, id: `${item.id}.${id}` })),
    ),
  ]);
  const figures = [...named("pay.ts", content.pay), ...named("growth.ts", content.growth), ...named("measures.ts", content.measures)];
  const sections = content.guide.sections.map((id, index) => ({ file: "guide.ts", field: `sections[${index}]`, id }));
  const lists = (["resources", "sources", "charts", "certifications", "events", "frameworks", "terms", "changes"] as const)
    .map((list) => named(`${list}.ts`, content[list]));
  const termNames = content.terms.flatMap(({ names }, index) => names.map((name) => ({ file: "terms.ts", field: `[${index}].names`, id: name.toLowerCase() })));
  return [places, figures, sections, termNames, ...lists].flatMap(repeated);
}

function repeated(names: readonly Named[]): Problem[] {
  const seen = new Set<string>();
  return names.flatMap(({ file, field, id }) => {
    const known = seen.has(id);
    seen.add(id);
    return known ? [{ file, field, message: `duplicate id ${id}` }] : [];
  });
}

/** Ids carry where they belong: an item's begins with its step's, and that with the guide's. */
export function findStrays(content: GuideContent): Problem[] {
  return content.roadmap.steps.flatMap((step) => [
    ...(step.id.startsWith(`${content.guide.id}.`) ? [] : [{ file: "roadmap.ts", field: step.id, message: `must begin with ${content.guide.id}.` }]),
    ...step.items
      .filter((item) => !item.id.startsWith(`${step.id}.`))
      .map((item) => ({ file: "roadmap.ts", field: item.id, message: `must begin with ${step.id}.` })),
  ]);
}
