import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent, GuideHead } from "#lib/guide/schema.ts";

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
  const synonyms = content.synonyms.map(({ place }, index) => ({ file: "synonyms.ts", field: `[${index}].place`, id: place }));
  const learntFrom = steps.flatMap((step) => step.items.map((item) => item.resources.map((id) => ({ file: "roadmap.ts", field: `${item.id}.resources`, id }))));
  const drawn = content.charts.map((chart) => chart.rows.map(({ figure }) => ({ file: "charts.ts", field: `${chart.id}.rows`, id: figure })));
  const pages = content.sources.map((source) => source.pages.map(({ url }) => ({ file: "sources.ts", field: `${source.id}.pages`, id: url })));
  return [
    ...[places, figures, sections, termNames, synonyms, ...lists].flatMap((names) => repeated(names, (id) => `duplicate id ${id}`)),
    ...[...learntFrom, ...drawn, ...pages].flatMap((names) => repeated(names, (id) => `${id} is named twice`)),
  ];
}

/** An address and an id begin with a guide's slug and id: no two guides have the same. The files are named from the folder of all guides. */
export function findSharedNames(heads: readonly Pick<GuideHead, "id" | "slug">[]): Problem[] {
  return (["id", "slug"] as const).flatMap((field) => repeated(heads.map((head) => ({ file: `${head.slug}/guide.ts`, field, id: head[field] })), (name) => `another guide has ${name}`));
}

function repeated(names: readonly Named[], say: (id: string) => string): Problem[] {
  const seen = new Set<string>();
  return names.flatMap(({ file, field, id }) => {
    const known = seen.has(id);
    seen.add(id);
    return known ? [{ file, field, message: say(id) }] : [];
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
