import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "#lib/guide/book.ts";
import { guides } from "#lib/guide/content/guides.ts";
import type { Item } from "#lib/guide/guide.ts";
import { contentShape, type GuideContent } from "#lib/guide/schema.ts";
import { findSharedNames } from "#lib/guide/identity.ts";
import { describeProblems, shapeProblem } from "#lib/guide/problem.ts";
import { checkGuide, type Prose } from "#lib/guide/validation.ts";
import type { Tx } from "#lib/platform/db.ts";

/**
 * Keeps what an item asks for in its current edition, when something first refers to it: what was confirmed can then be read
 * after the guide has moved on. Harmless when it is kept already.
 */
export async function keepRequirement(tx: Tx, item: Item): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO requirements (item_id, edition, title, shows, criteria)
    VALUES (${item.id}, ${item.edition}, ${item.title}, ${item.shows}, ${JSON.stringify(item.criteria)}::jsonb)
    ON CONFLICT (item_id, edition) DO NOTHING`;
}

const contentFolder = join("lib", "guide", "content");
const books = new Map<string, Book>();

/** All guides, whole. Reading them validates them: a page that lists guides fails the build when one is wrong. */
export function listBooks(): readonly Book[] {
  const shared = findSharedNames(guides.map(({ guide }) => guide));
  if (shared.length > 0) throw new Error(describeProblems(contentFolder, shared));
  return guides.map((content) => requireBook(content));
}

/** Null when there is no such guide; throws when its content is wrong. */
export function getBook(slug: string): Book | null {
  const content = guides.find(({ guide }) => guide.slug === slug);
  return content ? requireBook(content) : null;
}

/** What stands in the files of a guide that there is. */
export function requireContent(slug: string): GuideContent {
  const content = guides.find(({ guide }) => guide.slug === slug);
  if (!content) throw new Error(`there is no guide ${slug}`);
  return content;
}

function requireBook(content: GuideContent): Book {
  const { slug } = content.guide;
  const known = books.get(slug);
  if (known) return known;
  const { book, problems } = readGuide(content, readProse(slug), guides.map(({ guide }) => guide.slug));
  if (!book) throw new Error(describeProblems(`${contentFolder}/${slug}`, problems));
  books.set(slug, book);
  return book;
}

/** A shape that is wrong is reported before anything is looked up. `data` is what the files export, by file name; `slugs` are of all guides. */
export function readGuide(data: unknown, prose: Prose, slugs: readonly string[] = []): ReturnType<typeof checkGuide> {
  const shaped = contentShape.safeParse(data);
  if (!shaped.success) return { book: null, problems: shaped.error.issues.map(({ path, message }) => shapeProblem(path, message)) };
  return checkGuide(shaped.data, prose, slugs);
}

function readProse(slug: string): Record<string, string> {
  const folder = join(process.cwd(), contentFolder, slug);
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(files.map((name) => [name.slice(0, -3), readFileSync(join(folder, name), "utf8")]));
}
