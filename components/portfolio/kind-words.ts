import type { EvidenceKind } from "#lib/portfolio/schema.ts";

/** What an evidence is, in words; in the order in which a form offers them. */
export const kindWords: Record<EvidenceKind, string> = {
  repository: "Repository",
  notebook: "Notebook",
  demo: "Live demo",
  article: "Article",
  certificate: "Certificate",
  talk: "Talk",
};
