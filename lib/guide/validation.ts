import { assembleBook, type Book } from "#lib/guide/book.ts";
import { findContradictions } from "#lib/guide/contradiction.ts";
import { findEditionProblems } from "#lib/guide/edition.ts";
import { findDuplicates, findStrays } from "#lib/guide/identity.ts";
import { findLooseNumbers } from "#lib/guide/loose-number.ts";
import type { Problem } from "#lib/guide/problem.ts";
import { findDangling, findLostSynonyms, findUnexplained, findUnlisted } from "#lib/guide/reference.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { findLateDays, findUnopened, findUnseen } from "#lib/guide/sighting.ts";

/** The prose by section. */
export type Prose = Readonly<Record<string, string>>;

/** Either the whole guide, or every problem that was found. The content has its shape already: what is checked is how it fits together. `slugs` are of all guides. */
export function checkGuide(content: GuideContent, prose: Prose, slugs: readonly string[]): { book: Book; problems: [] } | { book: null; problems: Problem[] } {
  const problems = [
    ...findDuplicates(content), ...findStrays(content), ...findDangling(content), ...findContradictions(content),
    ...findLooseNumbers(content), ...findUnseen(content), ...findUnopened(content), ...findLateDays(content), ...findUnlisted(content, prose),
  ];
  const items = content.roadmap.steps.flatMap((step) => step.items);
  problems.push(...findEditionProblems(items, content.editions).map((problem) => ({ file: "editions.ts", ...problem })));
  const book = assembleBook(content, { prose, slugs }, (problem) => problems.push(problem));
  problems.push(...findLostSynonyms(content, book), ...findUnexplained(book));
  return problems.length > 0 ? { book: null, problems } : { book, problems: [] };
}
