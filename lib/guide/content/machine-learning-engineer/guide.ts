import type { GuideContent } from "#lib/guide/library.ts";
import { resources } from "#lib/guide/content/machine-learning-engineer/resources.ts";
import { roadmap } from "#lib/guide/content/machine-learning-engineer/roadmap.ts";

export const guide: GuideContent = {
  id: "mle",
  slug: "machine-learning-engineer",
  title: "Machine learning engineer",
  description:
    "What a machine learning engineer does, what the work pays and where it is going, and a roadmap of six steps with evidence for each.",
  roadmap,
  resources,
};
