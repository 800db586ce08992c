import type { GuideContent } from "#lib/guide/library.ts";
import { guide as machineLearningEngineer } from "#lib/guide/content/machine-learning-engineer/guide.ts";

// Another guide is another folder and another line here.
export const guides: readonly GuideContent[] = [machineLearningEngineer];
