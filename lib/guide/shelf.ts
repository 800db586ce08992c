import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "#lib/guide/book.ts";
import { guides } from "#lib/guide/content/guides.ts";
import type { GuideContent } from "#lib/guide/schema.ts";
import { describeProblems, readGuide } from "#lib/guide/validation.ts";

const contentFolder = join("lib", "guide", "content");
const books = new Map<string, Book>();

/** All guides, whole. Reading them validates them: a page that lists guides fails the build when one is wrong. */
export function listBooks(): readonly Book[] {
  return guides.map((content) => requireBook(content));
}

/** Null when there is no such guide; throws when its content is wrong. */
export function getBook(slug: string): Book | null {
  const content = guides.find(({ guide }) => guide.slug === slug);
  return content ? requireBook(content) : null;
}

function requireBook(content: GuideContent): Book {
  const { slug } = content.guide;
  const known = books.get(slug);
  if (known) return known;
  const { book, problems } = readGuide({ data: content, prose: readProse(slug) });
  if (!book) throw new Error(describeProblems(`${contentFolder}/${slug}`, problems));
  books.set(slug, book);
  return book;
}

function readProse(slug: string): Record<string, string> {
  const folder = join(process.cwd(), contentFolder, slug);
  const files = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return Object.fromEntries(files.map((name) => [name.slice(0, -3), readFileSync(join(folder, name), "utf8")]));
}
