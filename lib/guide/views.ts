import "server-only";
import type { Book } from "#lib/guide/book.ts";
import { datasetOf } from "#lib/guide/dataset.ts";
import { feedOf } from "#lib/guide/feed.ts";
import { markdownOf } from "#lib/guide/markdown.ts";
import { searchIndexOf } from "#lib/guide/search.ts";
import * as store from "#lib/guide/store.ts";

// The one room whose reads need no door: a guide is public, lies in files and is read while the project is built, when there is
// neither an actor nor a database.

/** All guides, whole. Throws, and so fails the build, when the content of one is wrong. */
export function listBooks(): readonly Book[] {
  return store.listBooks();
}

/** Null when there is no such guide. */
export function getBook(slug: string): Book | null {
  return store.getBook(slug);
}

const files: Record<string, { type: string; write: (book: Book, site: URL) => string }> = {
  "guide.md": { type: "text/markdown; charset=utf-8", write: markdownOf },
  "guide.json": { type: "application/json; charset=utf-8", write: (book, site) => JSON.stringify(datasetOf(book, store.requireContent(book.head.slug), site)) },
  "changes.atom": { type: "application/atom+xml; charset=utf-8", write: feedOf },
  "search.json": { type: "application/json; charset=utf-8", write: searchIndexOf },
};

/** The files that every guide has. */
export function listGuideFiles(): { slug: string; file: string }[] {
  return listBooks().flatMap(({ head: { slug } }) => Object.keys(files).map((file) => ({ slug, file })));
}

/** One of a guide's files; null when there is no such guide or file. `site` is where this installation is found. */
export function getGuideFile({ slug, file, site }: { slug: string; file: string; site: URL }): { type: string; text: string } | null {
  const [book, known] = [getBook(slug), files[file]];
  return book && known ? { type: known.type, text: known.write(book, site) } : null;
}
