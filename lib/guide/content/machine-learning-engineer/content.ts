import { certifications } from "#lib/guide/content/machine-learning-engineer/certifications.ts";
import { changes } from "#lib/guide/content/machine-learning-engineer/changes.ts";
import { charts } from "#lib/guide/content/machine-learning-engineer/charts.ts";
import { editions } from "#lib/guide/content/machine-learning-engineer/editions.ts";
import { events } from "#lib/guide/content/machine-learning-engineer/events.ts";
import { frameworks } from "#lib/guide/content/machine-learning-engineer/frameworks.ts";
import { growth } from "#lib/guide/content/machine-learning-engineer/growth.ts";
import { guide } from "#lib/guide/content/machine-learning-engineer/guide.ts";
import { measures } from "#lib/guide/content/machine-learning-engineer/measures.ts";
import { pay } from "#lib/guide/content/machine-learning-engineer/pay.ts";
import { resources } from "#lib/guide/content/machine-learning-engineer/resources.ts";
import { roadmap } from "#lib/guide/content/machine-learning-engineer/roadmap.ts";
import { sources } from "#lib/guide/content/machine-learning-engineer/sources.ts";
import { synonyms } from "#lib/guide/content/machine-learning-engineer/synonyms.ts";
import { terms } from "#lib/guide/content/machine-learning-engineer/terms.ts";
import type { GuideContent } from "#lib/guide/schema.ts";

export const content: GuideContent = {
  guide, roadmap, resources, editions, sources, pay, growth, measures, charts, certifications, events, frameworks, terms, synonyms, changes,
};
