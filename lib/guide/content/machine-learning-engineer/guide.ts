import type { GuideHead } from "#lib/guide/schema.ts";

export const guide: GuideHead = {
  id: "mle",
  slug: "machine-learning-engineer",
  title: "Machine learning engineer",
  lede: "The job, its pay and the way into it: a date and a source for every figure, and a roadmap of work that others can check.",
  description:
    "What a machine learning engineer does, what the work pays and where it is going, and a roadmap of six steps with evidence for each.",
  updated: "2026-11-23",
  sections: [
    "overview",
    "responsibilities",
    "pay-and-outlook",
    "roadmap",
    "certifications",
    "staying-current",
    "characteristics",
    "focus-and-portfolio",
    "what-changed",
    "terms",
    "sources",
  ],
};
