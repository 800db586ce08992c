import { z } from "zod";

/**
 * The shape of a guide's content files, and the only description of it: what is unknown here is refused by the build.
 * Ids of criteria and dimensions are short in the files and become full ids (`<item>.<criterion>`) in the tree.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower-case words joined by hyphens");
const itemId = z.string().regex(/^[a-z0-9]+(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$/, "must look like mle.foundations.pca");
const text = z.string().trim().min(1, "must not be empty");
const day = z.iso.date();
const url = z.url({ protocol: /^https?$/ });

export const hoursShape = z
  .strictObject({ low: z.int().positive(), high: z.int().positive() })
  .refine((hours) => hours.low <= hours.high, "low must not exceed high");

export const criterionShape = z.strictObject({ id: slug, text });

export const dimensionShape = z.strictObject({ id: slug, title: text, levels: z.tuple([text, text, text, text]) });

export const itemShape = z.strictObject({
  id: itemId,
  title: text,
  shows: text,
  hours: hoursShape,
  edition: z.int().min(1),
  criteria: z.array(criterionShape).min(2).max(5),
  resources: z.array(slug),
});

export const stepShape = z.strictObject({
  id: itemId,
  title: text,
  shortTitle: text,
  summary: text,
  hours: hoursShape,
  effort: text,
  items: z.array(itemShape).min(1),
  dimensions: z.array(dimensionShape).min(1),
});

export const roadmapShape = z.strictObject({ steps: z.array(stepShape).min(1) });

export const resourceShape = z.strictObject({
  id: slug,
  name: text,
  url,
  kind: text,
  cost: text.optional(),
  licence: text.optional(),
  note: text.optional(),
  seen: z.strictObject({ day, at: url, published: text.nullable() }).optional(),
});

export type RoadmapContent = z.input<typeof roadmapShape>;
export type ResourceContent = z.input<typeof resourceShape>;
