import type { Problem } from "#lib/guide/problem.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

export function findDangling(content: GuideContent): Problem[] {
  const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
  const [resources, sources, pay, growth] = [ids(content.resources), ids(content.sources), ids(content.pay), ids(content.growth)];
  const items = content.roadmap.steps.flatMap((step) => step.items);
  const missingResources = items.flatMap((item) =>
    item.resources
      .filter((id) => !resources.has(id))
      .map((id) => ({ file: "roadmap.ts", field: `${item.id}.resources`, message: `there is no resource ${id}` })),
  );
  const missingSources = (file: string, list: readonly { id: string; source?: string | undefined }[]) =>
    list
      .filter(({ source }) => source !== undefined && !sources.has(source))
      .map(({ id, source }) => ({ file, field: `${id}.source`, message: `there is no source ${source}` }));
  const pages = new Map(content.sources.map((source) => [source.id, source.pages.map(({ url }) => url)]));
  const missingPages = (file: string, list: readonly { id: string; source: string; page?: string | undefined }[]) =>
    list
      .filter(({ source, page }) => page !== undefined && pages.get(source)?.includes(page) === false)
      .map(({ id, source, page }) => ({ file, field: `${id}.page`, message: `${source} has no page ${page}` }));
  const missingRows = content.charts.flatMap((chart) =>
    chart.rows
      .filter(({ figure }) => !(chart.kind === "pay" ? pay : growth).has(figure))
      .map(({ figure }) => ({ file: "charts.ts", field: `${chart.id}.rows`, message: `there is no record of ${chart.kind} ${figure}` })),
  );
  const certifications = ids(content.certifications);
  const missingSuccessors = content.certifications
    .filter(({ id, replacedBy }) => replacedBy !== undefined && (replacedBy === id || !certifications.has(replacedBy)))
    .map(({ id, replacedBy }) => ({ file: "certifications.ts", field: `${id}.replacedBy`, message: `there is no other certification ${replacedBy}` }));
  const unsourced = content.events
    .filter(({ held, alsoIn, note, source }) => source === undefined && Boolean(held ?? alsoIn ?? note))
    .map(({ id }) => ({ file: "events.ts", field: `${id}.source`, message: "what is said of it needs a source" }));
  return [
    ...missingSuccessors,
    ...unsourced,
    ...missingSources("certifications.ts", content.certifications),
    ...(["statusSource", "priceSource", "validitySource"] as const).flatMap((field) => content.certifications
      .filter((each) => each[field] !== undefined && !sources.has(each[field]))
      .map((each) => ({ file: "certifications.ts", field: `${each.id}.${field}`, message: `there is no source ${each[field]}` }))),
    ...missingSources("events.ts", content.events),
    ...missingSources("frameworks.ts", content.frameworks),
    ...missingResources,
    ...missingSources("pay.ts", content.pay),
    ...missingSources("growth.ts", content.growth),
    ...missingSources("measures.ts", content.measures),
    ...missingPages("pay.ts", content.pay),
    ...missingPages("growth.ts", content.growth),
    ...missingRows,
  ];
}

export function findUnlisted(content: GuideContent, prose: Readonly<Record<string, string>>): Problem[] {
  const { sections } = content.guide;
  const absent = sections
    .map((id, index) => ({ id, index }))
    .filter(({ id }) => prose[id] === undefined)
    .map(({ id, index }) => ({ file: "guide.ts", field: `sections[${index}]`, message: `there is no ${id}.md` }));
  const extra = Object.keys(prose)
    .filter((id) => !sections.includes(id))
    .map((id) => ({ file: `${id}.md`, field: "all of it", message: "is not among the sections of guide.ts" }));
  return [...absent, ...extra];
}

export function findLostSynonyms({ synonyms }: GuideContent, { places }: { places: ReadonlyMap<string, string> }): Problem[] {
  return synonyms.flatMap(({ place }, index) => (places.has(place) ? [] : [{ file: "synonyms.ts", field: `[${index}].place`, message: `there is no place ${place}` }]));
}

/** Sources of the list of which neither a record nor `citedFor` says what rests on them. */
export function findUnexplained({ sources }: { sources: readonly { id: string; supports: readonly string[] }[] }): Problem[] {
  return sources
    .filter(({ supports }) => supports.length === 0)
    .map(({ id }) => ({ file: "sources.ts", field: `${id}.citedFor`, message: "no record names this source: say what the prose has from it" }));
}
