import { z } from "zod";
import { id, instant, link, text } from "#lib/base/fields.ts";

export const evidenceKind = z.enum(["repository", "notebook", "demo", "article", "certificate", "talk"], "Please choose what it is.");
export type EvidenceKind = z.infer<typeof evidenceKind>;

const content = {
  kind: evidenceKind,
  url: link,
  title: text({ max: 120, required: true }),
  shows: text({ max: 4_000, required: true, lines: true }),
};

const itemId = z.string().max(120);

export const addEvidenceInput = z.strictObject({ ...content, itemIds: z.array(itemId).max(50).default([]) });
export type AddEvidenceInput = z.input<typeof addEvidenceInput>;

/** `basedOn` is the number of the version that the person edited: a newer one must not be overwritten unseen. */
export const reviseEvidenceInput = z.strictObject({ evidenceId: id, ...content, basedOn: z.int().positive() });
export type ReviseEvidenceInput = z.input<typeof reviseEvidenceInput>;

export const evidenceItemInput = z.strictObject({ evidenceId: id, itemId });

export const evidenceInput = z.strictObject({ evidenceId: id });

export const versionDto = z.strictObject({
  versionId: id,
  number: z.int().positive(),
  kind: evidenceKind,
  url: z.string(),
  title: z.string(),
  shows: z.string(),
  createdAt: instant,
});
export type VersionDto = z.infer<typeof versionDto>;

export const evidenceDto = z.strictObject({
  evidenceId: id,
  createdAt: instant,
  /** Newest first; the first is what the evidence says now. */
  versions: z.array(versionDto).min(1),
  /** The items it is meant to show. */
  itemIds: z.array(z.string()),
});
export type EvidenceDto = z.infer<typeof evidenceDto>;

/** Newest first; what is archived is left out. */
export const portfolioDto = z.strictObject({ evidences: z.array(evidenceDto) });
export type PortfolioDto = z.infer<typeof portfolioDto>;
