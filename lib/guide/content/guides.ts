import { content as machineLearningEngineer } from "#lib/guide/content/machine-learning-engineer/content.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

// Another guide is another folder and another line here.
export const guides: readonly GuideContent[] = [machineLearningEngineer];
