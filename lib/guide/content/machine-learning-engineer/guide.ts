import type { GuideHead } from "#lib/guide/schema.ts";

export const guide: GuideHead = {
  id: "mle",
  slug: "machine-learning-engineer",
  title: "Machine learning engineer",
  lede: "The people who turn a promising model into something that works every day, for everyone, and keeps working. What they do, what it pays, and a way to become one.",
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
