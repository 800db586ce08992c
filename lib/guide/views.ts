import "server-only";
import type { Book } from "#lib/guide/book.ts";
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
